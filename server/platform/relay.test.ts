import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { until } from '../../test/until.ts';
import type { TestDatabase } from './database/testing.ts';
import { testDatabase } from './database/testing.ts';
import { openRelay } from './relay.ts';

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

interface Word {
  word: string;
}

function node(beatMs = 100) {
  const failures: unknown[] = [];
  const relay = openRelay(database.appUrl, (error) => failures.push(error), beatMs);
  const heard: string[] = [];
  const seen = { joined: 0, left: 0 };
  relay.hear('word', ({ word }: Word) => heard.push(word));
  relay.onJoin(() => seen.joined++);
  relay.onLeave(() => seen.left++);
  onTestFinished(() => relay.stop());
  return { relay, heard, seen, failures };
}

const lines = `from pg_stat_activity where datname = current_database() and (query like 'listen %' or query like 'select pg_notify($1%')`;

test('nodes find one another, hear in order what the others say, never themselves, and that one has gone', async () => {
  const a = node();
  const b = node();
  await until('both know', () => a.seen.joined > 0 && b.seen.joined > 0);
  for (const word of ['一', '二', '三']) a.relay.say('word', { word });
  await expect.poll(() => b.heard).toEqual(['一', '二', '三']);
  expect(a.heard).toEqual([]);
  a.relay.say('word', { word: '长'.repeat(4000) });
  expect(a.failures).toHaveLength(1);
  await b.relay.stop();
  await until('it is known', () => a.seen.left === 1);
});

test('one that falls silent is given up', async () => {
  const a = node();
  const ghost = JSON.stringify({ node: 'ghost', topic: 'hello' });
  await until('the ghost', async () => {
    await owner.query('select pg_notify($1, $2)', ['yinuo_relay', ghost]);
    return a.seen.joined > 0;
  });
  await until('that it is gone', () => a.seen.left > 0);
});

test('a line that is cut comes back, and what stands is said again', async () => {
  const a = node();
  const b = node();
  await until('both know', () => a.seen.joined > 0 && b.seen.joined > 0);
  const before = [a.seen.joined, b.seen.joined];
  await owner.query(`select pg_terminate_backend(pid) ${lines}`);
  await until('both know again', () => a.seen.joined > before[0]! && b.seen.joined > before[1]!);
  a.relay.say('word', { word: '又' });
  await expect.poll(() => b.heard).toEqual(['又']);
});
