/** Everything that was done to an order, what may be done now, and the chain that proves it. */
import type { OrderOperations, PastOperation } from '../../../core/commerce/operation-api.ts';
import { permissionFor } from '../../../core/commerce/operations/may.ts';
import { operationKinds } from '../../../core/commerce/operations/operation.ts';
import { inTheWay, moneyOf } from '../../../core/commerce/operations/situation.ts';
import type { Person } from '../../../core/team/roles.ts';
import { may } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { snapshotOfShop } from '../../platform/database/pool.ts';
import { readOvertaken } from '../commerce/index.ts';
import { chainOf } from './audit.ts';
import type { Operations } from './context.ts';
import { gather } from './situation.ts';
import { viewsOf } from './view.ts';

const mostPast = 20;

export async function historyOf(
  operations: Operations,
  person: Person,
  orderId: string,
): Promise<OrderOperations> {
  const { shopId } = person;
  const { pool, vault } = operations.conversations;
  const zone = await operations.zone(shopId);
  return snapshotOfShop(pool, shopId, async (tx) => {
    const { situation } = await gather(tx, operations, person, orderId, null, { reason: 'other' }, { zone });
    const { order, operations: all } = situation;
    const newest = all.toReversed();
    const menu = operationKinds.map((kind) => {
      const answer = may(person, permissionFor(kind)) ? (inTheWay(kind, situation) ?? true) : 'forbidden';
      return [kind, answer] as const;
    });
    return {
      operations: await viewsOf(tx, person, newest, () => ({ order, operations: all })),
      money: moneyOf(situation),
      menu: Object.fromEntries(menu) as OrderOperations['menu'],
      chain: await chainOf(tx, vault, shopId, orderId),
      past: await pastOf(tx, shopId, orderId),
      overtaken: await readOvertaken(tx, vault, shopId, order),
    };
  });
}

/** On other orders of the same buyer. */
async function pastOf(tx: Tx, shopId: string, orderId: string): Promise<PastOperation[]> {
  return tx.query<PastOperation>(
    `select p.operation_id as "operationId", p.order_id as "orderId", p.kind, p.state, p.amount_fen as "amountFen",
      p.currency, p.created_at as "createdAt"
    from orders o join orders theirs on theirs.shop_id = o.shop_id and theirs.buyer_id = o.buyer_id
      and theirs.order_id <> o.order_id
    join operations p on p.shop_id = theirs.shop_id and p.order_id = theirs.order_id
    where o.shop_id = $1 and o.order_id = $2 order by p.created_at desc limit ${mostPast}`,
    [shopId, orderId],
  );
}
