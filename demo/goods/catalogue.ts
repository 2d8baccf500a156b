/** The shop's products, their SKUs, and what lies in its two warehouses. */
import type { Row } from '../../core/commerce/reading/read-row.ts';
import type { Kind } from './kinds.ts';
import { designs, kinds } from './kinds.ts';
import type { Chance } from './seeded.ts';

export interface Sku {
  code: string;
  productCode: string;
  title: string;
  kind: Kind;
  size: string;
  fen: number;
  /** What was sent lately came from it. */
  batch: string;
}

export const skus: readonly Sku[] = kinds.flatMap((kind) =>
  designs[kind.code]!.flatMap(([code, name]) =>
    kind.sizes.map((size) => ({
      code: `${kind.code}-${code}-${size.replace('×', 'X')}`,
      productCode: `${kind.code}-${code}`,
      title: `${name}${kind.name}`,
      kind,
      size,
      fen: kind.fen,
      batch: `${kind.code}2609${code}`,
    })),
  ),
);

export const skuOf = (code: string): Sku => skus.find((sku) => sku.code === code)!;

/** What the running sale makes cheaper. */
export const promoted: ReadonlySet<string> = new Set([
  'SB-YL-66',
  'SB-YL-80',
  'SB-YL-90',
  'RP-DJ-73',
  'RP-DJ-80',
  'CD-BG-73',
  'CD-BG-80',
  'BS-YD-66',
  'BS-YD-73',
]);

export function productRows(): Row[] {
  return skus.map(({ code, productCode, title, kind, size, fen }) => ({
    productCode,
    name: title,
    skuCode: code,
    size,
    price: yuan(fen),
    safetyClass: kind.safetyClass,
    material: kind.material,
    care: kind.care,
    sizeTable: (kind.sizeTable ?? []).map(sizeRow).join('\n'),
    guaranteeDays: String(kind.guaranteeDays),
    excluded: kind.excluded,
    description: kind.description,
  }));
}

/** As a shop writes it: `80 码 身高 74–80 cm 体重 10–11.5 kg（12–18 个月）`. */
function sizeRow([size, length, weight, age]: NonNullable<Kind['sizeTable']>[number]): string {
  const of = /^\d/.test(length) ? `身高 ${length}` : length;
  return [`${size} 码 ${of} cm`, weight === '—' ? '' : `体重 ${weight} kg`, `（${age}）`]
    .filter(Boolean)
    .join(' ');
}

/** One size in nine is gone everywhere: broken sizes are what people ask about. */
export function stockRows(chance: Chance, countedAt: string): Row[] {
  return skus.flatMap(({ code, batch }) => {
    const isGone = chance.is(1 / 9);
    return ['嘉兴仓', '佛山仓'].map((warehouse) => ({
      skuCode: code,
      warehouse,
      batch,
      quantity: String(isGone || chance.is(0.2) ? 0 : chance.between(2, 120)),
      countedAt,
    }));
  });
}

export const yuan = (fen: number): string => (fen / 100).toFixed(2);
