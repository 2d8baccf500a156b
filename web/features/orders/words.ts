import { usePreferences } from '../../app/preferences.tsx';
import { translatorOf, type Translate } from '../../words/index.ts';
import { ordersEn } from '../../words/orders.en.ts';
import { ordersZh } from '../../words/orders.zh-CN.ts';

export type OrdersKey = keyof typeof ordersZh;
export type Say = Translate<OrdersKey>;

const translators: Record<'zh' | 'en', Say> = { zh: translatorOf(ordersZh), en: translatorOf(ordersEn) };

/** What the orders and their import say, beside the desk's own words. */
export const useOrdersWords = (): Say => translators[usePreferences().lang];

/** A source by its name; one that a shop named itself as it is. */
export function sourceName(say: Say, source: string): string {
  if (source === 'shopify') return 'Shopify';
  const key = `source.${source}`;
  return key in ordersZh ? say(key as OrdersKey) : source;
}
