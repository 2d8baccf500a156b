import { usePreferences } from '../../app/preferences.tsx';
import { translatorOf, type Translate } from '../../words/index.ts';
import { keysEn } from '../../words/keys.en.ts';
import { keysZh } from '../../words/keys.zh-CN.ts';

export type KeysKey = keyof typeof keysZh;

export const keysWords: Record<'zh' | 'en', Translate<KeysKey>> = {
  zh: translatorOf(keysZh),
  en: translatorOf(keysEn),
};

export const useKeysWords = (): Translate<KeysKey> => keysWords[usePreferences().lang];
