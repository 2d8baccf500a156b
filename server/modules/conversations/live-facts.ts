/**
 * What the standard judges by, kept in memory for conversations that are alive: loaded once,
 * then folded from the log like every client's copy.
 */
import { saidIn } from '../../../core/attachments.ts';
import { apply } from '../../../core/conversations/apply.ts';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import type { Event } from '../../../core/events.ts';
import { refuse } from '../../../core/refusal.ts';
import type { CustomerFacts, Facts, Lang, Turn } from '../../../core/standard/facts.ts';
import { spokenBy, writtenIn } from '../../../core/standard/language.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop, snapshotOfShop } from '../../platform/database/pool.ts';
import type { Entry } from '../../platform/log/entries.ts';
import type { Vault } from '../../platform/vault.ts';
import { factsOf, readContacts } from '../customers/index.ts';
import type { Shops } from '../team/index.ts';
import { attachmentName } from './attachments.ts';
import { conversationOf, shownColumns, shownTables } from './row.ts';
import type { ConversationRow } from './row.ts';

/** One conversation alive. `turns[i]` is the message numbered `firstSeq + i`. */
export interface Alive {
  conversation: Conversation;
  customer: CustomerFacts;
  firstSeq: number;
  turns: Turn[];
  /** What the customer writes in; null: not known yet. */
  spoken: Lang | null;
  /** The customer was erased: nobody speaks for them any more. */
  erased: boolean;
}

export interface LiveFacts {
  /** Refuses where the shop has no such conversation. */
  get(shopId: string, conversationId: string): Promise<Alive>;
  factsOf(shopId: string, alive: Alive): Promise<Facts>;
  /** Keeps what is loaded up to date; an entry that was seen before changes nothing. */
  fold(entry: Entry): void;
  /** Messages that are stored, from a little before one up to another of the same episode. */
  turnsUpTo(
    shopId: string,
    from: { conversationId: string; episodeId: string; seq: number },
    upTo: number,
  ): Promise<Pick<Alive, 'turns' | 'firstSeq'>>;
  /** Loads again on the next use (contacts changed). */
  forget(shopId: string, conversationId: string): void;
}

/** More of an episode than any rule looks back on while it runs; a review reads all of it. */
const window = 200;
const mostConversations = 5000;

export function openLiveFacts(pool: Pool, vault: Vault, shops: Shops): LiveFacts {
  const loaded = new Map<string, Alive>();
  const loading = new Map<string, { alive: Promise<Alive>; missed: Entry[] }>();

  return {
    async get(shopId, conversationId) {
      const key = `${shopId} ${conversationId}`;
      const alive = loaded.get(key);
      if (alive) return touch(key, alive);
      const under = loading.get(key);
      if (under) return under.alive;
      // What the log delivers while the database is read is folded in afterwards.
      const missed: Entry[] = [];
      const promise = load(pool, vault, shopId, conversationId)
        .then((fresh) => {
          for (const entry of missed) foldInto(fresh, entry.event);
          // What is known of the customer is not in the event: whoever asks next reads it anew.
          return missed.some(({ event }) => isAboutCustomer(event)) ? fresh : touch(key, fresh);
        })
        .finally(() => loading.delete(key));
      loading.set(key, { alive: promise, missed });
      return promise;
    },

    async factsOf(shopId, alive) {
      const { settings } = await shops.get(shopId);
      return {
        lang: alive.spoken ?? settings.lang,
        channel: 'chat',
        customer: alive.customer,
        hours: settings.hours,
        assignedAt: alive.conversation.assignedAt ?? undefined,
        turns: alive.turns,
      };
    },

    fold(entry) {
      const key = `${entry.shopId} ${entry.event.conversationId}`;
      const alive = loaded.get(key);
      if (isAboutCustomer(entry.event)) loaded.delete(key);
      if (alive) foldInto(alive, entry.event);
      else loading.get(key)?.missed.push(entry);
    },

    async turnsUpTo(shopId, { conversationId, episodeId, seq }, upTo) {
      const rows = await inShop(pool, shopId, (tx) =>
        tx.query<TurnRow & { seq: number }>(
          `select seq, author, text, ${attachmentName}, said_at from messages m
          where shop_id = $1 and conversation_id = $2 and episode_id = $3 and seq between $4 and $5 order by seq`,
          [shopId, conversationId, episodeId, Math.max(1, seq - window), upTo],
        ),
      );
      return { turns: rows.map(turnOf), firstSeq: rows[0]?.seq ?? seq };
    },

    forget(shopId, conversationId) {
      loaded.delete(`${shopId} ${conversationId}`);
    },
  };

  function touch(key: string, alive: Alive): Alive {
    loaded.delete(key);
    loaded.set(key, alive);
    if (loaded.size > mostConversations) loaded.delete(loaded.keys().next().value!);
    return alive;
  }
}

const isAboutCustomer = ({ type }: Event) =>
  type === 'customer.changed' || type === 'customer.merged' || type === 'customer.erased';

function foldInto(alive: Alive, event: Event): void {
  const before = alive.conversation;
  alive.conversation = apply(before, event);
  if (alive.conversation === before) return;
  if (event.type === 'episode.opened') {
    alive.turns = [];
    alive.firstSeq = alive.conversation.seq + 1;
  } else if (event.type === 'message.posted') {
    const text = saidIn(event.text ?? null, event.attachment?.name);
    alive.turns.push({ from: event.author, text, at: event.at });
    if (event.author === 'customer') alive.spoken = writtenIn(event.text ?? '') ?? alive.spoken;
    if (alive.turns.length > window * 2) {
      alive.firstSeq += alive.turns.length - window;
      alive.turns = alive.turns.slice(-window);
    }
  }
}

async function load(pool: Pool, vault: Vault, shopId: string, conversationId: string): Promise<Alive> {
  return snapshotOfShop(pool, shopId, async (tx) => {
    const [row] = await tx.query<ConversationRow & { erased: boolean }>(
      `select ${shownColumns}, cu.erased_at is not null as erased from ${shownTables} where c.shop_id = $1 and c.conversation_id = $2`,
      [shopId, conversationId],
    );
    if (!row) refuse({ code: 'not-found', what: 'conversation' });
    const conversation = conversationOf(row);
    const firstSeq = Math.max(conversation.episode?.firstSeq ?? 1, conversation.seq - window + 1);
    const messages = await tx.query<TurnRow>(
      `select author, text, ${attachmentName}, said_at from messages m where shop_id = $1 and conversation_id = $2 and seq >= $3 order by seq`,
      [shopId, conversationId, firstSeq],
    );
    const contacts = await readContacts(tx, vault, shopId, conversation.customerId);
    const turns = messages.map(turnOf);
    const customer = factsOf(conversation.customerName, contacts);
    return { conversation, customer, firstSeq, turns, spoken: spokenBy(turns), erased: row.erased };
  });
}

interface TurnRow {
  author: Turn['from'];
  text: string | null;
  attachment_name: string | null;
  said_at: number | null;
}

function turnOf({ author, text, attachment_name, said_at }: TurnRow): Turn {
  return { from: author, text: saidIn(text, attachment_name), at: said_at ?? undefined };
}
