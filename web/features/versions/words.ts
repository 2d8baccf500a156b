import { usePreferences } from '../../app/preferences.tsx';
import { translatorOf, type Translate } from '../../words/index.ts';
import { versionsEn } from '../../words/versions.en.ts';
import { versionsZh } from '../../words/versions.zh-CN.ts';

type VersionsWords = Translate<keyof typeof versionsZh>;

const translators: Record<'zh' | 'en', VersionsWords> = {
  zh: translatorOf(versionsZh),
  en: translatorOf(versionsEn),
};

/** What every page says whose settings are kept version by version. */
export const useVersionsWords = (): VersionsWords => translators[usePreferences().lang];
