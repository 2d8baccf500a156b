/** A conversation as the staff read it: the newest messages and everything of the staff's that stands among them. */
import type {
  CustomerCard,
  EpisodeScore,
  MessagesAnswer,
  ScoreLine,
  ThreadAnswer,
} from '../../../core/api.ts';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import type { Alert, Hold, Mark, Message, Note, StoredFinding } from '../../../core/conversations/thread.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { snapshotOfShop } from '../../platform/database/pool.ts';
import { cursorOf } from '../../platform/log/cursor.ts';
import { carriedColumns, safePosition } from '../../platform/log/entries.ts';
import type { Vault } from '../../platform/vault.ts';
import { mask, readContacts } from '../customers/index.ts';
import { listColleagues } from '../team/index.ts';
import type { Conversations } from './context.ts';
import { readScheduled } from './scheduled-rows.ts';
import type { ConversationRow } from './row.ts';
import { conversationOf, shownColumns, shownTables } from './row.ts';
import { requireReach } from './within-reach.ts';

const pageSize = 80;

export async function readThread(
  conversations: Conversations,
  person: Person,
  conversationId: string,
): Promise<ThreadAnswer> {
  const { pool, vault, epoch, now } = conversations;
  const { shopId } = person;
  return snapshotOfShop(pool, shopId, async (tx) => {
    // What the id alone finds goes to the database in one flight, and what those answers lead to in a second.
    const [position, conversation, { messages, hasOlder }, holds, scheduled, episodes, scores, colleagues] =
      await Promise.all([
        safePosition(tx),
        readConversation(tx, person, conversationId),
        readMessages(tx, shopId, conversationId, null),
        readHolds(tx, shopId, conversationId),
        readScheduled(tx, shopId, conversationId),
        readEpisodes(tx, shopId, conversationId),
        readScores(tx, shopId, conversationId),
        listColleagues(tx, shopId, now()),
      ]);
    const [beside, customer] = await Promise.all([
      readBeside(tx, shopId, conversationId, messages[0]?.seq ?? 1),
      readCustomer(tx, vault, shopId, conversation.customerId),
    ]);
    return {
      conversation,
      messages,
      hasOlder,
      ...beside,
      holds,
      scheduled,
      customer: { ...customer, episodes },
      scores,
      colleagues,
      cursor: cursorOf(epoch, position),
    };
  });
}

/** Older ones, for scrolling up. */
export async function readOlder(
  { pool }: Conversations,
  person: Person,
  conversationId: string,
  { before, limit }: { before: number; limit?: number },
): Promise<MessagesAnswer> {
  return snapshotOfShop(pool, person.shopId, async (tx) => {
    const [{ messages, hasOlder }] = await Promise.all([
      readMessages(tx, person.shopId, conversationId, before, limit),
      readConversation(tx, person, conversationId),
    ]);
    const from = messages[0]?.seq ?? 1;
    return { messages, hasOlder, ...(await readBeside(tx, person.shopId, conversationId, from, before)) };
  });
}

export async function readConversation(
  tx: Tx,
  person: Person,
  conversationId: string,
): Promise<Conversation> {
  const [row] = await tx.query<ConversationRow>(
    `select ${shownColumns} from ${shownTables} where c.shop_id = $1 and c.conversation_id = $2`,
    [person.shopId, conversationId],
  );
  if (!row) refuse({ code: 'not-found', what: 'conversation' });
  const conversation = conversationOf(row);
  requireReach(person, conversation);
  return conversation;
}

/** Ascending; the newest page, or the one before a message. */
export async function readMessages(
  tx: Tx,
  shopId: string,
  conversationId: string,
  before: number | null,
  limit = pageSize,
  /** Those up to this one are not asked for. */
  after = 0,
): Promise<{ messages: Message[]; hasOlder: boolean }> {
  const rows = await tx.query<Message>(
    `select m.seq, m.message_id as "messageId", m.client_id as "clientId", m.episode_id as "episodeId", m.author,
      m.author_id as "authorId", case m.author when 'customer' then cu.name else a.name end as "authorName",
      a.work_number as "authorWorkNumber", m.text, m.created_at as at, m.said_at as "saidAt",${carriedColumns}
    from messages m
    left join agents a on m.author = 'agent' and a.shop_id = m.shop_id and a.agent_id = m.author_id
    left join customers cu on m.author = 'customer' and cu.shop_id = m.shop_id and cu.customer_id = m.author_id
    where m.shop_id = $1 and m.conversation_id = $2 and ($3::int is null or m.seq < $3) and m.seq > $5
    order by m.seq desc limit $4`,
    [shopId, conversationId, before, limit + 1, after],
  );
  return { messages: rows.slice(0, limit).toReversed().map(asPosted), hasOlder: rows.length > limit };
}

/** As the event tells it: what a message does not carry is not mentioned. */
const asPosted = ({ attachment, quote, ...message }: Message): Message => ({
  ...message,
  ...(attachment && { attachment }),
  ...(quote && { quote }),
});

/**
 * What stands among the messages from one on; with `before`, up to that one. What stands behind a message is read with the
 * next, so that nothing is read twice and nothing is left out between two pages.
 */
async function readBeside(tx: Tx, shopId: string, conversationId: string, from: number, before?: number) {
  const [notes, findings, alerts, marks] = await Promise.all([
    readNotes(tx, shopId, conversationId, from, before),
    readFindings(tx, shopId, conversationId, from, before),
    readAlerts(tx, shopId, conversationId, from, before),
    readMarks(tx, shopId, conversationId, from, before),
  ]);
  return { notes, findings, alerts, marks };
}

function readNotes(
  tx: Tx,
  shopId: string,
  conversationId: string,
  from: number,
  before?: number,
): Promise<Note[]> {
  return tx.query(
    `select n.staff_seq as "staffSeq", n.note_id as "noteId", n.kind, n.author_id as "authorId", a.name as "authorName",
      n.text, n.created_at as at, n.after_seq as "afterSeq"
    from notes n join agents a on a.shop_id = n.shop_id and a.agent_id = n.author_id
    where n.shop_id = $1 and n.conversation_id = $2 and n.after_seq >= $3 - 1 and ($4::int is null or n.after_seq < $4 - 1)
    order by n.staff_seq`,
    [shopId, conversationId, from, before ?? null],
  );
}

function readFindings(
  tx: Tx,
  shopId: string,
  conversationId: string,
  from: number,
  before?: number,
): Promise<StoredFinding[]> {
  return tx.query(
    `select finding_id as "findingId", episode_id as "episodeId", rule, weight, moment, message_seq as "messageSeq",
      start_at as start, end_at as "end", verdict, verdict_by as "verdictBy",
      contested_by as "contestedBy", contest_reason as "contestReason", created_at as at
    from findings where shop_id = $1 and conversation_id = $2 and message_seq >= $3 and ($4::int is null or message_seq < $4)
    order by created_at, finding_id`,
    [shopId, conversationId, from, before ?? null],
  );
}

/** Those that nobody has taken yet wherever they stand. */
function readAlerts(
  tx: Tx,
  shopId: string,
  conversationId: string,
  from: number,
  before?: number,
): Promise<Alert[]> {
  return tx.query(
    `select alert_id as "alertId", cause, message_seq as "messageSeq", created_at as at, acknowledged_by as "acknowledgedBy"
    from alerts where shop_id = $1 and conversation_id = $2
      and case when $4::int is null then message_seq >= $3 or acknowledged_by is null else message_seq >= $3 and message_seq < $4 end
    order by created_at, alert_id`,
    [shopId, conversationId, from, before ?? null],
  );
}

/** The log itself knows who had it when. */
async function readMarks(
  tx: Tx,
  shopId: string,
  conversationId: string,
  from: number,
  before?: number,
): Promise<Mark[]> {
  const rows = await tx.query<{ data: Mark['event']; at: number }>(marksRead, [
    shopId,
    conversationId,
    from,
    before ?? null,
  ]);
  return rows.map(({ data, at }) => {
    return {
      staffSeq: data.staffSeq,
      at,
      afterSeq: data.afterSeq ?? 0,
      event: { ...data, conversationId, at },
    };
  });
}

/** The kinds that the index `events_marks` knows: with another one it is of no use. */
export const marksRead = `select data, at from events where shop_id = $1 and conversation_id = $2
  and type in ('episode.opened', 'episode.assigned', 'episode.queued', 'episode.closed', 'episode.scored',
    'episode.snoozed', 'episode.woken', 'silence.noticed', 'conversation.merged', 'conversation.joined', 'order.operated')
  and (data->>'afterSeq')::int >= $3 - 1 and ($4::int is null or (data->>'afterSeq')::int < $4 - 1) order by event_id`;

/** The latest: whoever waits for a decision waits for a late one. */
const mostHolds = 50;

async function readHolds(tx: Tx, shopId: string, conversationId: string): Promise<Hold[]> {
  const rows = await tx.query<Hold>(
    `select hold_id as "holdId", agent_id as "agentId",
      (select coalesce(json_agg(f->>'rule'), '[]') from jsonb_array_elements(findings) as f) as rules, created_at as at, outcome, reason
    from holds where shop_id = $1 and conversation_id = $2 order by created_at desc, hold_id desc limit ${mostHolds}`,
    [shopId, conversationId],
  );
  return rows.toReversed();
}

async function readCustomer(
  tx: Tx,
  vault: Vault,
  shopId: string,
  customerId: string,
): Promise<Omit<CustomerCard, 'episodes'>> {
  const [[customer], contacts] = await Promise.all([
    tx.query<{
      name: string | null;
      external_id: string | null;
      order_state: string | null;
      created_at: number;
    }>(
      'select name, external_id, order_state, created_at from customers where shop_id = $1 and customer_id = $2',
      [shopId, customerId],
    ),
    readContacts(tx, vault, shopId, customerId),
  ]);
  return {
    customerId,
    name: customer!.name,
    signedIn: customer!.external_id !== null,
    phones: contacts.phone.map((value) => mask('phone', value)),
    addresses: contacts.address.map((value) => mask('address', value)),
    orders: contacts.order.map((value) => mask('order', value)),
    orderState: customer!.order_state,
    since: customer!.created_at,
  };
}

function readEpisodes(tx: Tx, shopId: string, conversationId: string): Promise<CustomerCard['episodes']> {
  return tx.query(
    `select episode_id as "episodeId", number, first_seq as "firstSeq", opened_at as "openedAt", closed_at as "closedAt", points,
      stars, rating_word as "ratingWord"
    from episodes where shop_id = $1 and conversation_id = $2 order by number desc limit 50`,
    [shopId, conversationId],
  );
}

function readScores(tx: Tx, shopId: string, conversationId: string): Promise<EpisodeScore[]> {
  return tx.query<EpisodeScore & { lines: ScoreLine[] }>(
    `select s.episode_id as "episodeId", e.number, s.points, s.veto, s.lines, s.not_judged as "notJudged", s.engine, s.settings_version as "settingsVersion", s.scored_at as "scoredAt"
    from scores s join episodes e on e.shop_id = s.shop_id and e.episode_id = s.episode_id
    where s.shop_id = $1 and s.conversation_id = $2 order by e.number desc limit 20`,
    [shopId, conversationId],
  );
}
