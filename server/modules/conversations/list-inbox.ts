/** One page of the inbox, in its list's own order, and the counts above it. */
import { validate as isUuid } from 'uuid';
import type { InboxFilter, InboxPage, InboxView } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import { may } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { snapshotOfShop } from '../../platform/database/pool.ts';
import { cursorOf } from '../../platform/log/cursor.ts';
import { safePosition } from '../../platform/log/entries.ts';
import type { Conversations } from './context.ts';
import type { ConversationRow } from './row.ts';
import { conversationOf, shownColumns, shownTables } from './row.ts';

/** As many as the desk asks for. */
export const usualPage = 50;

export interface InboxQuery {
  view: InboxView;
  filter: InboxFilter;
  limit: number;
  after?: string;
}

export async function listInbox(
  { pool, epoch }: Conversations,
  person: Person,
  asked: InboxQuery,
): Promise<InboxPage> {
  return snapshotOfShop(pool, person.shopId, async (tx) => {
    const [position, counts, ...lists] = await Promise.all([
      safePosition(tx),
      count(tx, person),
      ...pageQueries(person, asked).map(({ sql, values }) => tx.query<ConversationRow>(sql, values)),
    ]);
    const rows = lists.flat();
    if (lists.length > 1) rows.sort(latestFirst);
    const page = rows.slice(0, asked.limit);
    return {
      rows: page.map(conversationOf),
      next: rows.length > asked.limit ? keyOf(asked.view, page.at(-1)!) : null,
      counts,
      cursor: cursorOf(epoch, position),
    };
  });
}

/** What a list holds, as the predicate of the index that gives its order. */
const lists = {
  mine: `c.state = 'assigned'`,
  waiting: `c.state = 'waiting'`,
  open: `c.state in ('waiting', 'assigned')`,
  closed: `c.state = 'closed'`,
  risk: `c.state in ('waiting', 'assigned') and (c.open_alerts > 0 or c.late_stage > 0 or c.mood in ('dissatisfied', 'strong'))`,
  snoozed: 'c.snoozed',
};
type List = keyof typeof lists;

/** The statements of a page, one a list that it is read from: `inbox.test.ts` reads their plans. */
export function pageQueries(person: Person, asked: InboxQuery): { sql: string; values: unknown[] }[] {
  // What is open is few, what is closed is many: each by its own index, and the first of both together.
  return asked.view === 'all'
    ? [pageQuery(person, asked, 'open'), pageQuery(person, asked, 'closed')]
    : [pageQuery(person, asked, asked.view)];
}

function pageQuery(person: Person, { view, filter, limit, after }: InboxQuery, list: List) {
  const values: unknown[] = [person.shopId];
  const add = (value: unknown) => `$${values.push(value)}`;
  // As a number in the text, it tells the planner that the page is short: one plan then serves all. Any other length is
  // a parameter, so that nobody fills the database's memory with a plan for each.
  const rows = limit === usualPage ? String(limit + 1) : add(limit + 1);
  const conditions = ['c.shop_id = $1', lists[list]];
  if (view === 'mine') conditions.push(`c.assignee_id = ${add(person.agentId)} and not c.snoozed`);
  else if (!may(person, 'conversations.read-all')) {
    const mine = () => `c.assignee_id = ${add(person.agentId)}`;
    const reached = () => `c.group_name = any(${add(person.groups)})`;
    if (view === 'waiting') conditions.push(reached());
    else conditions.push(view === 'snoozed' ? mine() : `(${reached()} or ${mine()})`);
  }
  const { group, agentId, mood, channel, unread, tag } = filter;
  if (group !== undefined) conditions.push(`c.group_name = ${add(group)}`);
  if (agentId !== undefined) conditions.push(`c.assignee_id = ${add(agentId)}`);
  if (mood !== undefined) conditions.push(`c.mood = ${add(mood)}`);
  if (channel !== undefined) conditions.push(`c.channel = ${add(channel)}`);
  if (unread) conditions.push('c.unread > 0');
  if (tag !== undefined)
    conditions.push(
      `c.customer_id in (select customer_id from customer_tags where shop_id = $1 and tag_id = ${add(tag)})`,
    );
  const { order, behind } = orders[view] ?? latest;
  if (after !== undefined) conditions.push(behind(parseKey(after), add));
  const sql = `select ${shownColumns} from ${shownTables} where ${conditions.join(' and ')} order by ${order} limit ${rows}`;
  return { sql, values };
}

interface Order {
  order: string;
  /** What comes after this place. */
  behind(place: Place, add: (value: unknown) => string): string;
}

const latest: Order = {
  order: 'c.activity_at desc, c.conversation_id desc',
  behind: ({ at, id }, add) =>
    `(c.activity_at, c.conversation_id) < (${add(at)}::timestamptz, ${add(id)}::uuid)`,
};

const orders: Partial<Record<InboxView, Order>> = {
  waiting: {
    order: 'c.urgency desc, c.queued_at, c.conversation_id',
    behind({ urgency, at, id }, add) {
      const than = add(urgency);
      return `c.urgency <= ${than}::smallint and (c.urgency < ${than} or (c.urgency = ${than} and (c.queued_at, c.conversation_id) > (${add(at)}::timestamptz, ${add(id)}::uuid)))`;
    },
  },
  // Whoever comes back first.
  snoozed: {
    order: `coalesce(c.snoozed_until, 'infinity'), c.conversation_id`,
    behind: ({ at, id }, add) =>
      `(coalesce(c.snoozed_until, 'infinity'), c.conversation_id) > (${add(at)}::timestamptz, ${add(id)}::uuid)`,
  },
};

function latestFirst(a: ConversationRow, b: ConversationRow): number {
  return b.activity_at - a.activity_at || (a.conversation_id < b.conversation_id ? 1 : -1);
}

async function count(tx: Tx, person: Person): Promise<InboxPage['counts']> {
  const groups = may(person, 'conversations.read-all') ? null : person.groups;
  const [row] = await tx.query<InboxPage['counts']>(
    `select own.mine, own.unread,
      (select count(*)::int from conversations c where shop_id = $1 and ${lists.waiting}
        and ($3::text[] is null or group_name = any($3))) as waiting,
      (select count(*)::int from conversations c where shop_id = $1 and ${lists.risk}
        and ($3::text[] is null or group_name = any($3) or assignee_id = $2)) as risk,
      (select count(*)::int from conversations c where shop_id = $1 and ${lists.snoozed}
        and ($3::text[] is null or assignee_id = $2)) as snoozed
    from (select count(*)::int as mine, coalesce(sum(unread), 0)::int as unread from conversations c
      where shop_id = $1 and ${lists.mine} and assignee_id = $2 and not snoozed) own`,
    [person.shopId, person.agentId, groups],
  );
  return row!;
}

function keyOf(view: InboxView, row: ConversationRow): string {
  const at =
    view === 'waiting'
      ? row.queued_at
      : view === 'snoozed'
        ? (row.snoozed_until ?? 'never')
        : row.activity_at;
  return `${row.urgency}_${at}_${row.conversation_id}`;
}

interface Place {
  urgency: number;
  at: string;
  id: string;
}

function parseKey(key: string): Place {
  const match = /^([012])_(\d{1,13}|never)_(\S+)$/.exec(key);
  if (!match || !isUuid(match[3]))
    refuse({ code: 'invalid', problems: [{ field: 'after', problem: 'malformed' }] });
  const at = match[2] === 'never' ? 'infinity' : new Date(Number(match[2])).toISOString();
  return { urgency: Number(match[1]), at, id: match[3]! };
}
