/** What the shop's tables hold of orders, as the policy asks for it. */
import type { OrderView } from '../../../../core/commerce/order-api.ts';
import { noHistory, type OrderFacts, type Promotion } from '../../../../core/commerce/policy/order-facts.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { Vault } from '../../../platform/vault.ts';
import { readOrders } from '../read-orders.ts';
import { readProducts } from '../read-products.ts';

/** In the order of the ids; what the shop does not have is missing. */
export async function readOrderFacts(
  tx: Tx,
  vault: Vault,
  shopId: string,
  orderIds: string[],
): Promise<OrderFacts[]> {
  const orders = await readOrders(tx, vault, shopId, orderIds);
  const lines = orders.flatMap((order) => order.lines);
  const [products, promotions] = await Promise.all([
    readProducts(
      tx,
      shopId,
      lines.flatMap(({ productId }) => productId ?? []),
    ),
    readPromotions(
      tx,
      shopId,
      lines.flatMap(({ skuCode }) => skuCode ?? []),
    ),
  ]);
  return orders.map((order) => ({
    order,
    products: of(order, products, ({ productId }) => productId, 'productId'),
    promotions: of(order, promotions, ({ skuCode }) => skuCode, 'skuCode'),
    history: noHistory,
  }));
}

function of<T>(order: OrderView, all: T[], name: (one: T) => string, key: 'productId' | 'skuCode'): T[] {
  const wanted = new Set(order.lines.map((line) => line[key]));
  return all.filter((one) => wanted.has(name(one)));
}

async function readPromotions(tx: Tx, shopId: string, skuCodes: string[]): Promise<Promotion[]> {
  if (skuCodes.length === 0) return [];
  return tx.query(
    `select sku_code as "skuCode", price_fen as "priceFen", currency, starts_at as "startsAt", least(ends_at, ended_at) as "endsAt",
      guaranteed_until as "guaranteedUntil"
    from promotions where shop_id = $1 and sku_code = any($2::text[]) order by starts_at desc limit 5000`,
    [shopId, [...new Set(skuCodes)]],
  );
}
