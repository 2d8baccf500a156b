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

  /** What stands in a text. */
  look(text: string): Sighting {
    if (this.last?.text === text) return this.last;
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
    return this.mayStandAmong(sieve.look(text));
  }

  mayStandAmong(sighting: Sighting): boolean {
    if (!areMet(this.needs, sighting)) return false;
    for (let i = 0; i < this.ways.length; i++) if (areMet(this.ways[i]!, sighting)) return true;
    return this.ways.length === 0;
  }

  /** `whole`: what the text is a part of, where that was looked at already. */
  standsIn(text: string, whole = text): boolean {
    return this.mayStandIn(whole) && this.pattern.test(text);
  }
}

/** Whether any of them may stand in a text. */
export function mayAnyStandIn(text: string, patterns: readonly Sought[]): boolean {
  const sighting = sieve.look(text);
  for (let i = 0; i < patterns.length; i++) if (patterns[i]!.mayStandAmong(sighting)) return true;
  return false;
}

function areMet(needs: readonly number[], { met, round }: Sighting): boolean {
  for (let i = 0; i < needs.length; i++) if (met[needs[i]!] !== round) return false;
  return true;
}

/**
 * The strings of all needs, each by one short piece of it: a character, a pair, or four of English. A longer string
 * would tell little more, and this needs no more than two looks at each place of a text.
 */
class Grams {
  /** The lists one after the other: how many needs a piece meets, and which. An empty one comes first. */
  private readonly lists: Uint16Array;
  /** By character, where its list begins. */
  private readonly ofCharacter = new Uint32Array(0x10000);
  /** By character: whether pairs begin with it, and whether they end with it. */
  private readonly inPairs = new Uint8Array(0x10000);
  /** The longer pieces, by open addressing, and where their lists begin. */
  private readonly keys: Int32Array;
  private readonly ofKey: Uint32Array;
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
    this.ofKey = new Uint32Array(size);
    const lists = [0];
    for (const [gram, numbers] of byGram) {
      this.put(gram, lists.length);
      lists.push(numbers.size, ...numbers);
    }
    this.lists = Uint16Array.from(lists);
  }

  /** Notes the round at every need that the text meets. */
  mark(text: string, met: Int32Array, round: number): void {
    let last = 0;
    let four = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      this.note(this.ofCharacter[code]!, met, round);
      if ((this.inPairs[last]! & begins) !== 0 && (this.inPairs[code]! & ends) !== 0)
        this.note(this.placeOf((last << 16) | code), met, round);
      four = code < 0x80 ? ((four << 7) | code) & 0xfffffff : 0;
      if (four >= 0x200000) this.note(this.placeOf(four), met, round);
      last = code;
    }
  }

  private note(list: number, met: Int32Array, round: number): void {
    const end = list + this.lists[list]!;
    for (let i = list + 1; i <= end; i++) met[this.lists[i]!] = round;
  }

  /** Where the list of a longer piece begins; the empty one's place where it is none of ours. */
  private placeOf(key: number): number {
    let slot = slotOf(key, this.mask);
    let known = this.keys[slot]!;
    while (known !== key && known !== 0) known = this.keys[(slot = (slot + 1) & this.mask)]!;
    return this.ofKey[slot]!;
  }

  private put(gram: string, list: number): void {
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
    let slot = slotOf(key, this.mask);
    while (this.keys[slot] !== 0) slot = (slot + 1) & this.mask;
    this.keys[slot] = key;
    this.ofKey[slot] = list;
  }
}

const begins = 1;
const ends = 2;

const slotOf = (key: number, mask: number) => (Math.imul(key, 0x9e3779b1) >>> 12) & mask;

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
