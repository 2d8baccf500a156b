/** Which orders a parcel may belong to: by its own number, by the number it went out with, by the order's. */
import type { FoundParcel } from '../../../core/commerce/operation-api.ts';
import { sentOf } from '../../../core/commerce/operations/situation.ts';
import type { Person } from '../../../core/team/roles.ts';
import { snapshotOfShop } from '../../platform/database/pool.ts';
import { lookUp, readOrders } from '../commerce/index.ts';
import type { Operations } from './context.ts';
import { operationsOf } from './rows.ts';
import { viewsOf } from './view.ts';

const most = 5;

export async function findParcel(
  { conversations }: Operations,
  person: Person,
  written: string,
): Promise<FoundParcel> {
  const { shopId } = person;
  const { pool, vault } = conversations;
  const { orders: looked } = await lookUp({ pool, vault }, shopId, written);
  const byNumber = looked.filter(({ by }) => by === 'number' || by === 'tracking');
  const trackingNo = written.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  return snapshotOfShop(pool, shopId, async (tx) => {
    const announced = await tx.query<{ id: string }>(
      'select distinct order_id as id from operations where shop_id = $1 and tracking_no = $2',
      [shopId, trackingNo],
    );
    const ids = new Set([...announced.map(({ id }) => id), ...byNumber.map(({ orderId }) => orderId)]);
    const found: FoundParcel['orders'] = [];
    for (const order of await readOrders(tx, vault, shopId, [...ids].slice(0, most))) {
      const operations = await operationsOf(tx, shopId, order.orderId);
      const beside = () => ({ order, operations });
      const expected = operations
        .filter(({ kind, state }) => kind === 'return' && state === 'ready')
        .slice(0, 1);
      const arrived = operations.filter(({ kind, state }) => kind === 'book-in' && state === 'done');
      const [awaited] = await viewsOf(tx, person, expected, beside);
      found.push({
        ...order,
        expected: awaited ?? null,
        sent: sentOf({ order, operations }),
        arrived: await viewsOf(tx, person, arrived, beside),
      });
    }
    return { orders: found };
  });
}
