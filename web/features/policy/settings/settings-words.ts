import { usePreferences } from '../../../app/preferences.tsx';
import { translatorOf, type Translate } from '../../../words/index.ts';
import { policySettingsEn } from '../../../words/policy-settings.en.ts';
import { policySettingsZh } from '../../../words/policy-settings.zh-CN.ts';

export type SettingsKey = keyof typeof policySettingsZh;
export type SettingsSay = Translate<SettingsKey>;

const translators: Record<'zh' | 'en', SettingsSay> = {
  zh: translatorOf(policySettingsZh),
  en: translatorOf(policySettingsEn),
};

/** What the settings of the policy say. */
export const usePolicySettingsWords = (): SettingsSay => translators[usePreferences().lang];

/** What a number means, where it is told. */
export const explained = (say: SettingsSay, field: string): string | null =>
  Object.hasOwn(policySettingsZh, `what.${field}`) ? say(`what.${field}` as SettingsKey) : null;
