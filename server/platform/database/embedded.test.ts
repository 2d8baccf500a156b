import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Embedded, startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { findCluster } from './placement.ts';
import { removeCluster, testSecret } from './testing.ts';

const isRoot = process.getuid?.() === 0;
let dataDir: string;
let running: Embedded | null;
let said: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'yinuo-embedded-')); // closed to other users, as /root is
  running = null;
  said = '';
});

afterEach(async () => {
  await running?.stop('immediate');
  await removeCluster(dataDir);
  rmSync(dataDir, { recursive: true });
});

async function start(folder = dataDir, durable = false): Promise<Embedded> {
  running = await startEmbedded({ dataDir: folder, durable, log: ({ en }) => (said += `${en}\n`) });
  return running;
}

async function ask(sql: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: running?.ownerUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
}

const setting = async (name: string) => (await ask(`select current_setting('${name}') as value`)).value;

test('commits reach the disk before they are acknowledged, and nothing listens on the network', async () => {
  await start(dataDir, true);
  expect(await setting('fsync')).toBe('on');
  expect(await setting('synchronous_commit')).toBe('on');
  expect(await setting('full_page_writes')).toBe('on');
  expect(await setting('data_checksums')).toBe('on');
  expect(await setting('listen_addresses')).toBe('');
});

test('only the right password, through a folder that is closed to others, opens the database', async () => {
  const { ownerUrl } = await start();
  const socket = decodeURIComponent(new URL(ownerUrl).hostname);
  expect(statSync(socket).mode & 0o777).toBe(0o700);
  expect(statSync(join(dataDir, 'cluster.json')).mode & 0o777).toBe(0o600);
  const stranger = new pg.Client({ connectionString: ownerUrl.replace(/:[^:@/]+@/, ':guess@') });
  await expect(stranger.connect()).rejects.toThrow(/password authentication failed/);
});

test('text sorts, folds and counts as Unicode on every machine', async () => {
  await start();
  const sql = `select lower('É') as folded, char_length('一诺千金') as length, current_setting('timezone') as zone`;
  expect(await ask(sql)).toEqual({ folded: 'é', length: 4, zone: 'UTC' });
});

test.runIf(isRoot)('for root it runs as a system user, from where that user can read', async () => {
  const { pid } = await start();
  expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
  expect(readlinkSync(`/proc/${pid}/exe`)).toMatch(/^\/var\/lib\/yinuo\/postgresql-/);
  expect(findCluster(dataDir)?.home).toMatch(/^\/var\/lib\/yinuo\/cluster-/);
});

test('killed again and again it comes back under the same address', async () => {
  const database = await start();
  const pool = new pg.Pool({ connectionString: database.ownerUrl });
  pool.on('error', () => {});
  for (const round of [1, 2]) {
    const killed = database.pid;
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => database.pid !== killed && database.state, { timeout: 30_000 }).toBe('running');
    await expect.poll(() => pool.query('select 1').then(() => 'open', String)).toBe('open');
    expect(said.match(/is back/g)).toHaveLength(round);
  }
  await pool.end();
});

test('stopped while it is being restarted, it stays stopped', async () => {
  const database = await start();
  process.kill(database.pid, 'SIGKILL');
  await expect.poll(() => database.state, { interval: 1 }).toBe('restarting');
  await database.stop();
  expect(database.state).toBe('stopped');
  await start();
  expect(await ask('select 1 as one')).toEqual({ one: 1 });
});

test('a stranger that got the number of the dead postmaster is left alone', async () => {
  const { ownerUrl, stop } = await start();
  await stop();
  const stranger = spawn('sleep', ['60'], { uid: statSync(dataOf()).uid, gid: statSync(dataOf()).gid });
  writeFileSync(join(dataOf(), 'postmaster.pid'), `${stranger.pid}\n${dataOf()}\n`);
  const socket = decodeURIComponent(new URL(ownerUrl).host);
  writeFileSync(join(socket, '.s.PGSQL.5432.lock'), `${stranger.pid}\n${dataOf()}\n`);
  await start();
  expect(await ask('select 1 as one')).toEqual({ one: 1 });
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  stranger.kill();
  await once(stranger, 'exit');
});

test('two at once: one runs, the other is told', async () => {
  await start();
  await expect(startEmbedded({ dataDir, log: () => {} })).rejects.toThrow(
    `Another Yinuo (process ${process.pid}) is using`,
  );
  expect(await ask('select 1 as one')).toEqual({ one: 1 });
});

test('a cluster of another major version is named and not touched', async () => {
  await (await start()).stop();
  writeFileSync(join(dataOf(), 'PG_VERSION'), '17\n');
  await expect(start()).rejects.toThrow(/made by PostgreSQL 17/);
  expect(readFileSync(join(dataOf(), 'PG_VERSION'), 'utf8')).toBe('17\n');
});

test('a damaged record is named', async () => {
  writeFileSync(join(dataDir, 'cluster.json'), '{"directory":');
  await expect(start()).rejects.toThrow(/cluster\.json is damaged/);
  rmSync(join(dataDir, 'cluster.json'));
});

test.for(['bypassrls', 'superuser'])('a role for requests that is %s is refused', async (might) => {
  const { ownerUrl } = await start();
  await ask(`create role yinuo_app login ${might}`);
  await expect(migrate(ownerUrl, { secret: testSecret })).rejects.toThrow(
    /yinuo_app can pass row-level security/,
  );
});

test('what PostgreSQL says when it does not start is passed on', async () => {
  await (await start()).stop();
  writeFileSync(join(dataOf(), 'postgresql.conf'), 'no_such_setting = 1\n');
  await expect(start()).rejects.toThrow(/did not start[^]*no_such_setting/);
});

function dataOf(): string {
  return String(findCluster(dataDir)?.data);
}
