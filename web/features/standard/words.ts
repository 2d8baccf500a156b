import { usePreferences } from '../../app/preferences.tsx';
import { translatorOf, type Translate } from '../../words/index.ts';
import { standardEn } from '../../words/standard.en.ts';
import { standardZh } from '../../words/standard.zh-CN.ts';

export type StandardWords = Translate<keyof typeof standardZh>;

const translators: Record<'zh' | 'en', StandardWords> = {
  zh: translatorOf(standardZh),
  en: translatorOf(standardEn),
};

/** What the settings of the standard say, beside the desk's own words. */
export const useStandardWords = (): StandardWords => translators[usePreferences().lang];
