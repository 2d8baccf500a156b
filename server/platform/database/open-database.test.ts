import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './open-database.ts';
import { removeCluster, testDatabase, testSecret } from './testing.ts';

let dataDir: string;
const log = () => {};

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'yinuo-open-'));
});
afterEach(async () => {
  await removeCluster(dataDir);
  rmSync(dataDir, { recursive: true });
});

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query('select 1')).rowCount === 1;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

test('the first starts the data folder’s database and stops it again; one that comes meanwhile only connects', async () => {
  const config = { dataDir, databaseUrl: null, secret: testSecret };
  const [first, beside] = await Promise.all([openDatabase(config, log), openDatabase(config, log)]);
  expect(beside.urls).toEqual(first.urls);

  await beside.close();
  expect(await answers(first.urls.appUrl)).toBe(true);
  await first.close();
  expect(await answers(first.urls.appUrl)).toBe(false);
});

test('with an address it starts nothing', async () => {
  const database = await testDatabase();
  const config = { dataDir, databaseUrl: database.ownerUrl, secret: testSecret };
  const { urls, close } = await openDatabase(config, log);
  expect(urls.appUrl).toBe(database.appUrl);
  await close();
  expect(await answers(urls.appUrl)).toBe(true);
  await database.drop();
});
