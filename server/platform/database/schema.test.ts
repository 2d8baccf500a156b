import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from './testing.ts';
import { testDatabase } from './testing.ts';

/** What must be read before the shop is known, and the log's and the migrations' own book-keeping. */
const outsideTheWall = ['log_epoch', 'log_positions', 'sessions', 'shop_directory', 'yinuo_migrations'];
const roles = ['yinuo_app', 'yinuo_pump'];

let database: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function ask<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await owner.query(sql, values)).rows as Row[];
}

describe('every table of a shop', () => {
  test('stands behind forced row-level security; the few outside are these', async () => {
    const open = await ask<{ relname: string }>(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not (relrowsecurity and relforcerowsecurity) order by relname`,
    );
    expect(open.map((row) => row.relname)).toEqual(outsideTheWall);
  });

  test('lets the app see and write the rows of its own shop, and the pump read', async () => {
    const policies = await ask<{
      tablename: string;
      roles: string;
      cmd: string;
      qual: string;
      check: string;
    }>(
      `select tablename, array_to_string(roles, ',') as roles, cmd, qual, with_check as check
      from pg_policies where schemaname = 'public' and permissive = 'PERMISSIVE'`,
    );
    const own = `(shop_id = (NULLIF(current_setting('app.shop_id'::text, true), ''::text))::uuid)`;
    for (const { tablename, roles: to, cmd, qual, check } of policies) {
      if (to === 'yinuo_pump') expect([tablename, cmd]).toEqual([tablename, 'SELECT']);
      else expect([tablename, to, qual, check ?? own]).toEqual([tablename, 'yinuo_app', own, own]);
    }
    const walled = policies
      .filter((policy) => policy.roles === 'yinuo_app')
      .map((policy) => policy.tablename);
    const tables = await ask<{ relname: string }>(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and relname <> all($1) order by relname`,
      [outsideTheWall],
    );
    expect(walled.toSorted()).toEqual(tables.map((row) => row.relname));
  });

  test('leads its primary key and its unique keys with shop_id', async () => {
    const keys = await ask<{ name: string; first: string }>(
      `select c.conrelid::regclass || ' ' || c.conname as name, a.attname as first from pg_constraint c
      join pg_class t on t.oid = c.conrelid
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype in ('p', 'u') and t.relnamespace = 'public'::regnamespace and t.relname <> all($1)`,
      [outsideTheWall],
    );
    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter((key) => key.first !== 'shop_id')).toEqual([]);
    const without = await ask(
      `select relname from pg_class t where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'p')`,
    );
    expect(without).toEqual([]);
  });

  test('refers to other tables of the shop by shop_id first, on both sides', async () => {
    const references = await ask<{ name: string; here: string; there: string }>(
      `select c.conrelid::regclass || ' ' || c.conname as name, a.attname as here, b.attname as there
      from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace`,
    );
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((one) => one.here !== 'shop_id' || one.there !== 'shop_id')).toEqual([]);
  });

  test('is not reached round the wall through a view or a function of its owner', async () => {
    const doors = await ask(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
      union all select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`,
    );
    expect(doors).toEqual([]);
  });
});

describe.each(roles)('the role %s', (role) => {
  test('is no superuser, passes no wall, and belongs to nobody who does', async () => {
    const [found] = await ask(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*)::int from pg_auth_members where member = r.oid) as member_of
      from pg_roles r where rolname = $1`,
      [role],
    );
    expect(found).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      member_of: 0,
    });
  });

  test('owns nothing and can make nothing', async () => {
    const owned = await ask(`select relname from pg_class where pg_get_userbyid(relowner) = $1`, [role]);
    const [right] = await ask(
      `select has_schema_privilege($1, 'public', 'create') as makes,
        has_schema_privilege($1, 'graphile_worker', 'create') as makes_jobs`,
      [role],
    );
    expect(owned).toEqual([]);
    expect(right).toEqual({ makes: false, makes_jobs: false });
  });
});

describe('rights', () => {
  async function rights(role: string, privilege: string): Promise<string[]> {
    const rows = await ask<{ relname: string }>(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and has_table_privilege($1, oid, $2) order by relname`,
      [role, privilege],
    );
    return rows.map((row) => row.relname);
  }

  test('the pump reads what it delivers and writes nothing', async () => {
    expect(await rights('yinuo_pump', 'select')).toEqual([
      'conversations',
      'events',
      'holds',
      'log_epoch',
      'messages',
      'notes',
    ]);
    for (const privilege of ['insert', 'update', 'delete', 'truncate', 'references', 'trigger'])
      expect([privilege, await rights('yinuo_pump', privilege)]).toEqual([privilege, []]);
  });

  test('of people and customers the pump reads their names', async () => {
    const columns = await ask<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.column_privileges
      where grantee = 'yinuo_pump' and table_name in ('agents', 'customers') order by name`,
    );
    expect(columns.map((column) => column.name)).toEqual([
      'agents.agent_id',
      'agents.name',
      'agents.shop_id',
      'agents.work_number',
      'customers.customer_id',
      'customers.name',
      'customers.shop_id',
    ]);
  });

  test('the app can neither change nor remove what was written down for good', async () => {
    const changed = [...(await rights('yinuo_app', 'update')), ...(await rights('yinuo_app', 'delete'))];
    for (const table of ['events', 'unmaskings', 'log_epoch', 'yinuo_migrations'])
      expect(changed).not.toContain(table);
    expect(await rights('yinuo_app', 'truncate')).toEqual([]);
  });
});
