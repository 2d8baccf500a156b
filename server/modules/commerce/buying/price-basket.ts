/** A basket's best price by the shop's goods, promotions and offers of this moment. */
import type { PricedBasket } from '../../../../core/commerce/buying-api.ts';
import type { BasketLine } from '../../../../core/commerce/price/basket.ts';
import { bestPrice } from '../../../../core/commerce/price/best-price.ts';
import { refuse } from '../../../../core/refusal.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { runningOffers, stackingOf } from './offers.ts';
import { invalid } from './promotions.ts';

export interface Wanted {
  productId: string;
  sku: string;
  quantity: number;
}

export async function priceBasket(
  tx: Tx,
  shopId: string,
  wanted: Wanted[],
  now: number,
): Promise<PricedBasket> {
  const rows = await tx.query<PricedRow>(priced, [shopId, JSON.stringify(wanted), new Date(now)]);
  if (rows.length < wanted.length) refuse({ code: 'not-found', what: 'sku' });
  const [{ currency }] = rows as [PricedRow];
  if (rows.some((row) => row.currency !== currency)) invalid('currency', 'not-allowed');
  const lines = rows.map(lineOf);
  const [offers, { stacking }] = await Promise.all([
    runningOffers(tx, shopId, currency, now),
    stackingOf(tx, shopId),
  ]);
  return { currency, lines, price: bestPrice(lines, offers, stacking) };
}

interface PricedRow extends Omit<BasketLine, 'listFen' | 'unitFen' | 'promotion'> {
  currency: string;
  listFen: number | null;
  promoFen: number | null;
  promoName: string;
  promoEndsAt: number;
  guaranteedUntil: number | null;
}

function lineOf(row: PricedRow): BasketLine {
  const { sku, productId, title, spec, quantity, promoFen, promoName, promoEndsAt, guaranteedUntil } = row;
  const listFen = row.listFen ?? promoFen ?? invalid('price', 'missing');
  const isCheaper = promoFen !== null && promoFen < listFen;
  return {
    sku,
    productId,
    title,
    spec,
    quantity,
    listFen,
    unitFen: isCheaper ? promoFen : listFen,
    promotion: isCheaper ? { name: promoName, endsAt: promoEndsAt, guaranteedUntil } : null,
  };
}

const priced = `select k.code as sku, k.product_id as "productId", p.name as title, coalesce(k.size, k.spec) as spec,
    w.quantity, k.currency, k.price_fen as "listFen", m.price_fen as "promoFen", m.name as "promoName",
    m.ends_at as "promoEndsAt", m.guaranteed_until as "guaranteedUntil"
  from rows from (jsonb_to_recordset($2::jsonb) as ("productId" uuid, sku text, quantity int)) with ordinality
    as w("productId", sku, quantity, at)
  join skus k on k.shop_id = $1 and k.product_id = w."productId" and k.code = w.sku
  join products p on p.shop_id = $1 and p.product_id = k.product_id
  left join lateral (select price_fen, name, least(ends_at, ended_at) as ends_at, guaranteed_until from promotions m
    where m.shop_id = $1 and m.sku_code = k.code and m.currency = k.currency and m.starts_at <= $3 and m.ends_at > $3
      and (m.ended_at is null or m.ended_at > $3) order by price_fen, promotion_id limit 1) m on true
  order by w.at`;
