/**
 * The one door through which conversations change.
 *
 * A change names a conversation and decides on its state inside the transaction, behind a lock.
 * Changes that wait together are committed together (a commit costs about the same for one as for hundreds),
 * and nobody waits when nobody else is waiting. A batch never mixes shops, and a conversation is never
 * in two batches at once, so that its changes keep the order in which they came.
 */
import type { Conversation } from '../../../core/conversations/conversation.ts';
import { newConversation } from '../../../core/conversations/conversation.ts';
import type { Draft } from '../../../core/conversations/transitions.ts';
import { record } from '../../../core/conversations/transitions.ts';
import type { Event } from '../../../core/events.ts';
import { Refused, refuse } from '../../../core/refusal.ts';
import type { Pool, Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Position } from '../../platform/log/cursor.ts';
import type { Entry } from '../../platform/log/entries.ts';
import { entriesOf } from './entries-of.ts';
import type { KnownStates } from './known-states.ts';
import { rememberStates } from './known-states.ts';
import type { ConversationRow } from './row.ts';
import { conversationOf, stateColumns, stateTables } from './row.ts';
import type { Recorded, Written } from './write.ts';
import { moveOn, write } from './write.ts';

export interface Change {
  shopId: string;
  conversationId: string;
  /**
   * Drafts of what happens; empty: nothing to do. May refuse, and may read more behind the lock.
   * May be asked again where a batch had to be repeated.
   */
  decide(conversation: Conversation, tx: Tx): Draft[] | Promise<Draft[]>;
  /** It decides on rows, not on the state alone: what the batch decided before it is written first. */
  readsRows?: true;
  /** A message's own id: where it was stored before, the change has happened already. */
  message?: { clientId: string; text: string; attachmentId?: string };
  /** The conversation may be new; otherwise one that is not there is refused. */
  mayOpen?: true;
}

export interface Changed {
  conversation: Conversation;
  events: Event[];
  /** Set where the message had been stored before: nothing was written now. */
  repeated?: { seq: number; messageId: string; at: number };
}

export interface Road {
  take(change: Change): Promise<Changed>;
  /** Resolves when everything taken is answered. */
  idle(): Promise<void>;
}

export interface RoadOptions {
  pool: Pool;
  now(): number;
  /** When a conversation's clock has something to say next, by the shop's settings. */
  clock(shopId: string): Promise<(conversation: Conversation) => number | null>;
  /** Told after each commit that wrote something: the entries that need not be read back, and how far the log goes now. */
  onCommit(entries: Entry[], upTo: Position): void;
  lanes?: number;
  batch?: number;
}

interface Waiting {
  change: Change;
  resolve(changed: Changed): void;
  reject(reason: unknown): void;
}

export function buildRoad(options: RoadOptions): Road {
  const { onCommit, lanes = 4, batch = 512 } = options;
  let queue: Waiting[] = [];
  const busy = new Set<string>();
  const known = rememberStates();
  let running = 0;
  let scheduled = false;
  let restful: (() => void)[] = [];

  return {
    take(change) {
      return new Promise((resolve, reject) => {
        queue.push({ change, resolve, reject });
        // Those that arrive in the same turn of the event loop go together.
        if (!scheduled) schedule();
      });
    },
    idle() {
      return running === 0 && queue.length === 0
        ? Promise.resolve()
        : new Promise((resolve) => restful.push(resolve));
    },
  };

  function schedule() {
    scheduled = true;
    setImmediate(drive);
  }

  function drive() {
    scheduled = false;
    while (running < lanes) {
      const together = nextBatch();
      if (together.length === 0) break;
      running++;
      void carry(together).finally(() => {
        running--;
        for (const { change } of together) busy.delete(change.conversationId);
        drive();
      });
    }
    if (running === 0 && queue.length === 0) {
      for (const resolve of restful) resolve();
      restful = [];
    }
  }

  /** The longest waiting first, with all of the same shop whose conversation no other batch holds. */
  function nextBatch(): Waiting[] {
    const together: Waiting[] = [];
    const left: Waiting[] = [];
    let shopId: string | null = null;
    for (const waiting of queue) {
      const { change } = waiting;
      const fits =
        together.length < batch &&
        (shopId === null || shopId === change.shopId) &&
        !busy.has(change.conversationId);
      if (fits) {
        shopId = change.shopId;
        together.push(waiting);
      } else left.push(waiting);
    }
    for (const { change } of together) busy.add(change.conversationId);
    queue = left;
    return together;
  }

  /** Whether it was written is not known: the next change reads. */
  function forget(together: Waiting[]) {
    for (const { change } of together) known.forget(change.shopId, change.conversationId);
  }

  async function carry(together: Waiting[]): Promise<void> {
    try {
      const { outcomes, entries, upTo } = await commit(
        options,
        known,
        together.map((one) => one.change),
      );
      for (const [i, outcome] of outcomes.entries()) {
        if (outcome instanceof Refused) together[i]!.reject(outcome);
        else together[i]!.resolve(outcome);
      }
      if (upTo) onCommit(entries, upTo);
    } catch (error) {
      forget(together);
      // One that can't be written must not take the others with it.
      if (together.length === 1) together[0]!.reject(error);
      else for (const one of together) await carry([one]);
    }
  }
}

/** Each change's outcome, in order: what it became, or why it was refused; and what stands in the log since. */
interface Committed {
  outcomes: (Changed | Refused)[];
  entries: Entry[];
  /** The last thing written; undefined: nothing was. */
  upTo?: Position;
}

async function commit(options: RoadOptions, known: KnownStates, changes: Change[]): Promise<Committed> {
  const shopId = changes[0]!.shopId;
  const clock = await options.clock(shopId);
  const states = statesKnown(known, changes);
  const committed =
    (states && (await commitRemembered(options, clock, states, changes))) ??
    (await commitRead(options, clock, changes));
  for (const outcome of committed.outcomes)
    if (!(outcome instanceof Refused)) known.keep(shopId, outcome.conversation);
  return committed;
}

/** null: not all are known, or one must see rows. */
function statesKnown(known: KnownStates, changes: Change[]): Map<string, Conversation> | null {
  const states = new Map<string, Conversation>();
  for (const { shopId, conversationId, readsRows } of changes) {
    const state = known.get(shopId, conversationId);
    if (!state || readsRows) return null;
    states.set(conversationId, state);
  }
  return states;
}

/**
 * Decided on what this node remembers, and written at once where the database agrees that nothing has moved on.
 * null: it does not agree, or somebody would be refused or get nothing, which only the true state may say.
 */
async function commitRemembered(
  { pool, now }: RoadOptions,
  clock: Clock,
  states: Map<string, Conversation>,
  changes: Change[],
): Promise<Committed | null> {
  const shopId = changes[0]!.shopId;
  const decisions = decide(states, new Map(), now());
  const outcomes: (Changed | Refused)[] = [];
  for (const change of changes) {
    const outcome = await decisions.outcomeOf(change, noRows);
    if (outcome instanceof Refused || outcome.repeated || outcome.events.length === 0) return null;
    outcomes.push(outcome);
  }
  const recorded = decisions.taken(clock);
  const positions = await moveOn(pool, shopId, recorded);
  return positions && { outcomes, entries: entriesOf(shopId, recorded, positions), upTo: positions.at(-1) };
}

async function commitRead({ pool, now }: RoadOptions, clock: Clock, changes: Change[]): Promise<Committed> {
  const shopId = changes[0]!.shopId;
  const writings: { recorded: Recorded[]; written: Written }[] = [];
  const outcomes = await inShop(pool, shopId, async (tx) => {
    const { states, stored } = await lockAndRead(tx, shopId, changes);
    const decisions = decide(states, stored, now());
    const writeTaken = () => {
      const recorded = decisions.taken(clock);
      if (recorded.length > 0) writings.push({ recorded, written: write(tx, shopId, recorded) });
    };
    const decided: (Changed | Refused)[] = [];
    for (const change of changes) {
      if (change.readsRows) writeTaken();
      decided.push(await decisions.outcomeOf(change, tx));
    }
    writeTaken();
    return decided;
  });
  const committed: Committed = { outcomes, entries: [] };
  for (const { recorded, written } of writings) {
    const positions = await written.positions;
    committed.entries.push(...entriesOf(shopId, recorded, positions));
    committed.upTo = positions.at(-1);
  }
  return committed;
}

type Clock = Awaited<ReturnType<RoadOptions['clock']>>;

/** For a change that decides on the state alone. */
const noRows: Tx = {
  query: () => Promise.reject(new Error('this change reads rows and must say so')),
  send: () => {
    throw new Error('this change writes rows and must say so');
  },
};

/** Decisions of one batch, each seeing what those before it decided. */
function decide(states: Map<string, Conversation>, stored: Map<string, Stored>, at: number) {
  const folded = new Map<string, Recorded>();
  return { outcomeOf, taken };

  /** What was decided since the last call, to be written. */
  function taken(clock: Clock): Recorded[] {
    const recorded = [...folded.values()];
    for (const one of recorded) {
      one.clockNextAt = clock(one.after);
      states.set(one.after.conversationId, one.after);
    }
    folded.clear();
    return recorded;
  }

  async function outcomeOf(change: Change, tx: Tx): Promise<Changed | Refused> {
    const known = folded.get(change.conversationId)?.after ?? states.get(change.conversationId);
    const repeated = change.message && stored.get(messageKey(change.conversationId, change.message.clientId));
    try {
      if (!known && !change.mayOpen) refuse({ code: 'not-found', what: 'conversation' });
      const before = known ?? newConversation(change.conversationId);
      if (repeated)
        return { conversation: before, events: [], repeated: sameText(repeated, change.message!) };
      const decided = change.decide(before, tx);
      const drafts = decided instanceof Promise ? await decided : decided;
      const { conversation, events } = record(before, drafts, at);
      if (events.length > 0) fold(folded, before, conversation, events, drafts);
      if (change.message) remember(stored, change, events);
      return { conversation, events };
    } catch (error) {
      if (error instanceof Refused) return error;
      throw error;
    }
  }
}

interface Stored {
  seq: number;
  messageId: string;
  text: string | null;
  attachmentId: string | null;
  at: number;
}

/**
 * All locks before the first write: a transaction takes its number with its first write, so the log's order by
 * transaction is each conversation's own order. Advisory locks, since locking a row would already take a number.
 */
async function lockAndRead(tx: Tx, shopId: string, changes: Change[]) {
  const ids = [...new Set(changes.map((change) => change.conversationId))];
  tx.send(
    `select pg_advisory_xact_lock(key) from
      (select hashtextextended(id, 0) as key from unnest($1::text[]) as id order by 1) as locks`,
    [ids],
  );
  const rows = tx.query<ConversationRow>(
    `select ${stateColumns} from ${stateTables} where c.shop_id = $1 and c.conversation_id = any($2::uuid[])`,
    [shopId, ids],
  );
  const messages = changes.filter((change) => change.message);
  const before =
    messages.length === 0
      ? []
      : tx.query<{
          conversation_id: string;
          client_id: string;
          seq: number;
          message_id: string;
          text: string | null;
          attachment_id: string | null;
          created_at: number;
        }>(
          // One look into the unique index each, by its own order: before the first statistics the planner would
          // rather read all of the shop's messages, or all of the conversation's.
          `select m.* from unnest($2::uuid[], $3::text[]) as wanted(conversation_id, client_id)
          cross join lateral (
            select conversation_id, client_id, seq, message_id, text, attachment_id, created_at from messages
            where shop_id = $1 and conversation_id = wanted.conversation_id and client_id = wanted.client_id
            order by client_id limit 1
          ) m`,
          [shopId, messages.map((one) => one.conversationId), messages.map((one) => one.message!.clientId)],
        );
  const states = new Map((await rows).map((row) => [row.conversation_id, conversationOf(row)]));
  const stored = new Map<string, Stored>();
  for (const row of await before) {
    const { seq, message_id: messageId, text, attachment_id: attachmentId, created_at: at } = row;
    stored.set(messageKey(row.conversation_id, row.client_id), { seq, messageId, text, attachmentId, at });
  }
  return { states, stored };
}

function fold(
  folded: Map<string, Recorded>,
  before: Conversation,
  after: Conversation,
  events: Event[],
  drafts: Draft[],
) {
  const one = folded.get(after.conversationId);
  if (one) {
    one.after = after;
    one.events.push(...events);
    one.drafts.push(...drafts);
  } else folded.set(after.conversationId, { before, after, events, drafts: [...drafts], clockNextAt: null });
}

/** The same message twice in one batch is the same message. */
function remember(stored: Map<string, Stored>, change: Change, events: Event[]) {
  const posted = events.find((event) => event.type === 'message.posted');
  if (!posted) return;
  const { seq, messageId, at } = posted;
  const { clientId, text, attachmentId = null } = change.message!;
  stored.set(messageKey(change.conversationId, clientId), { seq, messageId, text, attachmentId, at });
}

function sameText(stored: Stored, message: { text: string; attachmentId?: string }) {
  const sameWords = stored.text === null || stored.text === message.text;
  if (!sameWords || stored.attachmentId !== (message.attachmentId ?? null))
    refuse({ code: 'conflict', reason: 'client-id-reused' });
  return { seq: stored.seq, messageId: stored.messageId, at: stored.at };
}

function messageKey(conversationId: string, clientId: string): string {
  return `${conversationId} ${clientId}`;
}
