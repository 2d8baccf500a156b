import type { Lang } from '../../../core/standard/facts.ts';

/** Fen (cents) in their own currency: ¥129.00, US$12.50. */
export const amount = (fen: number, currency: string, lang: Lang): string =>
  new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { style: 'currency', currency }).format(fen / 100);
