import { usePreferences } from '../app/preferences.tsx';
import { customerEn } from '../words/customer.en.ts';
import { customerZh } from '../words/customer.zh-CN.ts';
import { translatorOf, type Translate } from '../words/index.ts';

export type CustomerWords = Translate<keyof typeof customerZh>;

const translators: Record<'zh' | 'en', CustomerWords> = {
  zh: translatorOf(customerZh),
  en: translatorOf(customerEn),
};

/** What the customer's side says, beside the desk's own words: it comes after the thread. */
export const useCustomerWords = (): CustomerWords => translators[usePreferences().lang];
