/** When something was bought or came, in the customer's words: the days that they may mean. */
import { dateOf, day, momentOf, offsetAt } from '../../team/working-hours.ts';
import { chineseNumber, englishNumber } from '../../standard/promises/numerals.ts';

export interface PastTime {
  said: string;
  /** From the beginning of the first day up to the end of the last. */
  from: number;
  to: number;
}

/** @param text normalised, in small letters */
export function pastTimesIn(text: string, now: number, zone: string): PastTime[] {
  const today = dateOf(zone, now);
  const found: PastTime[] = [];
  for (const [pattern, read] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const days = read(match, { today, weekday: weekdayOf(today), wall: new Date(today) });
      if (!days || found.some(({ said }) => said.includes(match[0]))) continue;
      const [first, last] = days;
      const [from, to] = [startOf(zone, first), Math.min(startOf(zone, last + day), now)];
      if (from < to && from > today - farthest) found.push({ said: match[0].trim(), from, to });
    }
  }
  return found;
}

const farthest = 800 * day;
const startOf = (zone: string, date: number) => momentOf(zone, date, 0);

interface Calendar {
  /** Days as UTC midnights of the shop's dates. */
  today: number;
  /** Monday is 0. */
  weekday: number;
  wall: Date;
}

type Days = readonly [first: number, last: number] | null;
type Read = (match: RegExpMatchArray, calendar: Calendar) => Days;

const around = (date: number, slack: number): Days => [date - slack * day, date + slack * day];

const weekdayOf = (date: number): number => (new Date(date).getUTCDay() + 6) % 7;
const week = '(?:周|星期|礼拜)';
const count = '(\\d{1,3}|[一二两三四五六七八九十半]{1,3})';
const englishDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const englishCount = '(a|an|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,3})';

const figure = (words: string): number => {
  const number = chineseNumber(words);
  return Number.isNaN(number) ? englishNumber(words) : number;
};

/** The longer words before the shorter that stand in them. */
const patterns: readonly (readonly [RegExp, Read])[] = [
  // 11月3号, 2026年11月3日, 11.3 is left alone: it is a size or a price as often.
  [
    /(?:(20\d\d)年)?(\d{1,2}|十[一二]?|[一二三四五六七八九])月(\d{1,2}|[一二三四五六七八九]?十?[一二三四五六七八九]?)(?:号|日)/g,
    ([, year, month, date], calendar) => dayOf(calendar, year, figure(month!), figure(date!)),
  ],
  [
    /\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/g,
    ([, date, month], calendar) =>
      dayOf(calendar, undefined, englishMonths.indexOf(month!) + 1, Number(date)),
  ],
  [
    /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (\d{1,2})(?:st|nd|rd|th)?\b/g,
    ([, month, date], calendar) =>
      dayOf(calendar, undefined, englishMonths.indexOf(month!) + 1, Number(date)),
  ],
  // 双十一 and the like last some days on every platform.
  [/双(?:十一|11)|\b11\.11\b|\bsingles.? day\b/g, (_, calendar) => sale(calendar, 11, 11)],
  [/双(?:十二|12)|\b12\.12\b/g, (_, calendar) => sale(calendar, 12, 12)],
  [/618|\b6\.18\b/g, (_, calendar) => sale(calendar, 6, 18)],
  [/国庆/g, (_, calendar) => sale(calendar, 10, 3)],
  [/\bblack friday\b|黑五/g, (_, calendar) => sale(calendar, 11, 27)],
  [
    new RegExp(`(上上|上|这|本)个?${week}([一二三四五六日天])`, 'g'),
    ([, which, name], { today, weekday }) => {
      const weeks = which === '上上' ? 2 : which === '上' ? 1 : 0;
      return around(today + (weekdayNumber(name!) - weekday - 7 * weeks) * day, 0);
    },
  ],
  [
    new RegExp(`(上上|上|这|本)个?(?:${week})(?![一二三四五六日天])`, 'g'),
    ([, which], { today, weekday }) => {
      const weeks = which === '上上' ? 2 : which === '上' ? 1 : 0;
      const monday = today - (weekday + 7 * weeks) * day;
      return weeks === 0 ? [monday, today] : [monday, monday + 6 * day];
    },
  ],
  [
    new RegExp(`(?<![上这本下])${week}([一二三四五六日天])(?!折)`, 'g'),
    ([, name], { today, weekday }) => around(today - ((weekday - weekdayNumber(name!) + 7) % 7) * day, 0),
  ],
  [
    /(?<!\d)(上上|上|这|本)个?月(\d{1,2})?(?:号|日|初|底|中旬|末)?/g,
    ([, which, date], { today, wall }) => {
      const back = which === '上上' ? 2 : which === '上' ? 1 : 0;
      const first = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() - back, 1);
      if (date) return around(first + (Number(date) - 1) * day, 0);
      const last = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() - back + 1, 0);
      return [first, Math.min(last, today)];
    },
  ],
  [
    /(?<!\d)(\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份|初|底|中旬|末)/g,
    ([, month], calendar) => monthOf(calendar, figure(month!)),
  ],
  [
    new RegExp(
      `(?<![一二三四五六七八九十半\\d])${count}个?(?:多)?(天|日|周|星期|礼拜|个?月)(?:之|以)?前`,
      'g',
    ),
    ([, many, unit], { today }) => ago(today, figure(many!), daysIn(unit!)),
  ],
  [/大前天/g, (_, { today }) => around(today - 3 * day, 0)],
  [/前天/g, (_, { today }) => around(today - 2 * day, 0)],
  [/昨[天日晚儿]/g, (_, { today }) => around(today - day, 0)],
  [/前(?:几|两|些)天|这几天|前阵子?/g, (_, { today }) => [today - 10 * day, today]],
  [/今[天早晚日]|刚刚|刚才|刚(?=买|拍|下|付|收|到)/g, (_, { today }) => [today - 2 * day, today]],
  [
    /去年/g,
    (_, { wall }) => [Date.UTC(wall.getUTCFullYear() - 1, 0, 1), Date.UTC(wall.getUTCFullYear() - 1, 11, 31)],
  ],

  [
    new RegExp(`\\b${englishCount} (day|week|month)s? ago\\b`, 'g'),
    ([, many, unit], { today }) => ago(today, figure(many!), daysIn(unit!)),
  ],
  [/\bday before yesterday\b/g, (_, { today }) => around(today - 2 * day, 0)],
  [/\byesterday\b|\blast night\b/g, (_, { today }) => around(today - day, 0)],
  [
    /\bthis morning\b|\btoday\b|\bjust now\b|\bjust (?:bought|ordered|got|received)\b/g,
    (_, { today }) => [today - 2 * day, today],
  ],
  [/\bthe other day\b|\ba few days ago\b/g, (_, { today }) => [today - 10 * day, today]],
  [
    /\b(?:last|on|this past) (monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/g,
    ([, name], { today, weekday }) =>
      around(today - (((weekday - englishDays.indexOf(name!) + 6) % 7) + 1) * day, 0),
  ],
  [
    /\b(last|this) week(?:'s)?\b/g,
    ([, which], { today, weekday }) => {
      const monday = today - (weekday + (which === 'last' ? 7 : 0)) * day;
      return which === 'last' ? [monday, monday + 6 * day] : [monday, today];
    },
  ],
  [
    /\b(last|this) month(?:'s)?\b/g,
    ([, which], { today, wall }) => {
      const back = which === 'last' ? 1 : 0;
      const first = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() - back, 1);
      return [first, Math.min(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() - back + 1, 0), today)];
    },
  ],
  [
    /\bin (january|february|march|april|may|june|july|august|september|october|november|december)\b/g,
    ([, month], calendar) => monthOf(calendar, englishMonths.indexOf(month!.slice(0, 3)) + 1),
  ],
];

const weekdayNumber = (name: string): number =>
  Math.max(0, '一二三四五六日'.indexOf(name === '天' ? '日' : name));
const daysIn = (unit: string): number =>
  /月|month/.test(unit) ? 30 : /周|星期|礼拜|week/.test(unit) ? 7 : 1;

/** Counted by people: the more, the less exactly. */
function ago(today: number, many: number, unit: number): Days {
  if (!Number.isFinite(many) || many <= 0) return null;
  const days = Math.round(many * unit);
  return around(today - days * day, unit === 1 && days < 5 ? 1 : Math.max(2, Math.round(days / 4)));
}

/** Of this year, or of the last where it is still to come. */
function dayOf({ today, wall }: Calendar, year: string | undefined, month: number, date: number): Days {
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= 31)) return null;
  if (year) return around(Date.UTC(Number(year), month - 1, date), 0);
  const own = Date.UTC(wall.getUTCFullYear(), month - 1, date);
  return around(own <= today ? own : Date.UTC(wall.getUTCFullYear() - 1, month - 1, date), 0);
}

function sale(calendar: Calendar, month: number, date: number): Days {
  const [on] = dayOf(calendar, undefined, month, date) ?? [];
  return on === undefined ? null : [on - 11 * day, on + 2 * day];
}

function monthOf({ today, wall }: Calendar, month: number): Days {
  if (!(month >= 1 && month <= 12)) return null;
  const year = wall.getUTCFullYear() - (Date.UTC(wall.getUTCFullYear(), month - 1, 1) > today ? 1 : 0);
  return [Date.UTC(year, month - 1, 1), Math.min(Date.UTC(year, month, 0), today)];
}
