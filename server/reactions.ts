/** What follows from what: the table of reactions, and the reader that carries them out, in the log's order and at least once. */
import type { EventType } from '../core/events.ts';
import type { Pool } from './platform/database/pool.ts';
import { query } from './platform/database/pool.ts';
import { enqueue } from './platform/jobs.ts';
import { isAfter } from './platform/log/cursor.ts';
import type { Entry } from './platform/log/entries.ts';
import type { LogReader } from './platform/log/reader.ts';
import { followLog } from './platform/log/reader.ts';
import { readPosition, savePosition } from './platform/log/saved-position.ts';
import type { Tail } from './platform/log/tail.ts';
import type { Conversations } from './modules/conversations/index.ts';
import { findingOf, joinMerged, judge, routeWaiting, scoreEpisode } from './modules/conversations/index.ts';
import { ensureFigures, keepCase, keepFigures, pullTeeth } from './modules/insights/index.ts';

/** Given the entries of one kind and episode that stand together in the log. May come twice. */
type Reaction = (conversations: Conversations, entries: Entry[]) => Promise<void>;

const reactions: Partial<Record<EventType, Reaction>> = {
  'message.posted': judge,
  'finding.settled': heedVerdicts,
  'conversation.merged': joinMerged,
  'episode.closed': scoreLater,
};

/** Somebody waits, or has a hand free. */
const routed: ReadonlySet<EventType> = new Set(['episode.opened', 'episode.queued', 'episode.closed']);

/** Work that may take longer, or be tried again: by graphile-worker. */
export function tasks(conversations: Conversations) {
  return {
    'score-episode': async (payload: unknown) => {
      const { shopId, conversationId, episodeId } = payload as {
        shopId: string;
        conversationId: string;
        episodeId: string;
      };
      await scoreEpisode(conversations, shopId, conversationId, episodeId);
    },
    'count-quality': async (payload: unknown) => {
      await ensureFigures(conversations, (payload as { shopId: string }).shopId);
    },
  };
}

export interface Reactions extends LogReader {
  /** Notes how far it has come. After a crash what was done since the last note is done again, and changes nothing. */
  save(): Promise<void>;
}

export async function followReactions(
  conversations: Conversations,
  logPool: Pool,
  tail: Tail,
  onFailure: (error: unknown) => void,
): Promise<Reactions> {
  const { pool, now } = conversations;
  let saved = await readPosition(pool, readerName);
  const reader = followLog({
    pool: logPool,
    tail,
    from: saved,
    now,
    onFailure,
    async deliver(entries) {
      // Once for each shop, however many of its conversations there are: a round looks for all who wait.
      for (const shopId of new Set(entries.filter(({ event }) => routed.has(event.type)).map(shopOf)))
        await withRetries(pool, () => routeWaiting(conversations, shopId), onFailure);
      for (const [reaction, together] of byReaction(entries)) {
        await withRetries(pool, () => reaction(conversations, together), onFailure);
      }
      await withRetries(pool, () => keepFigures(conversations, entries), onFailure);
    },
  });
  const save = async () => {
    const position = reader.position();
    if (!isAfter(position, saved)) return;
    await savePosition(pool, readerName, position);
    saved = position;
  };
  return {
    ...reader,
    save,
    async stop() {
      await reader.stop();
      await save();
    },
  };
}

const shopOf = ({ shopId }: Entry) => shopId;

/** What a person said of a finding counts: in the score, in the shop's case file, for the rule itself. */
async function heedVerdicts(conversations: Conversations, entries: Entry[]): Promise<void> {
  for (const { shopId, event } of entries) {
    if (event.type !== 'finding.settled') continue;
    const { conversationId, findingId, verdict } = event;
    const finding = await findingOf(conversations, shopId, findingId);
    if (!finding) continue;
    const { episodeId, rule } = finding;
    await enqueue(
      conversations.pool,
      'score-episode',
      { shopId, conversationId, episodeId },
      `score ${episodeId}`,
    );
    await pullTeeth(conversations, shopId, rule, conversationId);
    if (verdict === 'wrong') await keepCase(conversations, shopId, episodeId);
  }
}

async function scoreLater({ pool }: Conversations, entries: Entry[]): Promise<void> {
  for (const { shopId, event } of entries) {
    if (event.type !== 'episode.closed') continue;
    const { conversationId, episodeId } = event;
    await enqueue(pool, 'score-episode', { shopId, conversationId, episodeId }, `score ${episodeId}`);
  }
}

/** Entries of the same kind and episode go together; the order within a conversation stays. */
function* byReaction(entries: Entry[]): Generator<[Reaction, Entry[]]> {
  const groups = new Map<string, [Reaction, Entry[]]>();
  for (const entry of entries) {
    const reaction = reactions[entry.event.type];
    if (!reaction) continue;
    const episode = 'episodeId' in entry.event ? entry.event.episodeId : '';
    const key = `${entry.shopId} ${entry.event.conversationId} ${entry.event.type} ${episode}`;
    const group = groups.get(key);
    if (group) group[1].push(entry);
    else groups.set(key, [reaction, [entry]]);
  }
  yield* groups.values();
}

/**
 * A reaction that fails is tried again; one that always fails must not stop all that come after it.
 * Where the database itself is away nothing is given up: it throws, and the same entries come again.
 */
async function withRetries(
  pool: Pool,
  work: () => Promise<void>,
  onFailure: (error: unknown) => void,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      onFailure(error);
      await query(pool, 'select 1');
      if (attempt === attempts) return;
      await new Promise((resolve) => setTimeout(resolve, attempt * 200));
    }
  }
}

const attempts = 4;
const readerName = 'reactions';
