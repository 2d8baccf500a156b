import { afterEach, beforeEach, expect, test } from 'vitest';
import { type StopRequests, listenForStop } from './stop-requests.ts';

let requests: StopRequests;
beforeEach(() => (requests = listenForStop()));
afterEach(() => requests.close());

const asked = () =>
  Promise.race([requests.second.then(() => 'twice'), requests.first.then(() => 'once'), 'never']);

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
