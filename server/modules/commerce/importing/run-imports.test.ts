/** Files from the desk: whatever ends the server, every row is in once and told once; what is no table leaves nothing behind. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ImportPreview, ImportRun } from '../../../../core/commerce/import-api.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { Refused } from '../../../../core/refusal.ts';
import type { Person } from '../../../../core/team/roles.ts';
import { until } from '../../../../test/until.ts';
import type { Pool } from '../../../platform/database/pool.ts';
import { inShop, openPool } from '../../../platform/database/pool.ts';
import type { TestDatabase } from '../../../platform/database/testing.ts';
import { testDatabase, testSecret } from '../../../platform/database/testing.ts';
import { openDiskStore } from '../../../platform/files/disk-store.ts';
import { openVault } from '../../../platform/vault.ts';
import type { Commerce } from '../context.ts';
import { foundShop } from '../testing.ts';
import { readImport, runOf } from './import-rows.ts';
import type { ImportRunner } from './run-imports.ts';
import { cancelImport, runImports } from './run-imports.ts';
import { confirmImport, receiveFile } from './uploads.ts';

const total = 6000;
const file = Buffer.from(
  ['订单编号,买家会员名,联系手机,总金额']
    .concat(Array.from({ length: total }, (_, i) => `8${100000 + i},买家${i % 50},138${10000000 + i},9.90`))
    .concat('8999999,某人,,一百')
    .join('\n'),
);

const shopId = uuid();
const person = { shopId, agentId: uuid() } as Person;
let database: TestDatabase;
let pool: Pool;
let folder: string;
let later: number;
let failures: unknown[];
let runners: ImportRunner[];
let stalled: (() => void)[];

beforeAll(async () => {
  database = await testDatabase();
  pool = openPool(database.appUrl, 6);
  await foundShop(pool, person);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinuo-imports-'));
  [later, failures, runners, stalled] = [0, [], [], []];
});
afterEach(async () => {
  for (const goOn of stalled) goOn();
  await Promise.all(runners.map((runner) => runner.stop()));
  expect(failures).toEqual([]);
  await rm(folder, { recursive: true });
  await inShop(pool, shopId, async (tx) => {
    for (const table of ['imports', 'order_lines', 'orders', 'buyers']) tx.send(`delete from ${table}`);
  });
});

/** What one server has; they share the database, the files and the clock. */
const server = (): Commerce => ({
  pool,
  vault: openVault(testSecret),
  files: openDiskStore(folder),
  largestImport: 1_000_000,
  zone: async () => '+08:00',
  now: () => Date.now() + later,
  onFailure: (error) => void failures.push(error),
});

function run(commerce: Commerce): ImportRunner {
  const runner = runImports(commerce);
  runners.push(runner);
  return runner;
}

/** Its file stops coming after so many bytes, until it is let go on. */
function stalling(after: number): { commerce: Commerce; goOn(): void } {
  const commerce = server();
  const { promise, resolve } = Promise.withResolvers<void>();
  stalled.push(resolve);
  let opened = 0;
  const open: Commerce['files']['open'] = async (shop, hash) => {
    const found = await commerce.files.open(shop, hash);
    // Read to its end for the encoding, to its names, and then for its rows.
    if (!found || ++opened < 4) return found;
    return { ...found, stream: Readable.from(slowly(found.stream, after, promise)) };
  };
  return { commerce: { ...commerce, files: { ...commerce.files, open } }, goOn: resolve };
}

async function* slowly(stream: Readable, after: number, goOn: Promise<void>) {
  const bytes = Buffer.concat(await stream.toArray());
  for (let at = 0; at < bytes.length; at += 10_000) {
    if (at >= after) await goOn;
    yield bytes.subarray(at, at + 10_000);
  }
}

const receive = (bytes: Buffer | string, commerce = server()): Promise<ImportPreview> =>
  receiveFile(commerce, person, { kind: 'orders', name: '订单.csv' }, Readable.from([Buffer.from(bytes)]));
async function confirmed(): Promise<string> {
  const preview = await receive(file);
  await confirmImport(server(), shopId, preview.importId, preview);
  return preview.importId;
}
const told = (importId: string): Promise<ImportRun> =>
  inShop(pool, shopId, async (tx) => runOf((await readImport(tx, shopId, importId))!));
/** Thousands of rows, on a machine that may be busy with other tests. */
const ended = (importId: string) =>
  until('the end', async () => (await told(importId)).state !== 'running' && told(importId), 50_000);
const begun = (importId: string) =>
  until('the first rows', async () => (await told(importId)).counts.added > 0 && told(importId));
const stored = async () =>
  inShop(pool, shopId, async (tx) =>
    Number((await tx.query<{ count: number }>('select count(*) from orders'))[0]!.count),
  );
const filesLeft = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).length;
async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => null,
    (failure: unknown) => failure,
  );
  if (!(error instanceof Refused)) throw new Error(`not refused but ${String(error)}`);
  return error.refusal;
}

const all = { rows: total + 1, added: total, changed: 0, unchanged: 0, skipped: 1 };

describe('the server ends in the middle', () => {
  test('killed: another takes it up when nobody has been at it for a while, and what died does not come back', async () => {
    const importId = await confirmed();
    const dead = stalling(80_000);
    run(dead.commerce).start(shopId, importId);
    const half = await begun(importId);
    expect([half.counts.added, half.counts.rows]).toEqual([await stored(), await stored()]);
    const next = run(server());
    await next.resume(shopId);
    next.start(shopId, importId);
    expect((await told(importId)).counts.added, 'somebody is at it').toBeLessThan(total);
    later = 31_000;
    await next.resume(shopId);
    expect(await ended(importId)).toMatchObject({ state: 'done', counts: all, faults: [{ row: total + 2 }] });
    dead.goOn();
    await runners[0]!.stop();
    expect(await told(importId)).toMatchObject({ state: 'done', counts: all });
    expect(await stored()).toBe(total);
    expect(await filesLeft()).toBe(0);
  });

  test('taken for dead while it only slept: it brings nothing more in', async () => {
    const importId = await confirmed();
    const asleep = stalling(80_000);
    run(asleep.commerce).start(shopId, importId);
    const half = await begun(importId);
    later = 31_000;
    const other = stalling(160_000);
    const next = run(other.commerce);
    await next.resume(shopId);
    await until('the other to be at it', async () => (await stored()) > half.counts.added + 1000);
    asleep.goOn();
    await runners[0]!.stop();
    expect(await stored(), 'no further than the other').toBeLessThan(total);
    expect((await told(importId)).state).toBe('running');
    other.goOn();
    expect(await ended(importId)).toMatchObject({ state: 'done', counts: all });
  });

  test('stopped: the next goes on at once', async () => {
    const importId = await confirmed();
    const first = stalling(80_000);
    run(first.commerce).start(shopId, importId);
    await begun(importId);
    const stop = runners[0]!.stop();
    first.goOn();
    await stop;
    expect(await stored()).toBeLessThan(total);
    await run(server()).resume(shopId);
    expect(await ended(importId)).toMatchObject({ state: 'done', counts: all });
    expect(await stored()).toBe(total);
  });
});

test('cancelled: what is told is what is in, and the file goes', async () => {
  const importId = await confirmed();
  const slow = stalling(80_000);
  run(slow.commerce).start(shopId, importId);
  await begun(importId);
  await cancelImport(slow.commerce, shopId, importId);
  slow.goOn();
  await runners[0]!.stop();
  const { state, counts } = await told(importId);
  expect([state, counts.added]).toEqual(['cancelled', await stored()]);
  expect(counts.added).toBeLessThan(total);
  expect(await filesLeft()).toBe(0);
  await run(server()).resume(shopId);
  expect((await told(importId)).state).toBe('cancelled');
});

describe('broken off, it says why', () => {
  test('its file is gone', async () => {
    const importId = await confirmed();
    await rm(join(folder, shopId), { recursive: true });
    run(server()).start(shopId, importId);
    expect(await ended(importId)).toMatchObject({ state: 'failed', failure: 'file' });
  });

  test('it turned out to be no table', async () => {
    const importId = await confirmed();
    const { commerce, goOn } = stalling(80_000);
    const open: Commerce['files']['open'] = async (shop, hash) => {
      const found = await commerce.files.open(shop, hash);
      const bytes = found && Buffer.concat(await found.stream.toArray());
      // From the second time on it goes on without an end.
      const rest = Buffer.from(`,"${'x'.repeat(1_200_000)}`);
      const stream = Readable.from([bytes ?? Buffer.alloc(0), rest]);
      return found && { ...found, stream };
    };
    goOn();
    run({ ...commerce, files: { ...commerce.files, open } }).start(shopId, importId);
    expect(await ended(importId)).toMatchObject({ state: 'failed', failure: 'table-endless-row' });
  });

  test('it was our own fault, which is logged too', async () => {
    const importId = await confirmed();
    const zone = async () => Promise.reject(new Error('no clock'));
    run({ ...server(), zone }).start(shopId, importId);
    expect(await ended(importId)).toMatchObject({ state: 'failed', failure: 'server' });
    await until('the log', () => String(failures.splice(0)[0] ?? '').includes('no clock'));
  });
});

describe('two people at once', () => {
  test('start the same one: it runs once, the other is told', async () => {
    const preview = await receive(file);
    const start = () => confirmImport(server(), shopId, preview.importId, preview);
    const answers = await Promise.allSettled([start(), start()]);
    const refused = answers.find((one) => one.status === 'rejected')!;
    expect((refused.reason as Refused).refusal).toMatchObject({ code: 'conflict', reason: 'import-begun' });
    expect(answers.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const runner of [run(server()), run(server())]) runner.start(shopId, preview.importId);
    expect((await ended(preview.importId)).counts).toEqual(all);
  });

  test('bring the same file: its orders are in once, and neither takes it from the other', async () => {
    const two = [await confirmed(), await confirmed()];
    for (const importId of two) run(server()).start(shopId, importId);
    const runs = await Promise.all(two.map(ended));
    expect(runs.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(runs.reduce((sum, { counts }) => sum + counts.added, 0)).toBe(total);
    expect(await stored()).toBe(total);
    expect(await filesLeft()).toBe(0);
  });
});

describe('what can’t come in is told why, and leaves nothing behind', () => {
  const names = '订单编号,买家会员名\n';
  test.for<[what: string, bytes: Buffer | string, problem: string]>([
    ['nothing', '', 'table-empty'],
    ['half of a spreadsheet', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'table-broken-sheet'],
    ['an old spreadsheet', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'table-old-sheet'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'table-binary'],
    ['UTF-16 the other way round', Buffer.from('\ufeff' + names, 'utf16le').swap16(), 'table-binary'],
    ['half of a JSON file', '[{"order_id": ', 'table-no-json'],
    ['a JSON file of something else', '{"a": 1}', 'table-unknown-json'],
    ['a quote that nobody closed', `${names}"1,${'x,\n'.repeat(400_000)}`, 'table-endless-row'],
  ])('%s', async ([, bytes, problem]) => {
    const commerce = { ...server(), largestImport: 2_000_000 };
    expect(await refusal(receive(bytes, commerce))).toEqual({
      code: 'invalid',
      problems: [{ field: 'file', problem }],
    });
    await nothingLeft();
  });

  test('a file too large', async () => {
    expect(await refusal(receive('x'.repeat(1_000_001)))).toMatchObject({ code: 'too-large', what: 'file' });
    await nothingLeft();
  });

  test('not even where the same file waits from before', async () => {
    await receive(file);
    const { importId } = await receive(file);
    await cancelImport(server(), shopId, importId);
    expect(await filesLeft()).toBe(1);
  });

  async function nothingLeft() {
    expect(await filesLeft()).toBe(0);
    expect(await inShop(pool, shopId, (tx) => tx.query('select 1 from imports'))).toEqual([]);
  }
});
