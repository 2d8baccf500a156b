import { usePreferences } from '../../app/preferences.tsx';
import { composerEn } from '../../words/composer.en.ts';
import { composerZh } from '../../words/composer.zh-CN.ts';
import { translatorOf, type Translate } from '../../words/index.ts';

const translators: Record<'zh' | 'en', Translate<keyof typeof composerZh>> = {
  zh: translatorOf(composerZh),
  en: translatorOf(composerEn),
};

/** What is said around writing; it comes with the thread, not with the inbox. */
export const useComposerWords = (): Translate<keyof typeof composerZh> => translators[usePreferences().lang];
