import type { WorkingHours } from '../../team/working-hours.ts';
import type { CaseFault } from '../case-form.ts';
import {
  Faulty,
  idOf,
  isClock,
  listOf,
  momentOf,
  objectOf,
  oneOf,
  present,
  shown,
  textOf,
} from '../case-form.ts';
import type { Lang } from '../facts.ts';
import { defaultHours, type Circumstances, type Promised } from './promise.ts';

/** A sentence and when it was said. */
export interface Sentence extends Circumstances {
  id: string;
  lang: Lang;
  text: string;
}

/** Reads one line of JSON: a sentence, its time, and the shop's calendar where it has one. */
export function readPromiseLine(line: string): { sentence: Sentence } | { fault: CaseFault } {
  try {
    return { sentence: sentenceOf(JSON.parse(line)) };
  } catch (error) {
    if (error instanceof Faulty) return { fault: { field: error.field, why: error.why } };
    if (error instanceof SyntaxError)
      return { fault: { field: 'line', why: `is no JSON: ${error.message}` } };
    throw error;
  }
}

/** A promise as it is written out: its due time by the clock of the message. */
export function promiseForm({ action, due, vague }: Promised, zone: string) {
  return { action, due: Number.isFinite(due) ? zoned(due, zone) : null, vague };
}

function sentenceOf(value: unknown): Sentence {
  const form = objectOf(value, 'line');
  return {
    id: idOf(form.id),
    lang: oneOf(form.lang, 'lang', ['zh', 'en']),
    text: textOf(form.text, 'text'),
    at: momentOf(form.at, 'at'),
    calendar: calendarOf(form.calendar, zoneOf(String(form.at))),
  };
}

/** What a calendar leaves open is filled from the default: every day from nine to nine, no holidays. */
function calendarOf(value: unknown, zone: string): WorkingHours {
  const form = present(value) ? objectOf(value, 'calendar') : {};
  const calendar: WorkingHours = { zone, hours: defaultHours };
  if (present(form.hours)) calendar.hours = listOf(form.hours, 'calendar.hours').map(shiftOf);
  if (present(form.days)) calendar.days = listOf(form.days, 'calendar.days').map(weekdayOf);
  if (present(form.holidays)) calendar.holidays = datesOf(form.holidays, 'calendar.holidays');
  if (present(form.workdays)) calendar.workdays = datesOf(form.workdays, 'calendar.workdays');
  return calendar;
}

function shiftOf(value: unknown, index: number): [string, string] {
  const field = `calendar.hours[${index}]`;
  const shift = listOf(value, field).map((clock) => textOf(clock, field));
  const [open, close] = shift;
  if (shift.length !== 2 || ![open!, close!].every((clock) => /^\d\d?:\d\d$/.test(clock) && isClock(clock))) {
    throw new Faulty(field, `must be two times of day like ["09:00", "21:00"], not ${shown(value)}`);
  }
  return [open!, close!];
}

function weekdayOf(value: unknown, index: number): number {
  if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 7) return value as number;
  throw new Faulty(`calendar.days[${index}]`, `must be 1 (Monday) to 7 (Sunday), not ${shown(value)}`);
}

function datesOf(value: unknown, field: string): string[] {
  return listOf(value, field).map((item, index) => {
    const date = textOf(item, `${field}[${index}]`);
    if (/^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date))) return date;
    throw new Faulty(`${field}[${index}]`, `must be a date like "2027-01-01", not ${shown(item)}`);
  });
}

const zoneOf = (at: string) => /[+-]\d\d:\d\d$/.exec(at)?.[0] ?? '+00:00';

function zoned(moment: number, zone: string): string {
  const sign = zone.startsWith('-') ? -1 : 1;
  const offset = sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))) * 60_000;
  return new Date(moment + offset).toISOString().slice(0, 19) + zone;
}
