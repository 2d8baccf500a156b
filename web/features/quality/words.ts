import { usePreferences } from '../../app/preferences.tsx';
import { translatorOf, type Translate } from '../../words/index.ts';
import { qualityEn } from '../../words/quality.en.ts';
import { qualityZh } from '../../words/quality.zh-CN.ts';

export type QualityKey = keyof typeof qualityZh;

const translators: Record<'zh' | 'en', Translate<QualityKey>> = {
  zh: translatorOf(qualityZh),
  en: translatorOf(qualityEn),
};

/** What the quality pages say, beside the desk's own words. */
export const useQualityWords = (): Translate<QualityKey> => translators[usePreferences().lang];
