/**
 * Hundreds of patterns are sought in every message, and nearly none stands there. One walk over the text finds which of
 * the strings are in it that their matches must hold (`required.ts`); only patterns that have all of theirs are searched.
 * So the cost of a message grows with its length, and hardly with the number of patterns.
 */
import { commonness, commonnessOf } from './commonness.ts';
import { type AnyOf, requiredBy, requiredByAll } from './required.ts';

/** What stands in one text. */
interface Sighting {
  text: string;
  /** The round in which each need was last met. */
  met: Int32Array;
  round: number;
}

/** A message and its sentences: the patterns are sought in them in turn. */
const remembered = 16;

class Sieve {
  private readonly numbers = new Map<string, number>();
  private readonly needs: AnyOf[] = [];
  private grams: Grams | undefined;
  private sightings: Sighting[] = [];
  private oldest = 0;
  private last: Sighting | undefined;

  /** The numbers of all these needs, the rarest first. */
  add(needs: readonly AnyOf[]): readonly number[] {
    return needs
      .toSorted((one, other) => commonness(one) - commonness(other))
      .map((need) => this.numberOf(need));
  }

  /** Whether a text meets them all. */
  areMet(needs: readonly number[], text: string): boolean {
    const { met, round } = this.last?.text === text ? this.last : this.look(text);
    for (let i = 0; i < needs.length; i++) if (met[needs[i]!] !== round) return false;
    return true;
  }

  private look(text: string): Sighting {
    for (let i = 0; i < this.sightings.length; i++)
      if (this.sightings[i]!.text === text) return (this.last = this.sightings[i]!);
    return (this.last = this.walk(text));
  }

  private walk(text: string): Sighting {
    if (!this.grams) {
      this.grams = new Grams(this.needs);
      this.sightings = [];
    }
    const place = this.sightings.length < remembered ? this.sightings.length : this.oldest++ % remembered;
    const sighting = (this.sightings[place] ??= {
      text,
      met: new Int32Array(this.needs.length),
      round: 0,
    });
    sighting.text = text;
    this.grams.mark(text, sighting.met, ++sighting.round);
    return sighting;
  }

  private numberOf(need: AnyOf): number {
    const key = need.toSorted().join('\n');
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.needs.length);
    this.grams = undefined;
    this.sightings = [];
    this.last = undefined;
    return this.needs.push(need) - 1;
  }
}

const sieve = new Sieve();

/** A pattern that is searched only where it may stand. */
export class Sought {
  readonly pattern: RegExp;
  private readonly needs: readonly number[];
  private readonly ways: readonly (readonly number[])[];

  constructor(pattern: RegExp) {
    this.pattern = pattern;
    const ways = requiredBy(pattern);
    this.needs = sieve.add(requiredByAll(ways));
    this.ways = ways.length > 1 ? ways.map((needs) => sieve.add(needs)) : [];
  }

  /** False: it matches nowhere in this text, nor in any part of it. */
  mayStandIn(text: string): boolean {
    if (!sieve.areMet(this.needs, text)) return false;
    for (let i = 0; i < this.ways.length; i++) if (sieve.areMet(this.ways[i]!, text)) return true;
    return this.ways.length === 0;
  }

  /** `whole`: what the text is a part of, where that was looked at already. */
  standsIn(text: string, whole = text): boolean {
    return this.mayStandIn(whole) && this.pattern.test(text);
  }
}

/** Whether any of them may stand in a text. */
export function mayAnyStandIn(text: string, patterns: readonly Sought[]): boolean {
  for (let i = 0; i < patterns.length; i++) if (patterns[i]!.mayStandIn(text)) return true;
  return false;
}

/**
 * The strings of all needs, each by one short piece of it: a character, a pair, or four of English. A longer string
 * would tell little more, and this needs no more than two looks at each place of a text.
 */
class Grams {
  /** By character, the place of its list in `lists`; 0: none. */
  private readonly ofCharacter = new Uint16Array(0x10000);
  /** By character: whether pairs begin with it, and whether they end with it. */
  private readonly inPairs = new Uint8Array(0x10000);
  private readonly keys: Int32Array;
  private readonly ofKey: Uint16Array;
  private readonly lists: Int32Array[] = [new Int32Array(0)];
  private readonly mask: number;

  constructor(needs: readonly AnyOf[]) {
    const byGram = new Map<string, Set<number>>();
    needs.forEach((need, number) => {
      for (const text of need) {
        const gram = gramOf(text);
        byGram.set(gram, (byGram.get(gram) ?? new Set()).add(number));
      }
    });
    let size = 64;
    while (size < byGram.size * 4) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size);
    this.ofKey = new Uint16Array(size);
    for (const [gram, numbers] of byGram) this.put(gram, Int32Array.from(numbers));
  }

  /** Notes the round at every need that the text meets. */
  mark(text: string, met: Int32Array, round: number): void {
    let last = 0;
    let four = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const here = this.ofCharacter[code]!;
      if (here !== 0) note(this.lists[here]!, met, round);
      if ((this.inPairs[last]! & begins) !== 0 && (this.inPairs[code]! & ends) !== 0)
        this.look((last << 16) | code, met, round);
      four = code < 0x80 ? ((four << 7) | code) & 0xfffffff : 0;
      if (four >= 0x200000) this.look(four, met, round);
      last = code;
    }
  }

  private look(key: number, met: Int32Array, round: number): void {
    let place = placeOf(key, this.mask);
    let known = this.keys[place]!;
    while (known !== 0) {
      if (known === key) return note(this.lists[this.ofKey[place]!]!, met, round);
      known = this.keys[(place = (place + 1) & this.mask)]!;
    }
  }

  private put(gram: string, numbers: Int32Array): void {
    const list = this.lists.push(numbers) - 1;
    if (gram.length === 1) {
      this.ofCharacter[gram.charCodeAt(0)] = list;
      return;
    }
    if (gram.length === 2) {
      this.inPairs[gram.charCodeAt(0)]! |= begins;
      this.inPairs[gram.charCodeAt(1)]! |= ends;
    }
    const key = Array.from(gram, (_, i) => gram.charCodeAt(i)).reduce((all, code) =>
      gram.length === 2 ? (all << 16) | code : (all << 7) | code,
    );
    let place = placeOf(key, this.mask);
    while (this.keys[place] !== 0) place = (place + 1) & this.mask;
    this.keys[place] = key;
    this.ofKey[place] = list;
  }
}

const begins = 1;
const ends = 2;

function note(numbers: Int32Array, met: Int32Array, round: number): void {
  for (let i = 0; i < numbers.length; i++) met[numbers[i]!] = round;
}

const placeOf = (key: number, mask: number) => (Math.imul(key, 0x9e3779b1) >>> 12) & mask;

/** The piece of a string that stands for it: the one that says most. */
function gramOf(text: string): string {
  const length = text.length >= 4 && isAscii(text) ? 4 : Math.min(2, text.length);
  let best = text.slice(0, length);
  for (let i = 1; i + length <= text.length; i++) {
    const gram = text.slice(i, i + length);
    if (lettersIn(gram) > lettersIn(best) || commonnessOf(gram) < commonnessOf(best)) best = gram;
  }
  return best;
}

/** A gap says little. */
const lettersIn = (gram: string) => (gram.includes(' ') ? 0 : 1);

const isAscii = (text: string) => Array.from(text).every((character) => character < '\u0080');
