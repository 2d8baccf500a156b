import { usePreferences } from '../../app/preferences.tsx';
import { translatorOf, type Translate } from '../../words/index.ts';
import { wallEn } from '../../words/wall.en.ts';
import { wallZh } from '../../words/wall.zh-CN.ts';

export type WallKey = keyof typeof wallZh;

const translators: Record<'zh' | 'en', Translate<WallKey>> = {
  zh: translatorOf(wallZh),
  en: translatorOf(wallEn),
};

/** What the wall says, beside the desk's own words. */
export const useWallWords = (): Translate<WallKey> => translators[usePreferences().lang];
