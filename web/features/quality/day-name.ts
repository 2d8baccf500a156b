import type { Lang } from '../../../core/standard/facts.ts';

const shapes: Record<Lang, Intl.DateTimeFormat> = {
  zh: new Intl.DateTimeFormat('zh-CN', { month: 'numeric', day: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'short', day: 'numeric', timeZone: 'UTC' }),
};

/** 11/8 · 8 Nov: a day of the shop's calendar, which has no zone any more. */
export const dayName = (day: string, lang: Lang): string => shapes[lang].format(Date.parse(day));
