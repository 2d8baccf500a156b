import { usePreferences } from '../../app/preferences.tsx';
import { translatorOf, type Translate } from '../../words/index.ts';
import { settingsEn } from '../../words/settings.en.ts';
import { settingsZh } from '../../words/settings.zh-CN.ts';

type SettingsWords = Translate<keyof typeof settingsZh>;

const translators: Record<'zh' | 'en', SettingsWords> = {
  zh: translatorOf(settingsZh),
  en: translatorOf(settingsEn),
};

/** What pages of settings share. */
export const useSettingsWords = (): SettingsWords => translators[usePreferences().lang];
