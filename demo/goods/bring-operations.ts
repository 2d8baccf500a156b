/** What was done to the demo's orders in the past: by the same use cases that the desk has, each at its own time. */
import { Refused } from '../../core/refusal.ts';
import type { Person, Role } from '../../core/team/roles.ts';
import type { App } from '../../server/main.ts';
import { lookUp } from '../../server/modules/commerce/index.ts';
import type { Operations } from '../../server/modules/operations/index.ts';
import { ask, operationById, payByHand, send, setTill, sign } from '../../server/modules/operations/index.ts';
import { inShop } from '../../server/platform/database/pool.ts';
import { day, hour } from './half-year.ts';
import { halfYearOf } from './index.ts';
import type { PastOperation } from './past-operations.ts';
import { pastOperations } from './past-operations.ts';

type People = Partial<Record<Role, Person>>;

/** Each has a key of its own: a start that was cut short is taken up again. */
export async function bringOperations(
  app: App,
  shopId: string,
  madeAt: number,
  stopped: () => boolean,
): Promise<void> {
  const people = await peopleOf(app, shopId);
  const past = pastOperations(halfYearOf(madeAt), madeAt);
  for (const [i, one] of past.entries()) {
    if (stopped()) return;
    const key = `demo-operation-${i}`;
    if (await isThere(app, shopId, key)) continue;
    try {
      await happen(app, shopId, people, one, key, madeAt);
    } catch (error) {
      // What the shop's data does not allow any more did not happen.
      if (!(error instanceof Refused)) throw error;
    }
  }
}

async function happen(
  app: App,
  shopId: string,
  people: People,
  { order, wish, reason, by, at, ending }: PastOperation,
  key: string,
  madeAt: number,
): Promise<void> {
  const asks = people[by] ?? people.supervisor;
  const { orders } = await lookUp(app, shopId, order.number);
  const [found] = orders;
  if (!asks || !found) return;
  const then = (moment: number) => atTime(app.operations, Math.floor(Math.min(moment, madeAt - 60_000)));
  const silent = ending === 'unanswered';
  if (silent) await inShop(app.pool, shopId, async (tx) => setTill(tx, shopId, 'demo'));
  const operationId = await ask(then(at), asks, found.orderId, { key, wish, reason, conversationId: null });
  if (silent) await inShop(app.pool, shopId, async (tx) => setTill(tx, shopId, 'by-hand'));
  if (ending !== 'asked') await agreeTo(then(at + hour), people, shopId, operationId);
  const one = (await inShop(app.pool, shopId, (tx) => operationById(tx, shopId, operationId)))!;
  if (one.state !== 'ready') return;
  if (ending === 'paid' && people.finance && one.amountFen !== null)
    await payByHand(then(at + day), people.finance, operationId, {
      amountFen: one.amountFen,
      currency: one.currency,
      reference: `2088${order.number.slice(2)}${key.slice(15)}`,
    });
  if (ending === 'sent' && people.supervisor)
    await send(
      then(at + 4 * day),
      people.warehouse ?? people.supervisor,
      operationId,
      `ZT${order.number.slice(-10)}8`,
    );
}

async function agreeTo(operations: Operations, people: People, shopId: string, operationId: string) {
  const { pool } = operations.conversations;
  const one = (await inShop(pool, shopId, (tx) => operationById(tx, shopId, operationId)))!;
  for (const signer of one.state === 'waiting' ? one.needs : [])
    if (people[signer])
      await sign(operations, people[signer], operationId, 'approved', {
        fingerprint: one.fingerprint,
        words: '情况属实，同意',
      });
}

const atTime = (operations: Operations, moment: number): Operations => ({
  ...operations,
  conversations: { ...operations.conversations, now: () => moment },
});

async function isThere({ pool }: App, shopId: string, key: string): Promise<boolean> {
  const rows = await inShop(pool, shopId, (tx) =>
    tx.query('select from operations where shop_id = $1 and key = $2', [shopId, key]),
  );
  return rows.length > 0;
}

/** One of each role; of the agents the one for after the sale. */
async function peopleOf({ pool }: App, shopId: string): Promise<People> {
  const rows = await inShop(pool, shopId, (tx) =>
    tx.query<Omit<Person, 'shopId'>>(
      `select agent_id as "agentId", name, work_number as "workNumber", role, groups from agents
      where shop_id = $1 order by not ('after-sales' = any(groups)), work_number`,
      [shopId],
    ),
  );
  const people: People = {};
  for (const row of rows) people[row.role] ??= { shopId, ...row };
  return people;
}
