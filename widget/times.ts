import type { Lang } from '../core/standard/facts.ts';
import type { Words } from './words/words.ts';

const pauseMs = 5 * 60_000;

/** A pause in the talk that is worth a line with the time. */
export function isPause(before: number | null, at: number): boolean {
  return before === null || at - before > pauseMs;
}

/** As near as needed: the time today, the day before yesterday and earlier, the year where it is another. */
export function timeWords(at: number, now: number, lang: Lang, words: Words): string {
  const then = new Date(at);
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const days = (startOfDay(now) - startOfDay(at)) / 86_400_000;
  if (days < 0.5) return time;
  if (days < 1.5) return `${words.yesterday} ${time}`;
  const year = then.getFullYear() === new Date(now).getFullYear() ? undefined : 'numeric';
  return `${format({ year, month: 'short', day: 'numeric' })} ${time}`;

  function format(options: Intl.DateTimeFormatOptions) {
    return new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en', options).format(then);
  }
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
