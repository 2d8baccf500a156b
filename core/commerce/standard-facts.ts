/** A product as the service standard judges claims by it. Pure. */
import type { ProductFacts } from '../standard/facts.ts';
import type { ProductView, SkuView } from './order-api.ts';

/** What was counted longer ago bears nothing out. */
const freshMs = 7 * 24 * 60 * 60_000;

export function standardFacts({ name, facts, skus }: ProductView, now: number): ProductFacts {
  const known = Object.entries(facts).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const stock = skus.flatMap((sku) => countedOf(sku, now));
  return {
    name,
    facts: Object.fromEntries(known.map(([key, value]) => [key, String(value)])),
    ...(stock.length > 0 && { stock }),
  };
}

function countedOf({ code, spec, size, stock, countedAt }: SkuView, now: number) {
  if (stock === null || (countedAt !== null && countedAt < now - freshMs)) return [];
  const named = spec?.includes(size ?? '') ? spec : [spec, size].filter(Boolean).join(' ');
  return [{ spec: named || code, left: stock }];
}
