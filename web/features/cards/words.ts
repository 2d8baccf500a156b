import { usePreferences } from '../../app/preferences.tsx';
import { translatorOf, type Translate } from '../../words/index.ts';
import { cardsEn } from '../../words/cards.en.ts';
import { cardsZh } from '../../words/cards.zh-CN.ts';

type Say = Translate<keyof typeof cardsZh>;

const translators: Record<'zh' | 'en', Say> = { zh: translatorOf(cardsZh), en: translatorOf(cardsEn) };

/** What is said of cards, beside the desk's own words. */
export const useCardsWords = (): Say => translators[usePreferences().lang];
