/** How the tests of promises read: one morning, one shop, and what was promised on one line. */
import { promisesIn, type Promised } from './promise.ts';

/** A Wednesday; the shop is open from nine to nine. */
export const at = Date.parse('2026-11-18T10:20:00+08:00');
export const calendar = { zone: '+08:00', hours: [['09:00', '21:00']] as [string, string][] };
export const read = (text: string) => promisesIn(text, { at, lang: 'zh', calendar });

/** `reply 19T12:00` is a reply due on the 19th at noon, `12-15T21:00` in December, `~` vague. */
export function shown({ action, due, vague }: Promised): string {
  if (vague) return `${action} ~`;
  const local = new Date(due + 8 * 3_600_000);
  const isMidnight = local.toISOString().slice(11, 16) === '00:00';
  const day = new Date(isMidnight ? local.getTime() - 1 : local).toISOString().slice(5, 10);
  return `${action} ${day.replace(/^11-/, '')}T${isMidnight ? '24:00' : local.toISOString().slice(11, 16)}`;
}
