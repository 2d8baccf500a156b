import { usePreferences } from '../app/preferences.tsx';
import { translatorOf, type Translate } from '../words/index.ts';
import { peopleEn } from '../words/people.en.ts';
import { peopleZh } from '../words/people.zh-CN.ts';

export type PeopleWords = Translate<keyof typeof peopleZh>;

const translators: Record<'zh' | 'en', PeopleWords> = {
  zh: translatorOf(peopleZh),
  en: translatorOf(peopleEn),
};

/** What people, hours, accounts and links say, beside the desk's own words: few pages need them. */
export const usePeopleWords = (): PeopleWords => translators[usePreferences().lang];
