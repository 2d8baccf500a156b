/** Pieces of a time ("tomorrow", "afternoon", "3 o'clock") put together into one. */
import { Sought } from '../sieve.ts';
import type { Clock, Day, DayHalf, TimeWords, When } from './when.ts';

export interface Piece {
  start: number;
  end: number;
  day?: Day;
  half?: DayHalf;
  clock?: Clock;
  /** Close of work: adds nothing to a day, alone it is today's. */
  close?: true;
  /** Whole by itself. */
  when?: When;
}

/** A pattern and what a match of it says; null: it is no time after all. */
export interface PiecePattern<Pattern = Sought> {
  pattern: Pattern;
  read(match: RegExpMatchArray, text: string): Omit<Piece, 'start' | 'end'> | null;
}

export const piecePatterns = (all: readonly PiecePattern<RegExp>[]): readonly PiecePattern[] =>
  all.map(({ pattern, read }) => ({ pattern: new Sought(pattern), read }));

/** What may stand between the pieces of one time, between two of a range, and around it. */
export interface Joints {
  within: RegExp;
  range: RegExp;
  latest: RegExp;
}

/** All times of a text, in order. Earlier patterns win where two overlap. */
export function timesIn(text: string, patterns: readonly PiecePattern[], joints: Joints): TimeWords[] {
  const groups: Piece[] = [];
  for (const piece of piecesIn(text, patterns)) {
    const last = groups.at(-1);
    if (last && joins(last, piece) && joints.within.test(text.slice(last.end, piece.start))) {
      groups[groups.length - 1] = { ...last, ...piece, start: last.start };
    } else groups.push(piece);
  }
  const times: TimeWords[] = [];
  groups.forEach((group, index) => {
    const before = groups[index - 1];
    const { start, end } = group;
    const ranged = before && joints.range.test(text.slice(before.end, start));
    if (ranged) {
      const range = times.at(-1)!;
      range.end = end;
      range.whens.push(whenOf(inheriting(group, before)));
      return;
    }
    const time: TimeWords = { start, end, whens: [whenOf(group)] };
    if (joints.latest.test(text.slice(Math.max(0, start - 24), end + 16))) time.latest = true;
    times.push(time);
  });
  return times;
}

function piecesIn(text: string, patterns: readonly PiecePattern[]): Piece[] {
  const pieces: Piece[] = [];
  for (const { pattern, read } of patterns) {
    if (!pattern.mayStandIn(text)) continue;
    for (const match of text.matchAll(pattern.pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (pieces.some((other) => start < other.end && other.start < end)) continue;
      const piece = read(match, text);
      if (piece) pieces.push({ start, end, ...piece });
    }
  }
  return pieces.sort((a, b) => a.start - b.start);
}

/** Two pieces are one time when each says what the other leaves open. */
function joins(a: Piece, b: Piece): boolean {
  if (a.when || b.when) return false;
  return !(a.day && b.day) && !(a.half && b.half) && !(a.clock && b.clock) && !(a.close && b.close);
}

/** "Tomorrow 3 to 5": the second end is on the same day and in the same half of it. */
function inheriting(piece: Piece, before: Piece): Piece {
  if (piece.when || piece.day || before.when) return piece;
  const inherited: Piece = { ...piece };
  if (before.day) inherited.day = before.day;
  if (before.half && !piece.half && piece.clock) inherited.half = before.half;
  return inherited;
}

function whenOf({ when, day, half, clock, close }: Piece): When {
  if (when) return when;
  const moment: When = { kind: 'moment' };
  if (day) moment.day = day;
  if (half && !close) moment.half = half;
  if (clock) moment.clock = clock;
  return moment;
}
