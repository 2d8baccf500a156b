/** Orders and goods at the desk: found, shown masked, unmasked on record. */
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { refuse } from '../../../core/refusal.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { line } from '../../platform/sockets/frames.ts';
import type { Commerce } from './context.ts';
import { findProducts } from './find-products.ts';
import { lookUp } from './look-up.ts';
import { readOrders, readPersonal } from './read-orders.ts';

const id = z.strictObject({ orderId: z.uuid() });
const mostNewest = 30;

export function orderRoutes(commerce: Commerce): Route[] {
  const { pool, vault } = commerce;
  return [
    route({
      method: 'GET',
      path: '/api/v1/lookup',
      may: 'orders.read',
      summary: 'Orders by number, tracking number, phone or its last four digits, name, account or SKU',
      query: z.strictObject({ q: line(100).min(1) }),
      handle: ({ person, query }) => lookUp(commerce, person.shopId, query.q),
    }),
    route({
      method: 'GET',
      path: '/api/v1/orders',
      may: 'orders.read',
      summary: 'The newest orders',
      handle: ({ person: { shopId } }) =>
        inShop(pool, shopId, async (tx) => {
          const rows = await tx.query<{ id: string }>(
            `select order_id as id from orders where shop_id = $1 order by placed_at desc nulls last, order_id limit ${mostNewest}`,
            [shopId],
          );
          return readOrders(
            tx,
            vault,
            shopId,
            rows.map((row) => row.id),
          );
        }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/products',
      may: 'orders.read',
      summary: 'Goods by a part of their name or by SKU; without words the newest',
      query: z.strictObject({ q: line(100) }),
      handle: ({ person: { shopId }, query }) =>
        inShop(pool, shopId, (tx) => findProducts(tx, shopId, query.q)),
    }),
    route({
      method: 'POST',
      path: '/api/v1/orders/:orderId/unmask',
      may: 'orders.unmask',
      summary: 'An order’s number, receiver, phone and address as they are; who asked is written down',
      params: id,
      handle: ({ person: { shopId, agentId }, params }) =>
        inShop(pool, shopId, async (tx) => {
          const personal = await readPersonal(tx, vault, shopId, params.orderId);
          if (!personal) refuse({ code: 'not-found', what: 'order' });
          tx.send(
            'insert into order_unmaskings (shop_id, unmasking_id, order_id, agent_id) values ($1, $2, $3, $4)',
            [shopId, uuid(), params.orderId, agentId],
          );
          return personal;
        }),
    }),
  ];
}
