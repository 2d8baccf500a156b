/** The chain of an order: whole as it is written, named at its first broken line, and not to be rewritten by the desk itself. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditAnswer } from '../../../core/commerce/operation-api.ts';
import { agree, askFor, counter, historyOf, pay, refund, stageCounter } from '../../../test/operations.ts';
import { inShop } from '../../platform/database/pool.ts';

stageCounter();
/** Whoever has the database itself in their hands. */
let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: counter.desk.database.ownerUrl });
  await owner.connect();
});
afterAll(() => owner.end());

async function chained(): Promise<string> {
  const { agent, lead, finance } = counter.by;
  const orderId = await counter.order({ paid: '200.00' });
  const asked = await askFor(agent, orderId, refund(80));
  await pay(finance, (await agree(lead, asked.body)).body);
  await askFor(agent, orderId, refund(10));
  return orderId;
}

const brokenOf = async (orderId: string) => (await historyOf(orderId)).chain.broken;
const verified = async () => (await counter.by.finance.get<AuditAnswer>('/api/v1/audit')).body;

describe('a line that was', () => {
  test.each([
    [
      'given another amount',
      'update order_audit set amount_fen = 1 where order_id = $1 and number = 2',
      'changed',
      2,
    ],
    [
      'signed by nobody',
      'update order_audit set by_id = null where order_id = $1 and number = 3',
      'changed',
      3,
    ],
    ['taken out', 'delete from order_audit where order_id = $1 and number = 2', 'missing', 2],
    ['taken off the end', 'delete from order_audit where order_id = $1 and number = 4', 'cut', 4],
    [
      'put in from another order',
      `update order_audit a set hash = b.hash, previous = b.previous from order_audit b
        where a.order_id = $1 and a.number = 2 and b.order_id <> $1 and b.number = 2`,
      'unlinked',
      2,
    ],
  ])('%s', async (_, sql, fault, number) => {
    const orderId = await chained();
    expect(await brokenOf(orderId)).toBeNull();
    await owner.query(sql, [orderId]);
    expect(await brokenOf(orderId)).toEqual({ fault, number });
    expect((await verified()).broken).toContainEqual({ orderId, fault, number });
  });

  test('taken away with its whole chain is missed too', async () => {
    const orderId = await chained();
    await owner.query('delete from order_audit where order_id = $1', [orderId]);
    expect((await verified()).broken).toContainEqual({ orderId, fault: 'cut', number: 1 });
  });
});

test('the desk itself can add to it and do nothing else', async () => {
  const orderId = await chained();
  for (const sql of [
    'update order_audit set amount_fen = 1 where order_id = $1',
    'delete from order_audit where order_id = $1',
    'delete from operations where order_id = $1',
    'delete from payments where operation_id = $1',
    'delete from operation_signatures where operation_id = $1',
    `update operation_signatures set decision = 'approved' where operation_id = $1`,
  ])
    await expect(
      inShop(counter.desk.app.pool, counter.shop.shopId, (tx) => tx.query(sql, [orderId])),
      sql,
    ).rejects.toThrow('permission denied');
});
