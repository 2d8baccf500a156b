/** Amounts and days as one says them to a customer. */
import { offsetAt } from '../team/working-hours.ts';
import type { Lang } from '../standard/facts.ts';

/** `119 元`, `¥119.00`; another currency by its code. */
export function money(fen: number, currency: string, lang: Lang): string {
  const figure = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
  if (currency !== 'CNY') return `${figure} ${currency}`;
  return lang === 'zh' ? `${figure.replace(/\.00$/, '')} 元` : `¥${figure}`;
}

/** `11月21日`, `21 November`. */
export function customerDay(moment: number, zone: string, lang: Lang): string {
  const wall = new Date(moment + offsetAt(zone, moment));
  const [month, day] = [wall.getUTCMonth(), wall.getUTCDate()];
  return lang === 'zh' ? `${month + 1}月${day}日` : `${day} ${months[month]!}`;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
