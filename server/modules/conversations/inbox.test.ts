/** The inbox's first page with 100,000 conversations: read off an index in its own order. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InboxView } from '../../../core/api.ts';
import type { Person, Role } from '../../../core/team/roles.ts';
import type { TestDatabase } from '../../platform/database/testing.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import { pageQuery } from './list-inbox.ts';

const shopId = '00000000-0000-7000-8000-000000000001';
const agentId = '00000000-0000-7000-8000-00000000a001';
const limit = 50;

let database: TestDatabase;
let app: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await fill(owner);
  await owner.end();
  app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
}, 240_000);
afterAll(async () => {
  await app.end();
  await database.drop();
});

const readers: [Role, InboxView, string][] = [
  ['agent', 'mine', 'conversations_mine'],
  ['agent', 'waiting', 'conversations_waiting'],
  ['agent', 'all', 'conversations_all'],
  ['supervisor', 'mine', 'conversations_mine'],
  ['supervisor', 'waiting', 'conversations_waiting'],
  ['supervisor', 'all', 'conversations_all'],
];

describe.each(['force_custom_plan', 'force_generic_plan'])('with plan_cache_mode = %s', (mode) => {
  test.each(readers)('%s, %s: first and second page by %s, without a sort', async (role, view, index) => {
    const person = {
      shopId,
      agentId,
      role,
      groups: ['after-sales'],
      name: '',
      workNumber: '',
    } satisfies Person;
    const first = await explain(mode, pageQuery(person, { view, limit }));
    const second = await explain(mode, pageQuery(person, { view, limit, after: keyOf(view, first.last) }));
    for (const { plan } of [first, second]) {
      const nodes = [...walk(plan)];
      const names = nodes.map((node) => node['Node Type']);
      expect(names.join(' '), JSON.stringify(plan)).not.toMatch(/Sort|Hash|Seq Scan|Bitmap/);
      expect(nodes.map((node) => node['Index Name'])).toContain(index);
      const scanned = nodes.find((node) => node['Index Name'] === index)!;
      expect(scanned['Actual Rows'] + (scanned['Rows Removed by Filter'] ?? 0)).toBeLessThan(limit * 8);
    }
    expect([first.plan['Actual Rows'], second.plan['Actual Rows']]).toEqual([limit + 1, limit + 1]);
  });
});

interface Node {
  'Node Type': string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}

interface LastRow {
  urgency: number;
  queued_at: Date | null;
  activity_at: Date;
  conversation_id: string;
}

function keyOf(view: InboxView, { urgency, queued_at, activity_at, conversation_id }: LastRow): string {
  return `${urgency}_${(view === 'waiting' ? queued_at! : activity_at).getTime()}_${conversation_id}`;
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

let made = 0;

function literal(value: unknown): string {
  return app.escapeLiteral(Array.isArray(value) ? `{${value.join(',')}}` : String(value));
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.Plans ?? []) yield* walk(child);
}

/** Most of them closed, as after a year; a busy hour's worth open. Each has its customer, episode and last message; some end with a file. */
async function fill(owner: pg.Client): Promise<void> {
  const id = (kind: string, i = 'i') =>
    `('00000000-0000-7000-${kind}-' || lpad(to_hex(${i}), 12, '0'))::uuid`;
  await owner.query(`
    set session_replication_role = replica;
    insert into shops (shop_id, slug, name, settings) values ('${shopId}', 's', 's', '{}');
    insert into agents (shop_id, agent_id, login, name, work_number, role, groups, password_hash)
      select '${shopId}', ${id('8000', "x'a000'::int + i")}, 'a' || i, 'a' || i, i::text, 'agent', '{after-sales}', '' from generate_series(1, 40) i;
    insert into customers (shop_id, customer_id, name) select '${shopId}', ${id('8001')}, 'c' || i from generate_series(1, 100000) i;
    insert into conversations (shop_id, conversation_id, customer_id, channel, state, group_name, assignee_id, urgency, episode_id, queued_at, seq, activity_at)
      select '${shopId}', ${id('8002')}, ${id('8001')}, 'widget', state, (array['pre-sales', 'in-sales', 'after-sales'])[1 + i % 3],
        case when state = 'waiting' then null else ${id('8000', "x'a000'::int + 1 + i / 20 % 40")} end, i % 3, ${id('8003')},
        case when state = 'waiting' then now() - i * interval '1 second' end, 1, now() - i * interval '1 minute'
      from (select i, case when i % 20 = 0 then 'waiting' when i % 20 = 1 then 'assigned' else 'closed' end as state
        from generate_series(1, 100000) i) as made;
    insert into episodes (shop_id, episode_id, conversation_id, number, first_seq, opened_at)
      select '${shopId}', ${id('8003')}, ${id('8002')}, 1, 1, now() from generate_series(1, 100000) i;
    insert into attachments (shop_id, attachment_id, conversation_id, kind, uploader, uploader_id, state, name, created_at)
      select '${shopId}', ${id('8005')}, ${id('8002')}, 'image', 'customer', ${id('8001')}, 'posted', 'p.png', now()
      from generate_series(1, 100000, 10) i;
    insert into messages (shop_id, conversation_id, seq, message_id, client_id, episode_id, author, author_id, text, created_at, attachment_id)
      select '${shopId}', ${id('8002')}, 1, ${id('8004')}, 'client-' || i, ${id('8003')}, 'customer', ${id('8001')}, '有货吗', now(),
        case when i % 10 = 1 then ${id('8005')} end
      from generate_series(1, 100000) i;
  `);
  await owner.query('analyze');
}
