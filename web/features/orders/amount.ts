import type { Lang } from '../../../core/standard/facts.ts';

/** Fen (cents) in their own currency: ¥129.00, US$12.50; the shop's own needs no country's name before it. */
export const amount = (fen: number, currency: string, lang: Lang): string =>
  new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    style: 'currency',
    currency,
    currencyDisplay: currency === 'CNY' ? 'narrowSymbol' : 'symbol',
  }).format(fen / 100);
