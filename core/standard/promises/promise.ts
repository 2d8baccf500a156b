/** What an agent promises: read out of what they write, by structure and the shop's calendar. */
import type { WorkingHours } from '../../team/working-hours.ts';
import type { Lang } from '../facts.ts';
import { onceForView } from '../once.ts';
import type { TextView } from '../text.ts';
import { viewOf } from '../text.ts';
import { askingClauses, clausesOf, type Clause } from './clauses.ts';
import type { Action, Deed, Doer } from './deed.ts';
import { chineseArrival, chineseDeeds, chineseDoer, isChineseCondition } from './deeds.zh.ts';
import { englishArrival, englishDeeds, englishDoer, isEnglishCondition } from './deeds.en.ts';
import { dueOf } from './due.ts';
import { settle, type Undertaking } from './settle.ts';
import { englishTimes } from './times.en.ts';
import { chineseTimes } from './times.zh.ts';
import type { TimeWords } from './when.ts';

export type { Action } from './deed.ts';

export interface Promised {
  action: Action;
  /** Epoch milliseconds. */
  due: number;
  /** No time was said: due after the shop's default. */
  vague: boolean;
  /** UTF-16 offsets into the original text. */
  start: number;
  end: number;
}

export interface Circumstances {
  /** When it was said. */
  at: number;
  lang: Lang;
  calendar: WorkingHours;
}

/** Open every day from nine to nine: the calendar of a shop that has not said. */
export const defaultHours: WorkingHours['hours'] = [['09:00', '21:00']];

/** The promises of a text, in the order they are said. */
export function promisesIn(text: string | TextView, { at, calendar }: Circumstances): Promised[] {
  const view = typeof text === 'string' ? viewOf(text) : text;
  return undertakingsIn(view).map(({ deed, time, start, end }) => ({
    action: deed.action,
    due: Math.max(...time.whens.map((when) => dueOf(when, at, calendar))),
    vague: isVague(time),
    ...view.mark(start, end),
  }));
}

interface Grammar {
  times(text: string): TimeWords[];
  deeds(clause: string, whole: string, carried: Doer | null): Deed[];
  doer(clause: string, whole: string): Doer | null;
  isCondition(clause: string): boolean;
  arrival: RegExp;
  /** Where the time of a deed is said. */
  timeFirst: boolean;
}

const chinese: Grammar = {
  times: chineseTimes,
  deeds: chineseDeeds,
  doer: chineseDoer,
  isCondition: isChineseCondition,
  arrival: chineseArrival,
  timeFirst: true,
};
const english: Grammar = {
  times: englishTimes,
  deeds: englishDeeds,
  doer: englishDoer,
  isCondition: isEnglishCondition,
  arrival: englishArrival,
  timeFirst: false,
};

/** No agent promises anything further down than this. */
const longest = 4_000;

/** What is undertaken, whenever it is said. */
const undertakingsIn = onceForView((view): readonly Undertaking[] => {
  const text = view.unquoted.slice(0, longest);
  const grammar = /[\u3400-\u9fff]/.test(text) ? chinese : english;
  const times = grammar.times(text);
  if (times.length === 0) return [];
  const clauses = clausesOf(text, times);
  const asking = askingClauses(clauses);
  let carried: Doer | null = null;
  let bound = false;
  let sentence = -1;
  const parts = clauses.map((clause) => {
    if (clause.sentence !== sentence) {
      sentence = clause.sentence;
      bound = false;
      carried = null;
    }
    const own = times.filter(({ start }) => start >= clause.start && start < clause.end);
    const words = blanked(clause, own);
    const deeds = grammar.deeds(words, text, carried);
    const idle = bound || asking.has(clause) || (deeds.length === 0 && grammar.arrival.test(words));
    for (const deed of deeds) {
      if (idle) deed.promised = false;
      deed.start += clause.start;
      deed.end += clause.start;
    }
    bound ||= grammar.isCondition(words);
    carried = grammar.doer(words, text) ?? carried;
    return { ...clause, times: idle ? [] : own, deeds };
  });
  return settle(parts, grammar.timeFirst);
});

/** A clause without its time words, letter for letter, so that "as soon as" in them is no condition. */
function blanked(clause: Clause, times: readonly TimeWords[]): string {
  let { text } = clause;
  for (const { start, end } of times) {
    const from = start - clause.start;
    const to = Math.min(end - clause.start, text.length);
    text = text.slice(0, from) + '\ufffd'.repeat(to - from) + text.slice(to);
  }
  return text;
}

const isVague = ({ whens }: TimeWords) => whens.every(({ kind }) => kind === 'vague');
