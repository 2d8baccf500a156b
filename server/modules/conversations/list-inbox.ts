/** One page of the inbox, in its view's own order, and the counts above it. */
import { validate as isUuid } from 'uuid';
import type { InboxPage, InboxView } from '../../../core/api.ts';
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

export interface InboxQuery {
  view: InboxView;
  limit: number;
  after?: string;
}

export async function listInbox(
  { pool, epoch }: Conversations,
  person: Person,
  asked: InboxQuery,
): Promise<InboxPage> {
  return snapshotOfShop(pool, person.shopId, async (tx) => {
    const position = await safePosition(tx);
    const { sql, values } = pageQuery(person, asked);
    const rows = await tx.query<ConversationRow>(sql, values);
    const more = rows.length > asked.limit;
    const page = rows.slice(0, asked.limit);
    return {
      rows: page.map(conversationOf),
      next: more ? keyOf(asked.view, page.at(-1)!) : null,
      counts: await count(tx, person),
      cursor: cursorOf(epoch, position),
    };
  });
}

/** The statement of a view's page: `inbox.test.ts` reads its plan. */
export function pageQuery(
  person: Person,
  { view, limit, after }: InboxQuery,
): { sql: string; values: unknown[] } {
  const values: unknown[] = [person.shopId, limit + 1];
  const add = (value: unknown) => `$${values.push(value)}`;
  const conditions = ['c.shop_id = $1'];
  const all = may(person, 'conversations.read-all');
  if (view === 'mine') conditions.push(`c.state = 'assigned' and c.assignee_id = ${add(person.agentId)}`);
  if (view === 'waiting') conditions.push(`c.state = 'waiting'`);
  if (!all && view === 'waiting') conditions.push(`c.group_name = any(${add(person.groups)})`);
  if (!all && view === 'all')
    conditions.push(`(c.group_name = any(${add(person.groups)}) or c.assignee_id = ${add(person.agentId)})`);
  if (after !== undefined) {
    const { urgency, at, id } = parseKey(after);
    conditions.push(
      view === 'waiting'
        ? `c.urgency <= ${add(urgency)}::smallint and (c.urgency < $${values.length} or (c.urgency = $${values.length} and (c.queued_at, c.conversation_id) > (${add(at)}::timestamptz, ${add(id)}::uuid)))`
        : `(c.activity_at, c.conversation_id) < (${add(at)}::timestamptz, ${add(id)}::uuid)`,
    );
  }
  const order =
    view === 'waiting'
      ? 'c.urgency desc, c.queued_at, c.conversation_id'
      : 'c.activity_at desc, c.conversation_id desc';
  const sql = `select ${shownColumns} from ${shownTables} where ${conditions.join(' and ')} order by ${order} limit $2`;
  return { sql, values };
}

async function count(tx: Tx, person: Person): Promise<InboxPage['counts']> {
  const groups = may(person, 'conversations.read-all') ? null : person.groups;
  const [row] = await tx.query<InboxPage['counts']>(
    `select
      (select count(*)::int from conversations where shop_id = $1 and state = 'assigned' and assignee_id = $2) as mine,
      (select coalesce(sum(unread), 0)::int from conversations where shop_id = $1 and state = 'assigned' and assignee_id = $2) as unread,
      (select count(*)::int from conversations where shop_id = $1 and state = 'waiting'
        and ($3::text[] is null or group_name = any($3))) as waiting`,
    [person.shopId, person.agentId, groups],
  );
  return row!;
}

function keyOf(view: InboxView, row: ConversationRow): string {
  const at = view === 'waiting' ? row.queued_at : row.activity_at;
  return `${row.urgency}_${at}_${row.conversation_id}`;
}

function parseKey(key: string): { urgency: number; at: string; id: string } {
  const match = /^([012])_(\d{1,13})_(\S+)$/.exec(key);
  if (!match || !isUuid(match[3]))
    refuse({ code: 'invalid', problems: [{ field: 'after', problem: 'malformed' }] });
  return { urgency: Number(match[1]), at: new Date(Number(match[2])).toISOString(), id: match[3]! };
}
