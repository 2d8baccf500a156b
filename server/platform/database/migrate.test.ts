import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { type TestDatabase, emptyDatabase, testDatabase, testSecret } from './testing.ts';

let database: TestDatabase;
let migrations: string;

beforeEach(async () => {
  database = await emptyDatabase();
  migrations = mkdtempSync(join(tmpdir(), 'yinuo-migrations-'));
});

afterEach(async () => {
  await database.drop();
  rmSync(migrations, { recursive: true });
});

function write(files: Record<string, string>): void {
  mkdirSync(join(migrations, 'routines'), { recursive: true });
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(migrations, name), sql);
}

function run() {
  return migrate(database.ownerUrl, { secret: testSecret, migrations });
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const steps = () => ask(database.ownerUrl, 'select step from steps order by at');
const first = { '0001-first.sql': 'create table steps (step text, at int generated always as identity)' };

describe('migrations', () => {
  test('run once each, in the order of their numbers', async () => {
    write({
      ...first,
      '0003-c.sql': `insert into steps values ('c')`,
      '0002-b.sql': `insert into steps values ('b')`,
    });
    await run();
    write({ '0010-d.sql': `insert into steps values ('d')` });
    await run();
    expect(await steps()).toEqual([{ step: 'b' }, { step: 'c' }, { step: 'd' }]);
  });

  test('run once when several nodes start at the same moment', async () => {
    write({ ...first, '0002-b.sql': `select pg_sleep(0.1); insert into steps values ('b')` });
    await Promise.all([run(), run(), run()]);
    expect(await steps()).toEqual([{ step: 'b' }]);
  });

  test('that fail leave nothing behind and can be put right', async () => {
    write({ ...first, '0002-b.sql': `insert into steps values ('b'); select 1 / 0` });
    await expect(run()).rejects.toThrow(/0002-b\.sql failed.*division by zero/);
    expect(await steps()).toEqual([]);
    write({ '0002-b.sql': `insert into steps values ('B')` });
    await run();
    expect(await steps()).toEqual([{ step: 'B' }]);
  });

  test('and their record stand or fall together', async () => {
    write({ ...first, '0002-b.sql': `alter table yinuo_migrations rename to elsewhere` });
    await expect(run()).rejects.toThrow(/0002-b\.sql failed/);
    expect(await ask(database.ownerUrl, 'select name from yinuo_migrations')).toEqual([
      { name: '0001-first.sql' },
    ]);
  });

  test.for([
    ['changed after they ran', { '0001-first.sql': 'select 1' }, /0001-first\.sql was applied .* changed/],
    ['numbered below what ran', { '0000-late.sql': 'select 1' }, /0000-late\.sql is numbered below/],
    ['with a number twice', { '0001-other.sql': 'select 1' }, /misnamed/],
    ['without a number', { 'later.sql': 'select 1' }, /later\.sql is misnamed/],
  ] as const)('%s are refused', async ([, files, message]) => {
    write(first);
    await run();
    write(files);
    await expect(run()).rejects.toThrow(message);
  });

  test('of a newer version stop an older program', async () => {
    write({ ...first, '0002-newer.sql': 'select 1' });
    await run();
    rmSync(join(migrations, '0002-newer.sql'));
    await expect(run()).rejects.toThrow(/0002-newer\.sql, which this program lacks/);
  });
});

test('routines are replaced when their file changes, after the migrations', async () => {
  const routine = (answer: number) =>
    `create or replace function answer() returns int language sql as 'select ${answer} from steps'`;
  write({ ...first, '0002-b.sql': `insert into steps values ('b')`, 'routines/answer.sql': routine(1) });
  await run();
  write({ 'routines/answer.sql': routine(2) });
  await run();
  expect(await ask(database.ownerUrl, 'select answer()')).toEqual([{ answer: 2 }]);
});

describe.each(['yinuo_app', 'yinuo_pump'])('the role %s', (role) => {
  const urlOf = ({ appUrl, pumpUrl }: TestDatabase) => (role === 'yinuo_app' ? appUrl : pumpUrl);
  let migrated: TestDatabase;
  beforeEach(async () => (migrated = await testDatabase()));
  afterEach(() => migrated.drop());

  test('can sign in, owns nothing, and can pass no wall', async () => {
    const [rights] = await ask(
      urlOf(migrated),
      `select current_user as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty,
         (select count(*)::int from pg_shdepend where refobjid = r.oid and deptype = 'o') as owned,
         (select count(*)::int from pg_auth_members where member = r.oid) as memberships,
         has_database_privilege(current_database(), 'create') as makes_schemas,
         has_schema_privilege('public', 'create') as makes_tables
       from pg_roles r where rolname = current_user`,
    );
    const none = { mighty: false, owned: 0, memberships: 0, makes_schemas: false, makes_tables: false };
    expect(rights).toEqual({ name: role, ...none });
  });

  test('enqueues jobs, and cannot change the queue itself', async () => {
    const url = urlOf(migrated);
    expect(await ask(url, `select attempts from graphile_worker.add_job('greet')`)).toEqual([
      { attempts: 0 },
    ]);
    await expect(ask(url, 'truncate graphile_worker._private_jobs')).rejects.toThrow(/permission denied/);
    await expect(ask(url, 'alter table graphile_worker._private_jobs add x int')).rejects.toThrow(/owner/);
  });

  test('may not look at the record of migrations', async () => {
    await expect(ask(urlOf(migrated), 'select * from yinuo_migrations')).rejects.toThrow(/permission denied/);
  });
});

test('the app works jobs off as its own role', async () => {
  const { runOnce } = await import('graphile-worker');
  const { appUrl, pumpUrl } = await run();
  await ask(
    pumpUrl,
    `select graphile_worker.add_job('greet', '{"name": "小敏"}', queue_name => 'greetings')`,
  );
  const greeted: unknown[] = [];
  await runOnce({ connectionString: appUrl, taskList: { greet: (payload) => void greeted.push(payload) } });
  expect(greeted).toEqual([{ name: '小敏' }]);
  expect(await ask(appUrl, 'select from graphile_worker._private_jobs')).toEqual([]);
});
