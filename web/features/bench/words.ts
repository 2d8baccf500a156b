import { usePreferences } from '../../app/preferences.tsx';
import { benchEn } from '../../words/bench.en.ts';
import { benchZh } from '../../words/bench.zh-CN.ts';
import { translatorOf, type Translate } from '../../words/index.ts';

export type BenchKey = keyof typeof benchZh;

const translators: Record<'zh' | 'en', Translate<BenchKey>> = {
  zh: translatorOf(benchZh),
  en: translatorOf(benchEn),
};

/** What the bench and the verdicts say, beside the desk's own words. */
export const useBenchWords = (): Translate<BenchKey> => translators[usePreferences().lang];
