/**
 * What every match of a pattern holds, read off the pattern itself, so that it is searched only where that stands. RE2
 * does so for many patterns at once (`FilteredRE2`); what it cannot tell it leaves open, so no match is ever lost.
 */
import { commonness } from './commonness.ts';

/** One of these strings, at least, stands in every match. */
export type AnyOf = readonly string[];

/** Each way in which a pattern matches, by all that must stand in such a match; nothing where nothing is sure. */
export function requiredBy({ source, flags }: RegExp): AnyOf[][] {
  if (/[iuv]/.test(flags)) return [[]];
  return new PatternReader(source).choices().map((choice) => needsOf(choice).map(shortest));
}

/** What must stand in a match whichever way it comes about. */
export function requiredByAll(ways: readonly AnyOf[][]): AnyOf[] {
  if (ways.length === 1) return ways[0]!;
  const best = ways.map(rarest);
  return best.includes(null) ? [] : [shortest(best.flatMap((one) => one!))];
}

interface Part {
  /** Every string it can be; null where they are too many, or unknown. */
  exact: readonly string[] | null;
  needs: readonly AnyOf[];
}

const empty: Part = { exact: [''], needs: [] };
const unknown: Part = { exact: null, needs: [] };
/** More strings than this side by side are not joined. */
const most = 150;

const literal = (text: string): Part => ({ exact: [text], needs: [] });

function needsOf({ exact, needs }: Part): AnyOf[] {
  return exact && !exact.includes('') ? [...needs, exact] : [...needs];
}

/** One after the other. */
function sequenceOf(parts: readonly Part[]): Part {
  const needs: AnyOf[] = [];
  let exact: readonly string[] = [''];
  let isWhole = true;
  for (const part of parts) {
    needs.push(...part.needs);
    if (part.exact && part.exact.length * exact.length <= most) {
      const { exact: ends } = part;
      exact = exact.flatMap((start) => ends.map((end) => start + end));
      continue;
    }
    isWhole = false;
    needs.push(...needsOf({ exact, needs: [] }));
    exact = part.exact && !part.exact.includes('') ? part.exact : [''];
  }
  return isWhole ? { exact, needs } : { exact: null, needs: [...needs, ...needsOf({ exact, needs: [] })] };
}

/** One or the other. */
function choiceOf(parts: readonly Part[]): Part {
  if (parts.length === 1) return parts[0]!;
  if (parts.every(({ exact, needs }) => exact && needs.length === 0))
    return { exact: parts.flatMap(({ exact }) => exact!), needs: [] };
  const best = parts.map((part) => rarest(needsOf(part)));
  return { exact: null, needs: best.includes(null) ? [] : [best.flatMap((one) => one!)] };
}

/** The one that says most: few strings, and long ones. */
function rarest(needs: readonly AnyOf[]): AnyOf | null {
  let rare: AnyOf | null = null;
  let least = Infinity;
  for (const need of needs) {
    const common = commonness(need);
    if (common < least) [rare, least] = [need, common];
  }
  return rare;
}

/** Without those that hold another of them. */
function shortest(need: AnyOf): AnyOf {
  const kept: string[] = [];
  for (const text of [...new Set(need)].toSorted((one, other) => one.length - other.length))
    if (!kept.some((other) => text.includes(other))) kept.push(text);
  return kept;
}

class PatternReader {
  private readonly source: string;
  private at = 0;

  constructor(source: string) {
    this.source = source;
  }

  choices(): Part[] {
    const choices = [this.sequence()];
    while (this.takes('|')) choices.push(this.sequence());
    return choices;
  }

  private sequence(): Part {
    const parts: Part[] = [];
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at]!))
      parts.push(this.repeated(this.single()));
    return sequenceOf(parts);
  }

  private single(): Part {
    const character = this.source[this.at++]!;
    if (character === '(') return this.group();
    if (character === '[') return this.set();
    if (character === '\\') return this.escaped();
    if (character === '.') return unknown;
    return character === '^' || character === '$' ? empty : literal(character);
  }

  /** What stands before or behind a match is no part of it. */
  private group(): Part {
    const looks = this.takes('?=') || this.takes('?!') || this.takes('?<=') || this.takes('?<!');
    if (!looks) this.takes('?:');
    const inside = choiceOf(this.choices());
    this.at++;
    return looks ? empty : inside;
  }

  private set(): Part {
    const isDenied = this.takes('^');
    let known: string[] | null = [];
    while (!this.takes(']')) {
      const one = this.member();
      if (this.source[this.at] === '-' && this.source[this.at + 1] !== ']') {
        this.at++;
        known = between(one, this.member(), known);
      } else known = one === null ? null : known && [...known, one];
    }
    return isDenied || known === null || known.length > most ? unknown : { exact: known, needs: [] };
  }

  private member(): string | null {
    const character = this.source[this.at++]!;
    return character === '\\' ? this.escaped().exact?.[0] || null : character;
  }

  private escaped(): Part {
    const character = this.source[this.at++]!;
    if (character === 'b' || character === 'B') return empty;
    if (character === 'u') {
      const code = Number.parseInt(this.source.slice(this.at, this.at + 4), 16);
      this.at += 4;
      return literal(String.fromCharCode(code));
    }
    if (character === 'n') return literal('\n');
    return /[a-z\d]/i.test(character) ? unknown : literal(character);
  }

  private repeated(part: Part): Part {
    const [written, least, greatest] = quantifierAt(this.source, this.at);
    this.at += written;
    if (written > 0) this.takes('?');
    if (greatest === 1) return least === 1 ? part : optional(part);
    return least === 0 ? unknown : { exact: null, needs: needsOf(part) };
  }

  private takes(text: string): boolean {
    const isNext = this.source.startsWith(text, this.at);
    if (isNext) this.at += text.length;
    return isNext;
  }
}

const optional = ({ exact, needs }: Part): Part =>
  exact && needs.length === 0 ? { exact: ['', ...exact], needs } : unknown;

const counted = /\{(\d+)(,?)(\d*)\}/y;

/** How many characters it is written with, and how often at least and at most. */
function quantifierAt(source: string, at: number): [written: number, least: number, greatest: number] {
  if (source[at] === '?') return [1, 0, 1];
  if (source[at] === '*') return [1, 0, Infinity];
  if (source[at] === '+') return [1, 1, Infinity];
  counted.lastIndex = at;
  const match = counted.exec(source);
  if (!match) return [0, 1, 1];
  const [written, least, comma, greatest] = match;
  return [
    written.length,
    Math.min(1, Number(least)),
    comma === '' ? Number(least) : Number(greatest || Infinity),
  ];
}

function between(first: string | null, last: string | null, known: string[] | null): string[] | null {
  if (first === null || last === null || known === null) return null;
  const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)];
  if (to - from > most) return null;
  return [...known, ...Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i))];
}
