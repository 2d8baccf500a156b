/** What somebody looks for. It travels in the page's history, never in an address: words that are searched for are personal data. */
import { wordsOf } from '../../../core/search/find.ts';
import { tokensOfWords } from '../../../core/search/tokens.ts';

export interface Asked {
  q: string;
  by?: string;
  rule?: string;
  score?: ScoreBand;
  /** As in a date field: 2026-11-22; both days are in it. */
  fromDay?: string;
  toDay?: string;
}

export const scoreBands = {
  low: { scoreFrom: 0, scoreTo: 59 },
  middle: { scoreFrom: 60, scoreTo: 79 },
  high: { scoreFrom: 80, scoreTo: 99 },
  full: { scoreFrom: 100, scoreTo: 100 },
} as const;
export type ScoreBand = keyof typeof scoreBands;

export const nothingAsked: Asked = { q: '' };

export const hasFilters = ({ by, rule, score, fromDay, toDay }: Asked): boolean =>
  [by, rule, score, fromDay, toDay].some((one) => one !== undefined);

/** A lone letter is in nearly everything. */
export const isTooShort = ({ q }: Asked): boolean => tokensOfWords(wordsOf(q)).length === 0;

/** As the server wants it. Days are those of the reader's own clock. */
export function queryOf({ q, by, rule, score, fromDay, toDay }: Asked, after: string | null): SearchQuery {
  return {
    q: q.trim(),
    ...(by && { by }),
    ...(rule && { rule }),
    ...(score && scoreBands[score]),
    ...(fromDay && { from: dayStart(fromDay) }),
    ...(toDay && { to: dayStart(toDay, 1) - 1 }),
    ...(after !== null && { after }),
  };
}

interface SearchQuery {
  q: string;
  by?: string;
  rule?: string;
  scoreFrom?: number;
  scoreTo?: number;
  from?: number;
  to?: number;
  after?: string;
}

/** `days` later, at midnight. */
function dayStart(day: string, days = 0): number {
  const [year, month, date] = day.split('-').map(Number);
  return Math.max(0, new Date(year!, month! - 1, date! + days).getTime());
}

/** The day that lies `ago` days before `now`, as a date field writes it. */
export function dayBefore(now: number, ago: number): string {
  const day = new Date(now);
  day.setDate(day.getDate() - ago);
  const pair = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${pair(day.getMonth() + 1)}-${pair(day.getDate())}`;
}
