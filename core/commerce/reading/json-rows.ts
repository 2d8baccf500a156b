/**
 * Orders, goods and parcels as shop systems keep them in JSON, laid out as rows of our own template: each shape by what its
 * records hold, wherever in the file they lie.
 */
import type { ImportKind } from './fields.ts';
import { jd } from './json/jd.ts';
import { retail } from './json/retail.ts';
import type { Data, Shape } from './json/shape.ts';
import { shopify } from './json/shopify.ts';
import { woocommerce } from './json/woocommerce.ts';
import type { Row } from './read-row.ts';
import type { Source } from './sources.ts';

const shapes: readonly Shape[] = [...jd, ...shopify, ...woocommerce, ...retail];

export function jsonRows(kind: ImportKind, root: unknown): { source: Source; rows: Row[] } | null {
  for (const shape of shapes) {
    if (shape.kind !== kind) continue;
    const found = [...records(root, '', shape)].flatMap(([record, key]) => shape.rows(record, key));
    if (found.length > 0) return { source: shape.source, rows: found.map(asText) };
  }
  return null;
}

function* records(value: unknown, key: string, shape: Shape): Generator<[Data, string]> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value) && shape.knows(value as Data)) yield [value as Data, key];
  else for (const [name, inner] of Object.entries(value)) yield* records(inner, name, shape);
}

function asText(row: Data): Row {
  const held = Object.entries(row).filter(([, value]) => ['string', 'number'].includes(typeof value));
  return Object.fromEntries(held.map(([name, value]) => [name, String(value)]));
}
