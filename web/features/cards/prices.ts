import type { ProductCard } from '../../../core/commerce/card.ts';
import type { Lang } from '../../../core/standard/facts.ts';
import { amount } from '../orders/amount.ts';

/** ¥129.00, or ¥99.00–¥129.00 where sizes differ; '': none is known. */
export function pricesOf({ prices, currency }: Pick<ProductCard, 'prices' | 'currency'>, lang: Lang): string {
  if (!prices) return '';
  const { fromFen, toFen } = prices;
  const from = amount(fromFen, currency, lang);
  return fromFen === toFen ? from : `${from}–${amount(toFen, currency, lang)}`;
}
