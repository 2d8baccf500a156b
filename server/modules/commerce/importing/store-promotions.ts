/** Promotions, with how long the shop keeps its price for who paid more before. */
import { v7 as uuid } from 'uuid';
import type { Tx } from '../../../platform/database/pool.ts';
import type { ImportTarget, ReadRow, Stored } from './storing.ts';
import type { Written } from './rows.ts';
import { currencyOf, iso, tally } from './rows.ts';

export async function storePromotions(
  tx: Tx,
  { shopId, source }: ImportTarget,
  rows: ReadRow[],
): Promise<Stored> {
  const promotions = new Map(
    rows.map(({ values }) => [
      [values['promotionCode'], values['skuCode']].join('\n'),
      {
        promotion_id: uuid(),
        external_id: values['promotionCode'],
        name: values['name'],
        sku_code: values['skuCode'],
        price_fen: values['price'],
        currency: currencyOf(values),
        starts_at: iso(values['startsAt']),
        ends_at: iso(values['endsAt']),
        guaranteed_until: iso(values['guaranteedUntil']),
      },
    ]),
  );
  const written = await tx.query<Written>(promotionRows, [
    shopId,
    JSON.stringify([...promotions.values()]),
    source,
  ]);
  return { ...tally(promotions.size, written), faults: [] };
}

const promotionRows = `insert into promotions as p (shop_id, source, promotion_id, external_id, name, sku_code, price_fen,
    currency, starts_at, ends_at, guaranteed_until)
  select $1, $3, r.* from json_to_recordset($2::json) as r(promotion_id uuid, external_id text, name text, sku_code text,
    price_fen bigint, currency text, starts_at timestamptz, ends_at timestamptz, guaranteed_until timestamptz)
  on conflict (shop_id, source, external_id, sku_code) do update
    set name = excluded.name, price_fen = excluded.price_fen, currency = excluded.currency,
      starts_at = excluded.starts_at, ends_at = excluded.ends_at, guaranteed_until = excluded.guaranteed_until
    where (p.name, p.price_fen, p.starts_at, p.ends_at, p.guaranteed_until) is distinct from (excluded.name,
      excluded.price_fen, excluded.starts_at, excluded.ends_at, excluded.guaranteed_until)
  returning external_id as key, (xmax = 0) as added`;
