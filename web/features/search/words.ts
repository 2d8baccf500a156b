import { usePreferences } from '../../app/preferences.tsx';
import { translatorOf, type Translate } from '../../words/index.ts';
import { searchEn } from '../../words/search.en.ts';
import { searchZh } from '../../words/search.zh-CN.ts';

export type SearchKey = keyof typeof searchZh;

const translators: Record<'zh' | 'en', Translate<SearchKey>> = {
  zh: translatorOf(searchZh),
  en: translatorOf(searchEn),
};

/** What the search page says, beside the desk's own words. */
export const useSearchWords = (): Translate<SearchKey> => translators[usePreferences().lang];
