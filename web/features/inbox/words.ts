import { usePreferences } from '../../app/preferences.tsx';
import { inboxEn } from '../../words/inbox.en.ts';
import { inboxZh } from '../../words/inbox.zh-CN.ts';
import { translatorOf, type Translate } from '../../words/index.ts';

export type InboxKey = keyof typeof inboxZh;

const translators: Record<'zh' | 'en', Translate<InboxKey>> = {
  zh: translatorOf(inboxZh),
  en: translatorOf(inboxEn),
};

/** What the opened parts of the inbox say, beside the desk's own words. */
export const useInboxWords = (): Translate<InboxKey> => translators[usePreferences().lang];
