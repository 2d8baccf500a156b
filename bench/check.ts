/**
 * How fast the standard reads: messages a second on one core with all rules and the conversation's facts at hand, beside
 * a bare scan for as many words in the same run; one draft as an agent types it; and how cost grows.
 */
import type { Conversation, Facts, Turn } from '../core/standard/facts.ts';
import { check, review } from '../core/standard/check.ts';
import { automatonOf } from '../core/standard/tone/automaton.ts';
import { wordClasses } from '../core/standard/tone/classes.ts';
import { median } from './load/figures.ts';
import { replyOf } from './load/texts.ts';

export interface CheckFigures {
  /** Messages a second; the others by the same texts. */
  check: number;
  automaton: number;
  unionPattern: number;
  /** Medians of each round's own ratio. */
  byAutomaton: number;
  byUnionPattern: number;
  /** One draft against thirty turns, in milliseconds. */
  draft: { p50: number; p99: number };
  /** A review's cost for each turn of a long conversation, by that of a short one. */
  growth: { turns: number; byShortest: number }[];
}

export function benchCheck(rounds: number, onProgress: (done: number, of: number) => void): CheckFigures {
  const words = someWords(500);
  const contestants = {
    check: checking(),
    automaton: scanning(words),
    unionPattern: matching(words),
  };
  const rates: Record<keyof typeof contestants, number>[] = [];
  for (let round = 0; round <= rounds; round++) {
    onProgress(round, rounds + 1);
    const measured = mapValues(contestants, rateOf);
    if (round > 0) rates.push(measured); // the first warms up
  }
  const of = (pick: (one: (typeof rates)[number]) => number) => median(rates.map(pick));
  return {
    check: of((one) => one.check),
    automaton: of((one) => one.automaton),
    unionPattern: of((one) => one.unionPattern),
    byAutomaton: of((one) => one.check / one.automaton),
    byUnionPattern: of((one) => one.check / one.unionPattern),
    draft: draftTimes(),
    growth: growthOver([50, 200, 800, 3200], rounds),
  };
}

const texts = Array.from({ length: 5000 }, (_, i) => replyOf(i));
const roundMs = 700;

function checking(): (text: string) => void {
  const facts = factsOf(30);
  return (text) => void check({ text }, facts, 0);
}

function scanning(words: string[]): (text: string) => void {
  const automaton = automatonOf([words]);
  let found = 0;
  return (text) => automaton.scan(text, () => found++);
}

function matching(words: string[]): (text: string) => void {
  const escaped = words.map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  const union = new RegExp(escaped.join('|'), 'g');
  return (text) => void [...text.matchAll(union)];
}

/** As many a second as one core does. */
function rateOf(work: (text: string) => void): number {
  const begun = performance.now();
  let done = 0;
  let took = 0;
  while (took < roundMs) {
    for (let i = 0; i < 100; i++) work(texts[done++ % texts.length]!);
    took = performance.now() - begun;
  }
  return (done / took) * 1000;
}

/** Every draft is checked against facts that were just changed by a new message, as at the desk. */
function draftTimes(): CheckFigures['draft'] {
  const facts = factsOf(30);
  const times: number[] = [];
  for (let i = 0; i < 6000; i++) {
    const begun = performance.now();
    check({ text: texts[i % texts.length]! }, facts, 0);
    if (i >= 1000) times.push(performance.now() - begun);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1]!;
  return { p50: at(0.5), p99: at(0.99) };
}

function growthOver(lengths: number[], rounds: number): CheckFigures['growth'] {
  const perTurn = lengths.map((length) => {
    const times = Array.from({ length: rounds + 1 }, () => {
      const conversation: Conversation = { ...factsOf(length), id: 'long' };
      const begun = performance.now();
      review(conversation, 0);
      return (performance.now() - begun) / length;
    });
    return median(times.slice(1));
  });
  return lengths.map((turns, i) => ({ turns, byShortest: perTurn[i]! / perTurn[0]! }));
}

function factsOf(length: number): Facts {
  const turns = Array.from({ length }, (_, i): Turn => {
    const at = i * 30_000;
    return i % 2 === 0
      ? { from: 'customer', text: questions[(i / 2) % questions.length]!, at }
      : { from: 'agent', text: replyOf(i), at };
  });
  return { lang: 'zh', channel: 'chat', hours: 'always', customer: {}, turns };
}

const questions = [
  '想换一件大一码的，可以吗',
  '什么时候能到呀',
  '这个颜色洗了会掉吗',
  '好的谢谢',
  '怎么还没发货，都两天了',
  '那就换吧',
];

function someWords(count: number): string[] {
  const all = Object.values(wordClasses).flatMap(([chinese, english]) => [
    ...chinese.split(' '),
    ...english.split('|'),
  ]);
  return [...new Set(all)].filter((word) => word.length > 1).slice(0, count);
}

function mapValues<K extends string, A, B>(of: Record<K, A>, to: (value: A) => B): Record<K, B> {
  return Object.fromEntries(Object.entries<A>(of).map(([key, value]) => [key, to(value)])) as Record<K, B>;
}
