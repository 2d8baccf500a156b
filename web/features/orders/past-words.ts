import { usePreferences } from '../../app/preferences.tsx';
import { translatorOf, type Translate } from '../../words/index.ts';
import { pastEn } from '../../words/past.en.ts';
import { pastZh } from '../../words/past.zh-CN.ts';

export type PastSay = Translate<keyof typeof pastZh>;

const translators: Record<'zh' | 'en', PastSay> = { zh: translatorOf(pastZh), en: translatorOf(pastEn) };

/** What the customer's past says. */
export const usePastWords = (): PastSay => translators[usePreferences().lang];
