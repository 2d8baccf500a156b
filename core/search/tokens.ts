/**
 * What a text is filed under: its single characters and pairs, and triples of Latin letters and figures, as numbers that
 * fit PostgreSQL's int. A word of any two characters is then found by looking up one pair, whatever a dictionary thinks of it.
 */
import { searchable } from './searchable.ts';

/** All tokens of a text, each once. */
export function tokensOf(text: string): number[] {
  const tokens = new Set<number>();
  for (const run of searchable(text).text.split(' ')) addAll(run, tokens);
  return [...tokens];
}

/** The tokens that a text must have to hold all of these words; empty: they are too short to look up. */
export function tokensOfWords(words: readonly string[]): number[] {
  const tokens = new Set<number>();
  for (const word of words) addNeeded(word, tokens);
  return thinned([...tokens]);
}

/** Stands in no text: what a document is about rather than what it says. Two that share a number are told apart by a look. */
export function facetToken(kind: string, value: string): number {
  let hash = 0x811c9dc5;
  for (const unit of `${kind} ${value}`) hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193);
  const spread = (hash ^ (hash >>> 15)) >>> 0;
  return ((firstFacet + (spread % facets)) << 16) | ((spread >>> 8) & 0xffff);
}

/** The first half of a token is a letter or a figure, so never below 0x30: what lies below is free. */
const triples = 0x01;
const firstFacet = 0x02;
const facets = 0x2e;

function addAll(run: string, tokens: Set<number>): void {
  for (let i = 0; i < run.length; i++) {
    if (!isPlain(run, i)) tokens.add(single(run, i));
    if (i + 1 < run.length) tokens.add(pair(run, i));
    if (isTriple(run, i)) tokens.add(triple(run, i));
  }
}

function addNeeded(word: string, tokens: Set<number>): void {
  if (word.length === 1 && !isPlain(word, 0)) tokens.add(single(word, 0));
  for (let i = 0; i + 1 < word.length; i++) {
    if (isTriple(word, i)) tokens.add(triple(word, i));
    // Two triples that overlap say all that the pair between them says.
    else if (!isTriple(word, i - 1)) tokens.add(pair(word, i));
  }
}

/** A long sentence is found by some of its pairs as well as by all of them: the text itself is compared afterwards. */
function thinned(tokens: number[]): number[] {
  if (tokens.length <= mostNeeded) return tokens;
  const step = tokens.length / mostNeeded;
  return Array.from({ length: mostNeeded }, (_, i) => tokens[Math.floor(i * step)]!);
}

const mostNeeded = 12;

const single = (run: string, i: number) => run.charCodeAt(i) << 16;
const pair = (run: string, i: number) => (run.charCodeAt(i) << 16) | run.charCodeAt(i + 1);
const triple = (run: string, i: number) =>
  (triples << 16) | (digit36(run, i) * 1296 + digit36(run, i + 1) * 36 + digit36(run, i + 2));

const isTriple = (run: string, i: number) => isPlain(run, i) && isPlain(run, i + 1) && isPlain(run, i + 2);
const digit36 = (run: string, i: number) => parseInt(run[i]!, 36);

/** a–z and 0–9. */
function isPlain(run: string, i: number): boolean {
  const code = run.charCodeAt(i);
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);
}
