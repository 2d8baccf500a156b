/** The inbox's first page with 100,000 conversations: read off an index in its own order. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InboxFilter, InboxView } from '../../../core/conversations/inbox.ts';
import { belongs, inboxViews, matches } from '../../../core/conversations/inbox.ts';
import type { Person, Role } from '../../../core/team/roles.ts';
import { may, roles } from '../../../core/team/roles.ts';
import type { TestDatabase } from '../../platform/database/testing.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import { pageQueries, usualPage } from './list-inbox.ts';
import type { ConversationRow } from './row.ts';
import { conversationOf, shownColumns, shownTables } from './row.ts';

const shopId = '00000000-0000-7000-8000-000000000001';
const smallShopId = '00000000-0000-7000-8000-000000000002';
const agentId = '00000000-0000-7000-8000-00000000a001';
const colleague = '00000000-0000-7000-8000-00000000a002';
const limit = usualPage;

let database: TestDatabase;
let app: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await fill(owner, shopId, 100_000);
  await fill(owner, smallShopId, 700);
  await owner.query('analyze');
  await owner.end();
  app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
}, 240_000);
afterAll(async () => {
  await app.end();
  await database.drop();
});

/** By whom, which list, filtered how, and the index that gives each part's order. */
const readers: [Role, InboxView, InboxFilter, string[]][] = [
  ['agent', 'mine', {}, ['mine']],
  ['agent', 'waiting', {}, ['waiting']],
  ['agent', 'all', {}, ['open', 'closed']],
  ['agent', 'risk', {}, ['risk']],
  ['agent', 'closed', {}, ['closed']],
  ['supervisor', 'mine', {}, ['mine']],
  ['supervisor', 'waiting', {}, ['waiting']],
  ['supervisor', 'all', {}, ['open', 'closed']],
  ['supervisor', 'risk', {}, ['risk']],
  ['supervisor', 'snoozed', {}, ['snoozed']],
  ['supervisor', 'closed', {}, ['closed']],
  ['supervisor', 'closed', { agentId: colleague }, ['closed_agent']],
  ['supervisor', 'closed', { group: 'after-sales' }, ['closed_group']],
  ['supervisor', 'closed', { mood: 'strong' }, ['closed_mood']],
  ['supervisor', 'closed', { channel: 'phone' }, ['closed_channel']],
  ['supervisor', 'closed', { unread: true }, ['closed_unread']],
];

describe.each(['force_custom_plan', 'force_generic_plan'])('with plan_cache_mode = %s', (mode) => {
  test.each(readers)(
    '%s, %s, %j: first and second page by %j, without a sort',
    async (role, view, filter, indexes) => {
      const person = personOf(role);
      const first = pageQueries(person, { view, filter, limit });
      expect(first).toHaveLength(indexes.length);
      for (const [i, index] of indexes.entries()) {
        const { plan, last } = await explain(mode, first[i]!);
        const second = pageQueries(person, { view, filter, limit, after: keyOf(view, last) })[i]!;
        for (const one of [plan, (await explain(mode, second)).plan]) {
          const nodes = [...walk(one)];
          const names = nodes.map((node) => node['Node Type']);
          expect(names.join(' '), JSON.stringify(one)).not.toMatch(/Sort|Hash|Seq Scan|Bitmap/);
          expect(nodes.map((node) => node['Index Name'])).toContain(`conversations_${index}`);
          const scanned = nodes.find((node) => node['Index Name'] === `conversations_${index}`)!;
          expect(scanned['Actual Rows'] + (scanned['Rows Removed by Filter'] ?? 0)).toBeLessThan(limit * 8);
          expect(one['Actual Rows']).toBe(limit + 1);
        }
      }
    },
  );
});

test('the length of a page is known to the planner, whoever asks: a plan for all is no dearer than one for each', async () => {
  for (const [role, view] of readers.filter(([, , filter]) => Object.keys(filter).length === 0))
    for (const query of pageQueries(personOf(role), { view, filter: {}, limit })) {
      const own = (await explain('force_custom_plan', query)).plan['Total Cost'];
      const kept = (await explain('force_generic_plan', query)).plan['Total Cost'];
      expect(kept, query.sql).toBeLessThan(own * 2);
    }
});

test.each(roles.filter((role) => may({ role }, 'conversations.read')))(
  '%s: each list holds what core says, filtered or not',
  async (role) => {
    const person = { ...personOf(role), shopId: smallShopId };
    await inShop(smallShopId, async () => {
      const stored = await app.query<ConversationRow>(
        `select ${shownColumns} from ${shownTables} where c.shop_id = $1`,
        [smallShopId],
      );
      const all = stored.rows.map(conversationOf);
      for (const view of inboxViews) {
        for (const filter of filters) {
          const wanted = all.filter((one) => belongs(view, one, person) && matches(filter, one));
          const found = [];
          for (const { sql, values } of pageQueries(person, { view, filter, limit: 10_000 }))
            found.push(...(await app.query<LastRow>(sql, values)).rows);
          expect(
            found.map((row) => row.conversation_id).toSorted(),
            `${view} ${JSON.stringify(filter)}`,
          ).toEqual(wanted.map((one) => one.conversationId).toSorted());
        }
      }
    });
  },
);

const filters: InboxFilter[] = [
  {},
  { group: 'after-sales' },
  { mood: 'strong' },
  { unread: true },
  { agentId: colleague },
  { channel: 'phone' },
  { tag: '00000000-0000-7000-8006-000000000005' },
  { group: 'pre-sales', unread: true },
];

function personOf(role: Role): Person {
  return { shopId, agentId, role, groups: ['after-sales'], name: '', workNumber: '' };
}

interface Node {
  'Node Type': string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Total Cost': number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}

interface LastRow {
  urgency: number;
  queued_at: Date | null;
  snoozed_until: Date | null;
  activity_at: Date;
  conversation_id: string;
}

function keyOf(view: InboxView, last: LastRow): string {
  const { urgency, queued_at, snoozed_until, activity_at, conversation_id } = last;
  const at = view === 'waiting' ? queued_at! : view === 'snoozed' ? snoozed_until : activity_at;
  return `${urgency}_${at?.getTime() ?? 'never'}_${conversation_id}`;
}

/** As the app's own role, behind the wall. */
async function explain(mode: string, { sql, values }: { sql: string; values: unknown[] }) {
  const name = `page_${++made}`;
  await app.query('begin');
  await app.query(`select set_config('app.shop_id', $1, true), set_config('plan_cache_mode', $2, true)`, [
    shopId,
    mode,
  ]);
  const page = await app.query<LastRow>({ name, text: sql, values });
  const types = await app.query<{ types: string }>(
    `select array_to_string(parameter_types, ',') as types from pg_prepared_statements where name = $1`,
    [name],
  );
  const literals = types.rows[0]!.types.split(',').map((type, i) => `${literal(values[i])}::${type}`);
  const { rows } = await app.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    `explain (analyze, format json) execute ${name}(${literals.join(', ')})`,
  );
  await app.query('commit');
  return { plan: rows[0]!['QUERY PLAN'][0].Plan, last: page.rows[limit - 1]! };
}

async function inShop(id: string, work: () => Promise<void>): Promise<void> {
  await app.query('begin');
  await app.query(`select set_config('app.shop_id', $1, true)`, [id]);
  await work();
  await app.query('commit');
}

let made = 0;

function literal(value: unknown): string {
  return app.escapeLiteral(Array.isArray(value) ? `{${value.join(',')}}` : String(value));
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.Plans ?? []) yield* walk(child);
}

/** Most of them closed, as after a year; a busy hour's worth open. Each has its customer, episode and last message; some carry a picture. */
async function fill(owner: pg.Client, shop: string, count: number): Promise<void> {
  const id = (kind: string, i = 'i') =>
    `('00000000-0000-7000-${kind}-' || lpad(to_hex(${i}), 12, '0'))::uuid`;
  await owner.query(`
    set session_replication_role = replica;
    insert into shops (shop_id, slug, name, settings) values ('${shop}', '${shop}', 's', '{}');
    insert into agents (shop_id, agent_id, login, name, work_number, role, groups, password_hash)
      select '${shop}', ${id('8000', "x'a000'::int + i")}, 'a' || i, 'a' || i, i::text, 'agent', '{after-sales}', '' from generate_series(1, 40) i;
    insert into customers (shop_id, customer_id, name) select '${shop}', ${id('8001')}, 'c' || i from generate_series(1, ${count}) i;
    insert into tags (shop_id, tag_id, name, colour, created_by, created_at)
      select '${shop}', ${id('8006')}, 't' || i, 'teal', ${id('8000', "x'a001'::int")}, now() from generate_series(1, 20) i;
    insert into customer_tags (shop_id, customer_id, tag_id, tagged_by, tagged_at)
      select '${shop}', ${id('8001')}, ${id('8006', '1 + i / 3 % 20')}, ${id('8000', "x'a001'::int")}, now() from generate_series(3, ${count}, 3) i;
    insert into conversations (shop_id, conversation_id, customer_id, channel, state, group_name, assignee_id, urgency, mood, late_stage, open_alerts, unread,
        snoozed, snoozed_until, episode_id, queued_at, seq, activity_at)
      select '${shop}', ${id('8002')}, ${id('8001')}, case when i % 100 = 17 then 'phone' else 'widget' end, state, (array['pre-sales', 'in-sales', 'after-sales'])[1 + i % 3],
        case when state = 'waiting' then null else ${id('8000', "x'a000'::int + 1 + i / 20 % 40")} end, i % 3,
        (array['calm', 'uneasy', 'calm', 'dissatisfied', 'calm', 'calm', 'strong', 'calm', 'calm', 'calm', 'calm'])[1 + i / 20 % 11],
        case when state <> 'closed' and i / 20 % 7 = 1 then 60 else 0 end, case when i / 20 % 13 = 2 then 1 else 0 end, case when i / 20 % 5 = 3 then 2 else 0 end,
        state = 'assigned' and i / 20 % 4 = 1, case when state = 'assigned' and i / 20 % 8 = 1 then now() + i * interval '1 minute' end, ${id('8003')},
        case when state = 'waiting' then now() - i * interval '1 second' end, 1, now() - i * interval '1 minute'
      from (select i, case when i % 20 = 0 then 'waiting' when i % 20 = 1 then 'assigned' else 'closed' end as state
        from generate_series(1, ${count}) i) as made;
    insert into episodes (shop_id, episode_id, conversation_id, number, first_seq, opened_at)
      select '${shop}', ${id('8003')}, ${id('8002')}, 1, 1, now() from generate_series(1, ${count}) i;
    insert into attachments (shop_id, attachment_id, conversation_id, kind, uploader, uploader_id, state, created_at)
      select '${shop}', ${id('8005')}, ${id('8002')}, 'image', 'customer', ${id('8001')}, 'posted', now()
      from generate_series(10, ${count}, 10) i;
    insert into messages (shop_id, conversation_id, seq, message_id, client_id, episode_id, author, author_id, text, created_at, attachment_id)
      select '${shop}', ${id('8002')}, 1, ${id('8004')}, 'client-' || i, ${id('8003')}, 'customer', ${id('8001')}, '有货吗', now(),
        case when i % 10 = 0 then ${id('8005')} end
      from generate_series(1, ${count}) i;
  `);
}
