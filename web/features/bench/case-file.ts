/** The shop's case file as the page reads it, and what its lines say of a conversation. Pure. */
import type { CaseMark } from '../../../core/api.ts';
import type { RuleId } from '../../../core/standard/finding.ts';

export interface Place {
  turn: number;
  rule: RuleId;
}

export interface CaseLine {
  id: string;
  lang: string;
  channel: string;
  turns: { from: 'customer' | 'agent' | 'system'; text: string; at?: string }[];
  /** Must be found. */
  expect: Place[];
  /** Rules that must not be found at all. */
  free: RuleId[];
  /** Nobody has judged these. */
  open: Place[];
}

export function readCases(text: string): CaseLine[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as CaseLine);
}

/** What was said of each place: a line of the file names only what must be found, and what must not. */
export function marksOf(line: CaseLine | undefined, found: readonly Place[]): CaseMark[] {
  if (!line) return [];
  const { expect, free, open } = line;
  const missed = expect
    .filter((place) => !holds(found, place))
    .map(({ turn, rule }) => ({ turn, rule, verdict: 'missed' as const }));
  const judged = placesIn(found).flatMap(({ turn, rule }): CaseMark[] => {
    const place = { turn, rule };
    if (holds(expect, place)) return [{ ...place, verdict: 'right' }];
    // A rejected one beside a confirmed one of the same rule is named nowhere.
    const rejected = free.includes(rule) || expect.some((other) => other.rule === rule);
    return rejected && !holds(open, place) ? [{ ...place, verdict: 'wrong' }] : [];
  });
  return [...judged, ...missed];
}

/** The same said again takes it back. */
export function withMark(marks: readonly CaseMark[], mark: CaseMark): CaseMark[] {
  const others = marks.filter((one) => !isAt(one, mark));
  const before = marks.find((one) => isAt(one, mark));
  return before?.verdict === mark.verdict ? others : [...others, mark];
}

/** One a turn and rule, however many words of it were marked: as the score counts them. */
export function placesIn<P extends Place>(places: readonly P[]): P[] {
  return [...Map.groupBy(places, placeName).values()].map(([first]) => first!);
}

export const placeName = ({ turn, rule }: Place) => `${turn} ${rule}`;

export const isAt = (one: Place, other: Place) => one.turn === other.turn && one.rule === other.rule;

const holds = (places: readonly Place[], place: Place) => places.some((one) => isAt(one, place));
