/** Times and numbers as people read them, by locale. */
import type { Lang } from '../../core/standard/facts.ts';

const locales: Record<Lang, string> = { zh: 'zh-CN', en: 'en-GB' };
const made = new Map<string, Intl.DateTimeFormat>();

function shape(lang: Lang, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${name}`;
  let format = made.get(key);
  if (!format) made.set(key, (format = new Intl.DateTimeFormat(locales[lang], options)));
  return format;
}

/** 14:05 */
export const clockTime = (at: number, lang: Lang): string =>
  shape(lang, 'clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** 2026年3月4日星期三 · Wednesday, 4 March 2026 */
export const longDay = (at: number, lang: Lang): string =>
  shape(lang, 'day', { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' }).format(at);

/** Day and time, for lists of the past. */
export const dayAndTime = (at: number, lang: Lang): string =>
  shape(lang, 'day-time', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);

/** The clock time today, else month and day. */
export function shortTime(at: number, now: number, lang: Lang): string {
  if (sameDay(at, now)) return clockTime(at, lang);
  return shape(lang, 'month-day', { month: '2-digit', day: '2-digit' }).format(at);
}

export const sameDay = (a: number, b: number): boolean =>
  new Date(a).toDateString() === new Date(b).toDateString();

/** m:ss up to an hour, h:mm:ss beyond, days beyond two of them. `ms` is a length of time. */
export function elapsed(ms: number, lang: Lang): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  if (hours >= 48) return lang === 'zh' ? `${Math.floor(hours / 24)} 天` : `${Math.floor(hours / 24)} d`;
  const pair = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${pair(minutes)}:${pair(seconds % 60)}` : `${minutes}:${pair(seconds % 60)}`;
}

/** Fen as yuan: ¥129.00 */
export const money = (fen: number, lang: Lang): string =>
  new Intl.NumberFormat(locales[lang], { style: 'currency', currency: 'CNY' }).format(fen / 100);
