/**
 * Brings a past conversation in: closed, reviewed and scored as a whole, under one event, so that nothing
 * reacts to it as if it happened now. Its id follows from where it comes from; a second time changes nothing.
 */
import { v5 as uuidOf } from 'uuid';
import type { Draft } from '../../../core/conversations/transitions.ts';
import type { Standard } from '../../../core/standard/apply-settings.ts';
import { nowOf } from '../../../core/standard/case-form.ts';
import type { Conversation as Reviewed } from '../../../core/standard/facts.ts';
import { moodNow } from '../../../core/standard/mood-now.ts';
import type { Group } from '../../../core/team/roles.ts';
import { snapshotOfShop } from '../../platform/database/pool.ts';
import { admitPastCustomer } from '../customers/index.ts';
import type { Conversations } from './context.ts';
import { importedRows } from './imported-rows.ts';
import { scoreDrafts } from './score-episode.ts';

export interface ImportOrigin {
  shopId: string;
  /** Whose ids these are: the same id of two sources is two conversations. */
  source: string;
  /** Whose inbox it belongs to. */
  group: Group;
  /** Who served them, where the source knows. */
  agentId?: string;
}

/** `differs`: this id came before with other words; what was stored stays as it is. */
export type ImportOutcome =
  | { state: 'imported'; points: number }
  | { state: 'already-there' }
  | { state: 'differs' };

/** Refuses nothing itself; words that PostgreSQL can't hold fail with its error. */
export async function importConversation(
  conversations: Pick<Conversations, 'pool' | 'road' | 'vault' | 'standards'>,
  origin: ImportOrigin,
  past: Reviewed,
): Promise<ImportOutcome> {
  const { shopId } = origin;
  const conversationId = importedId(origin, past.id);
  const before = await compare(conversations, shopId, conversationId, past);
  if (before) return before;
  // Reviewed before the transaction, which must be short: the log's readers wait for the oldest one.
  const draft = await importDraft(
    origin,
    conversationId,
    past,
    await conversations.standards.current(shopId),
  );
  const { events } = await conversations.road.take({
    shopId,
    conversationId,
    mayOpen: true,
    async decide({ state }, tx) {
      if (state !== 'new') return [];
      await admitPastCustomer(tx, conversations.vault, shopId, draft.customerId, past.customer ?? {});
      return [draft];
    },
  });
  if (events.length > 0) return { state: 'imported', points: draft.points };
  return (await compare(conversations, shopId, conversationId, past))!;
}

export function importedId({ shopId, source }: ImportOrigin, externalId: string): string {
  return uuidOf(`${source}\n${externalId}`, shopId);
}

type ImportDraft = Extract<Draft, { type: 'conversation.imported' }>;

async function importDraft(
  { source, group, agentId }: ImportOrigin,
  conversationId: string,
  past: Reviewed,
  standard: Standard,
): Promise<ImportDraft> {
  const { turns } = past;
  const episodeId = uuidOf('episode', conversationId);
  const customerId = uuidOf('customer', conversationId);
  const drafts = await scoreDrafts(episodeId, { firstSeq: 1, known: [] }, past, nowOf(past), standard);
  const found = drafts.filter((draft) => draft.type === 'finding.raised');
  const scored = drafts.find((draft) => draft.type === 'episode.scored')!;
  return {
    type: 'conversation.imported',
    customerId,
    customerName: past.customer?.name ?? null,
    channel: past.channel === 'phone' ? 'phone' : 'import',
    externalId: `${source}:${past.id}`,
    group,
    episodeId,
    messages: turns.length,
    lastAuthor: turns.at(-1)!.from,
    text: turns.at(-1)!.text,
    mood: moodNow(turns),
    openedAt: turns.find(({ at }) => at !== undefined)?.at ?? null,
    closedAt: past.ended?.at ?? lastKnownTime(past),
    points: scored.points,
    veto: scored.veto,
    row: { ...importedRows(past, { customerId, agentId }, found, scored.row!) },
  };
}

function lastKnownTime({ turns }: Reviewed): number | null {
  const last = turns.findLast(({ at }) => at !== undefined);
  return last ? (last.until ?? last.at!) : null;
}

/** null: not there yet. Erased words differ from nothing. */
async function compare(
  { pool }: Pick<Conversations, 'pool'>,
  shopId: string,
  conversationId: string,
  { turns }: Reviewed,
): Promise<ImportOutcome | null> {
  const stored = await snapshotOfShop(pool, shopId, (tx) =>
    tx.query<{ text: string | null }>(
      'select text from messages where shop_id = $1 and conversation_id = $2 order by seq',
      [shopId, conversationId],
    ),
  );
  if (stored.length === 0) return null;
  const same =
    stored.length === turns.length && stored.every(({ text }, i) => text === null || text === turns[i]!.text);
  return { state: same ? 'already-there' : 'differs' };
}
