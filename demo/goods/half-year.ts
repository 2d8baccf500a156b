/** When orders are placed: more towards the evening, and many more around the two big sales. */
import type { Chance } from './seeded.ts';

export const hour = 3_600_000;
export const day = 24 * hour;
const zone = 8 * hour;

/** In order, the last one minutes before `now`. */
export function momentsOf(chance: Chance, count: number, now: number): number[] {
  const weights = Array.from({ length: 182 }, (_, ago) => weightOf(now - ago * day));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const moments = Array.from({ length: count }, () => {
    let left = chance.next() * total;
    const ago = weights.findIndex((weight) => (left -= weight) < 0);
    return Math.min(midnightOf(now - ago * day) + clockOf(chance), now - chance.between(4, 90) * 60_000);
  });
  return moments.toSorted((a, b) => a - b);
}

function weightOf(at: number): number {
  const local = new Date(at + zone);
  const [month, date] = [local.getUTCMonth() + 1, local.getUTCDate()];
  if ((month === 11 && date === 11) || (month === 6 && date === 18)) return 8;
  if ((month === 11 && date <= 11) || (month === 6 && date >= 10 && date <= 18)) return 2.2;
  return local.getUTCDay() % 6 === 0 ? 1.2 : 1;
}

function clockOf(chance: Chance): number {
  const [from, to] = chance.oneOf([
    [9, 12],
    [12, 18],
    [20, 24],
    [20, 24],
  ] as const);
  return (from + chance.next() * (to - from)) * hour - 1;
}

export const midnightOf = (at: number): number => Math.floor((at + zone) / day) * day - zone;

/** `20261105`: the day as it stands in an order's number. */
export const dayCode = (at: number): string =>
  new Date(at + zone).toISOString().slice(0, 10).replaceAll('-', '');

/** The next moment that the warehouse works: nine to eighteen, every day. */
export function inTheWarehouse(at: number): number {
  const opens = midnightOf(at) + 9 * hour;
  if (at < opens) return opens;
  return at < opens + 9 * hour ? at : opens + day;
}
