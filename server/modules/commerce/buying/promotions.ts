/** Prices of promotions: those that files brought and those made at the desk. One campaign is one name with the same times. */
import { v7 as uuid } from 'uuid';
import type { NewPromotion, PromotionView } from '../../../../core/commerce/buying-api.ts';
import { refuse } from '../../../../core/refusal.ts';
import type { Person } from '../../../../core/team/roles.ts';
import type { Tx } from '../../../platform/database/pool.ts';

/** What was made at the desk is of this source. */
const desk = 'desk';
const mostCampaigns = 200;
const mostPrices = 500;

/** Those to come and under way first, then those over. */
export function listPromotions(tx: Tx, shopId: string): Promise<PromotionView[]> {
  return tx.query(
    `with campaigns as (
      select source, external_id, min(promotion_id::text)::uuid as id, max(ends_at) as ends_at, max(ended_at) as ended_at
      from promotions where shop_id = $1 group by source, external_id
      order by least(max(ends_at), max(ended_at)) desc, source, external_id limit ${mostCampaigns}
    )
    select c.id as "promotionId", p.name, c.source, p.currency, p.starts_at as "startsAt", p.ends_at as "endsAt",
      p.guaranteed_until as "guaranteedUntil", p.ended_at as "endedAt",
      (select a.name from agents a where a.shop_id = $1 and a.agent_id = p.ended_by) as "endedByName",
      (select json_agg(json_build_object('skuCode', l.sku_code, 'priceFen', l.price_fen,
          'title', concat_ws(' ', k.name, k.size), 'listFen', k.price_fen) order by l.sku_code)
        from (select * from promotions l where l.shop_id = $1 and l.source = c.source and l.external_id = c.external_id
          order by l.sku_code limit ${mostPrices}) l
        left join lateral (select coalesce(s.size, s.spec) as size, s.price_fen, g.name from skus s
          join products g on g.shop_id = s.shop_id and g.product_id = s.product_id
          where s.shop_id = $1 and s.code = l.sku_code order by (s.source = l.source) desc limit 1) k on true
      ) as prices
    from campaigns c join promotions p on p.shop_id = $1 and p.promotion_id = c.id
    order by least(c.ends_at, c.ended_at) desc, c.id`,
    [shopId],
  );
}

export async function addPromotion(
  tx: Tx,
  { shopId, agentId }: Person,
  { name, prices, currency, startsAt, endsAt, guaranteedUntil }: NewPromotion,
): Promise<{ promotionId: string }> {
  requireOrder({ startsAt, endsAt, guaranteedUntil });
  const codes = [...new Set(prices.map(({ skuCode }) => skuCode))];
  if (codes.length < prices.length) invalid('skuCode', 'taken');
  const known = await tx.query<{ code: string }>(
    'select distinct code from skus where shop_id = $1 and code = any($2::text[]) and currency = $3',
    [shopId, codes, currency],
  );
  if (known.length < codes.length) refuse({ code: 'not-found', what: 'sku' });
  const rows = prices.map((price) => ({
    promotion_id: uuid(),
    sku_code: price.skuCode,
    price_fen: price.priceFen,
  }));
  tx.send(
    `insert into promotions (shop_id, source, promotion_id, external_id, name, sku_code, price_fen, currency, starts_at,
      ends_at, guaranteed_until, created_by)
    select $1, $2, r.promotion_id, $3, $4, r.sku_code, r.price_fen, $5, $6, $7, $8, $9
    from json_to_recordset($10::json) as r(promotion_id uuid, sku_code text, price_fen bigint)`,
    [
      shopId,
      desk,
      rows[0]!.promotion_id,
      name,
      currency,
      new Date(startsAt),
      new Date(endsAt),
      guaranteedUntil === null ? null : new Date(guaranteedUntil),
      agentId,
      JSON.stringify(rows),
    ],
  );
  return { promotionId: rows[0]!.promotion_id };
}

/** The whole campaign, now; what it guaranteed stays guaranteed. */
export async function endPromotion(
  tx: Tx,
  { shopId, agentId }: Person,
  promotionId: string,
  now: number,
): Promise<void> {
  const [row] = await tx.query<{ over: boolean }>(
    `select least(ends_at, ended_at) <= $3 as over from promotions where shop_id = $1 and promotion_id = $2 for update`,
    [shopId, promotionId, new Date(now)],
  );
  if (!row) refuse({ code: 'not-found', what: 'promotion' });
  if (row.over) refuse({ code: 'conflict', reason: 'promotion-ended' });
  tx.send(
    `update promotions p set ended_at = $3, ended_by = $4 from promotions one
    where one.shop_id = $1 and one.promotion_id = $2 and p.shop_id = $1 and p.source = one.source
      and p.external_id = one.external_id and p.ended_at is null`,
    [shopId, promotionId, new Date(now), agentId],
  );
}

export function requireOrder({
  startsAt,
  endsAt,
  guaranteedUntil = null,
}: {
  startsAt: number;
  endsAt: number;
  guaranteedUntil?: number | null;
}): void {
  if (endsAt <= startsAt) invalid('endsAt', 'not-allowed');
  if (guaranteedUntil !== null && guaranteedUntil < startsAt) invalid('guaranteedUntil', 'not-allowed');
}

export const invalid = (field: string, problem: 'not-allowed' | 'taken' | 'missing'): never =>
  refuse({ code: 'invalid', problems: [{ field, problem }] });
