import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type StopRequests, listenForStop } from './stop-requests.ts';

let requests: StopRequests;
beforeEach(() => (requests = listenForStop()));
afterEach(() => requests.close());

async function asked(): Promise<'never' | 'once' | 'twice'> {
  let answer: 'never' | 'once' | 'twice' = 'never';
  void requests.first.then(() => (answer = 'once'));
  void requests.second.then(() => (answer = 'twice'));
  await nextTurn();
  return answer;
}

test('nobody asks by itself', async () => {
  expect(await asked()).toBe('never');
});

test('one Ctrl-C that arrives from terminal, npm and launcher is one request', async () => {
  for (let ways = 0; ways < 3; ways++) process.emit('SIGHUP');
  expect(await asked()).toBe('once');
});

test('closed, it leaves no listener behind', () => {
  const listening = process.listenerCount('SIGHUP');
  requests.close();
  expect(process.listenerCount('SIGHUP')).toBe(listening - 1);
});
