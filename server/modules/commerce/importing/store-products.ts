/** Products and their SKUs, with what may be told of them. */
import { v7 as uuid } from 'uuid';
import type { ProductFacts } from '../../../../core/commerce/product-facts.ts';
import type { Values } from '../../../../core/commerce/reading/read-row.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { ImportTarget, ReadRow, Stored } from './storing.ts';
import type { Written } from './rows.ts';
import { currencyOf, figure, iso, tally, word } from './rows.ts';
import { isOlder } from './storing.ts';

export async function storeProducts(
  tx: Tx,
  { shopId, source }: ImportTarget,
  rows: ReadRow[],
): Promise<Stored> {
  const products = new Map<string, { facts: ProductFacts } & Record<string, unknown>>();
  const skus = new Map<string, object>();
  const known = await toldAtOf(tx, shopId, source, rows);
  for (const { values } of rows) {
    const external_id = values['productCode'] as string;
    const toldAt = figure(values['updatedAt']);
    if (isOlder(toldAt, known.get(external_id) ?? null)) continue;
    // What a later row leaves empty an earlier one may have said.
    const facts = { ...products.get(external_id)?.facts, ...factsOf(values) };
    products.set(external_id, {
      product_id: uuid(),
      external_id,
      name: values['name'],
      facts,
      told_at: iso(toldAt),
    });
    const code = word(values['skuCode']);
    if (code !== null) {
      skus.set(code, {
        sku_id: uuid(),
        external_id,
        code,
        spec: word(values['spec']),
        size: word(values['size']),
        price_fen: figure(values['price']),
        currency: currencyOf(values),
      });
    }
  }
  const goods = tx.query<Written>(productRows, [shopId, JSON.stringify([...products.values()]), source]);
  const variants = tx.query<Written>(skuRows, [shopId, JSON.stringify([...skus.values()]), source]);
  return { ...tally(products.size + skus.size, [...(await goods), ...(await variants)]), faults: [] };
}

/** When each was last changed at its source, where rows say such times. */
async function toldAtOf(
  tx: Tx,
  shopId: string,
  source: string,
  rows: ReadRow[],
): Promise<Map<string, number | null>> {
  const timed = rows.filter(({ values }) => figure(values['updatedAt']) !== null);
  if (timed.length === 0) return new Map();
  const found = await tx.query<{ id: string; told_at: number | null }>(
    'select external_id as id, told_at from products where shop_id = $1 and source = $2 and external_id = any($3::text[])',
    [shopId, source, [...new Set(timed.map(({ values }) => values['productCode']))]],
  );
  return new Map(found.map((row) => [row.id, row.told_at]));
}

function factsOf(values: Values): ProductFacts {
  const facts: ProductFacts = {
    safetyClass: word(values['safetyClass']) ?? undefined,
    material: word(values['material']) ?? undefined,
    care: word(values['care']) ?? undefined,
    sizeTable: word(values['sizeTable']) ?? undefined,
    guaranteeDays: figure(values['guaranteeDays']) ?? undefined,
    excluded: word(values['excluded']) ?? undefined,
    description: word(values['description']) ?? undefined,
    state: word(values['state']) ?? undefined,
  };
  return JSON.parse(JSON.stringify(facts)) as ProductFacts;
}

const productRows = `insert into products as p (shop_id, source, product_id, external_id, name, facts, told_at)
  select $1, $3, r.* from json_to_recordset($2::json) as r(product_id uuid, external_id text, name text, facts jsonb,
    told_at timestamptz)
  on conflict (shop_id, source, external_id) do update
    set name = excluded.name, facts = p.facts || excluded.facts, told_at = coalesce(excluded.told_at, p.told_at), updated_at = now()
    where (p.name, p.facts, p.told_at) is distinct from (excluded.name, p.facts || excluded.facts,
      coalesce(excluded.told_at, p.told_at))
  returning external_id as key, (xmax = 0) as added`;

const skuRows = `insert into skus as s (shop_id, source, sku_id, product_id, code, spec, size, price_fen, currency)
  select $1, $3, r.sku_id, p.product_id, r.code, r.spec, r.size, r.price_fen, r.currency
  from json_to_recordset($2::json) as r(sku_id uuid, external_id text, code text, spec text, size text, price_fen bigint,
    currency text)
  join products p on p.shop_id = $1 and p.source = $3 and p.external_id = r.external_id
  on conflict (shop_id, source, code) do update
    set product_id = excluded.product_id, spec = coalesce(excluded.spec, s.spec), size = coalesce(excluded.size, s.size),
      price_fen = coalesce(excluded.price_fen, s.price_fen), currency = excluded.currency
    where (s.product_id, s.spec, s.size, s.price_fen) is distinct from (excluded.product_id,
      coalesce(excluded.spec, s.spec), coalesce(excluded.size, s.size), coalesce(excluded.price_fen, s.price_fen))
  returning code as key, (xmax = 0) as added`;
