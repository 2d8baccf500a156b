/** `kill -9` of the desk between intent, call and result of a payment: money moves once, and the order's book says so. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OperationView, OrderOperations } from '../../core/commerce/operation-api.ts';
import { openCounter, refund, request, type Counter } from '../operations.ts';
import { until } from '../until.ts';
import { fileTill, paidIn, type DiesAt } from './dying-till.ts';

const folder = mkdtempSync(join(tmpdir(), 'yinuo-till-'));
const book = join(folder, 'book');
const script = fileURLToPath(new URL('dying-till.ts', import.meta.url));
let counter: Counter;
/** The desk that lives on, with a clock that tests move. */
let ahead = 0;
beforeAll(async () => {
  counter = await openCounter({ now: () => Date.now() + ahead, tills: { demo: fileTill(book) } });
  await counter.by.administrator.put('/api/v1/settings/till', { till: 'demo' });
});
afterAll(async () => {
  expect(counter.desk.failures).toEqual([]);
  await counter.stop();
  rmSync(folder, { recursive: true });
});

test.each<DiesAt>(['before it is paid', 'when it is paid', 'when it has answered'])(
  'the desk falls %s',
  async (diesAt) => {
    const { agent, finance } = counter.by;
    const orderId = await counter.order();
    const path = `/api/v1/orders/${orderId}/operations`;
    const body = request(refund(30));
    const before = paidIn(book).length;
    await fallsDuring(diesAt, async (url) => {
      const answer = fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...agent.headers },
        body: JSON.stringify(body),
      });
      await expect(answer, 'nobody answers').rejects.toThrow('fetch failed');
    });
    const read = async () => (await finance.get<OrderOperations>(path)).body;
    const held = await read();
    const [{ state } = {}] = held.operations;
    // What the desk sent in its last moment the database may still have written.
    const isWritten = diesAt === 'when it has answered' && state === 'done';
    expect(state).toBe(isWritten ? 'done' : 'paying');
    const [refundedFen, pendingFen] = isWritten ? [30_00, 0] : [0, 30_00];
    expect(held.money).toMatchObject({ refundedFen, pendingFen });

    // Whoever clicked clicks again, on the desk that is still there.
    const again = await agent.post<OperationView>(path, body);
    expect(again.body.operationId).toBe(held.operations[0]!.operationId);
    ahead += 61_000;
    await until(
      'the desk that lives on to ask',
      async () => (await read()).operations[0]!.state === 'done',
      20_000,
    );
    expect(paidIn(book)).toHaveLength(before + 1);
    const after = await read();
    expect(after.money).toMatchObject({ refundedFen: 30_00, pendingFen: 0 });
    expect(after.chain.broken).toBeNull();
    expect(after.chain.lines.map(({ act }) => act)).toEqual(['asked', 'told-the-till', 'paid']);
  },
);

/** A second desk on the same database, which is dead when `work` is over. */
async function fallsDuring(diesAt: DiesAt, work: (url: string) => Promise<void>): Promise<void> {
  const { appUrl, pumpUrl } = counter.desk.database;
  const child = spawn(process.execPath, [script, appUrl, pumpUrl, folder, book, diesAt], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  await until('the desk to listen', () => /^\d+\n/.test(said), 30_000);
  await work(`http://127.0.0.1:${Number.parseInt(said, 10)}`);
  const [, signal] = (await ended) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}
