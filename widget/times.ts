import type { WidgetLang } from './lang.ts';
import type { Words } from './words/words.ts';

const pauseMs = 5 * 60_000;
const styles = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { month: 'short', day: 'numeric' },
  date: { year: 'numeric', month: 'short', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
/** Making one costs more than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** A pause in the talk that is worth a line with the time. */
export function isPause(before: number | null, at: number): boolean {
  return before === null || at - before > pauseMs;
}

/** As near as needed: the time today, yesterday and tomorrow by name, the day for others, the year where it is another. */
export function timeWords(at: number, now: number, lang: WidgetLang, words: Words): string {
  const time = format('time');
  const days = (startOfDay(now) - startOfDay(at)) / 86_400_000;
  if (Math.abs(days) < 0.5) return time;
  if (Math.abs(days) < 1.5) return `${days > 0 ? words.yesterday : words.tomorrow} ${time}`;
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return `${format(isThisYear ? 'day' : 'date')} ${time}`;

  function format(style: keyof typeof styles) {
    const key = `${lang} ${style}`;
    const made = formats.get(key) ?? new Intl.DateTimeFormat(lang, styles[style]);
    formats.set(key, made);
    return made.format(at);
  }
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
