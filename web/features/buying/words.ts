import { usePreferences } from '../../app/preferences.tsx';
import { buyingEn } from '../../words/buying.en.ts';
import { buyingZh } from '../../words/buying.zh-CN.ts';
import { translatorOf, type Translate } from '../../words/index.ts';

export type BuyingKey = keyof typeof buyingZh;
export type Say = Translate<BuyingKey>;

const translators: Record<'zh' | 'en', Say> = { zh: translatorOf(buyingZh), en: translatorOf(buyingEn) };

/** What is said of sizes, baskets, shortages and promotions, beside the desk's own words. */
export const useBuyingWords = (): Say => translators[usePreferences().lang];
