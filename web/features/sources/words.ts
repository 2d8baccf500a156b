import { usePreferences } from '../../app/preferences.tsx';
import { translatorOf, type Translate } from '../../words/index.ts';
import { sourcesEn } from '../../words/sources.en.ts';
import { sourcesZh } from '../../words/sources.zh-CN.ts';

export type SourcesKey = keyof typeof sourcesZh;
export type Say = Translate<SourcesKey>;

const translators: Record<'zh' | 'en', Say> = {
  zh: translatorOf(sourcesZh),
  en: translatorOf(sourcesEn),
};

export const useSourcesWords = (): Say => translators[usePreferences().lang];

/** In words rather than as a clock: whoever reads it asks whether it is old. */
export function ago(say: Say, ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return say('ago.now');
  if (minutes < 120) return say('ago.minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? say('ago.hours', { count: hours }) : say('ago.days', { count: Math.floor(hours / 24) });
}
