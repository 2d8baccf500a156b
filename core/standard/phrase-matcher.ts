/**
 * Finds many phrases in one pass over a text (Aho and Corasick). A phrase is literal words, with `*` for a few
 * characters in between; nothing else is understood, so no phrase can make the search slow.
 */
import { isHan, isLetterOrDigit } from './characters.ts';
import { viewOf } from './text.ts';

export const phraseLimits = { length: 60, parts: 4, gap: 12 } as const;

export interface PhraseHit {
  /** Index into the phrases that were compiled. */
  phrase: number;
  /** Offsets into the text that was searched. */
  start: number;
  end: number;
}

/** The literal parts of a phrase as the normalised view writes them; null: it is no phrase. */
export function phraseParts(phrase: string): string[] | null {
  if (phrase.length > phraseLimits.length) return null;
  const parts = phrase.split(/[*＊]/).map((part) => squeeze(viewOf(part).text.trim()).text);
  const sound = parts.length <= phraseLimits.parts && parts.every((part) => hasLetter.test(part));
  return sound ? parts : null;
}

/** Compiles phrases to a search of normalised text. */
export function compilePhrases(phrases: readonly string[]): (text: string) => PhraseHit[] {
  const automaton = new Automaton();
  // Phrases that begin with the same parts share them: what is found of them is found once.
  const beginnings = new Map<string, Part>();
  for (const [phrase, written] of phrases.entries()) {
    let before: Part | null = null;
    let path = '';
    for (const word of phraseParts(written) ?? []) {
      path += `*${word}`;
      let part = beginnings.get(path);
      if (!part) {
        beginnings.set(path, (part = { before, goesOn: false, phrases: [] }));
        automaton.add(word, part);
      }
      if (before) before.goesOn = true;
      before = part;
    }
    before?.phrases.push(phrase);
  }
  automaton.link();
  return (text) => search(text, automaton);
}

/** A word of phrases, and what comes before it there. */
interface Part {
  before: Part | null;
  goesOn: boolean;
  /** Those that end with it. */
  phrases: number[];
}

interface Node {
  next: Map<number, Node>;
  fail: Node | null;
  /** Words that end here, the longest first. */
  words: { length: number; parts: Part[] }[];
}

class Automaton {
  readonly root = newNode();
  /** Characters that stand in any phrase: all others lead back to the root. */
  private readonly used = new Uint8Array(0x10000);

  add(word: string, part: Part): void {
    let node = this.root;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      this.used[code] = 1;
      let next = node.next.get(code);
      if (!next) node.next.set(code, (next = newNode()));
      node = next;
    }
    if (node.words.length === 0) node.words.push({ length: word.length, parts: [] });
    node.words[0]!.parts.push(part);
  }

  /** Breadth first, so that what a node fails to is complete before it is asked. */
  link(): void {
    const waiting = [this.root];
    for (let node = waiting.shift(); node; node = waiting.shift()) {
      for (const [code, child] of node.next) {
        child.fail = node === this.root ? this.root : this.step(node.fail!, code);
        child.words.push(...child.fail.words);
        waiting.push(child);
      }
    }
  }

  step(from: Node, code: number): Node {
    if (this.used[code] === 0) return this.root;
    let node: Node | null = from;
    while (node) {
      const next = node.next.get(code);
      if (next) return next;
      node = node.fail;
    }
    return this.root;
  }
}

const newNode = (): Node => ({ next: new Map(), fail: null, words: [] });

function search(original: string, automaton: Automaton): PhraseHit[] {
  const { text, places } = squeeze(original);
  const hits: PhraseHit[] = [];
  /** Where parts ended that go on, and where their phrase began; ascending. */
  const begun = new Map<Part, Span[]>();
  let node = automaton.root;
  for (let i = 0; i < text.length; i++) {
    node = automaton.step(node, text.charCodeAt(i));
    for (const { length, parts } of node.words) {
      const end = i + 1;
      const from = end - length;
      if (isInsideWord(text, from, end)) continue;
      for (const part of parts) {
        const start = part.before ? beginning(text, begun.get(part.before), from) : from;
        if (start === null) continue;
        const place = places ? { start: places[start]!, end: places[i]! + 1 } : { start, end };
        for (const phrase of part.phrases) hits.push({ phrase, ...place });
        if (part.goesOn) keep(begun, part, { start, end });
      }
    }
  }
  return hits;
}

interface Span {
  start: number;
  end: number;
}

function keep(begun: Map<Part, Span[]>, part: Part, span: Span): void {
  const spans = begun.get(part);
  if (spans) spans.push(span);
  else begun.set(part, [span]);
}

/** Where the phrase began whose next part stands at `from`: the nearest before it, in the same sentence. */
function beginning(text: string, spans: Span[] | undefined, from: number): number | null {
  // Those that end behind `from` overlap this part: no more of them than it has characters.
  const before = spans?.findLast(({ end }) => end <= from);
  if (!before || from - before.end > phraseLimits.gap) return null;
  for (let i = before.end; i < from; i++) if (sentenceEnd.has(text[i]!)) return null;
  return before.start;
}

const sentenceEnd = new Set(['。', '!', '?', ';', '\n']);
const hasLetter = /[\p{L}\p{N}]/u;

/** "no" does not stand in "know". */
function isInsideWord(text: string, start: number, end: number): boolean {
  return joins(text[start - 1], text[start]) || joins(text[end - 1], text[end]);
}

const joins = (one: string | undefined, next: string | undefined) =>
  one !== undefined && next !== undefined && isLatin(one) && isLatin(next);

const isLatin = (character: string) => {
  const point = character.codePointAt(0) ?? 0;
  return !isHan(point) && isLetterOrDigit(point);
};

/** Without the spaces that separate no two words of an alphabet; `places` leads back, null: nothing was left out. */
function squeeze(text: string): { text: string; places: number[] | null } {
  if (!text.includes(' ')) return { text, places: null };
  let kept = '';
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === ' ' && !joins(text[i - 1], text[i + 1])) continue;
    kept += text[i];
    places.push(i);
  }
  return { text: kept, places };
}
