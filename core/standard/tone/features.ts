/**
 * What the tone model sees of a message: runs of up to three words (a Chinese character counts as a word), and which
 * classes of words meet in a sentence. Training and judging share this code, so it must not change without training anew.
 */
import { asks } from '../sentences.ts';
import type { TextView } from '../text.ts';
import { eachWordClass, numberOfClass } from './classes.ts';

/** More of a message than anybody reads in one go; what follows changes no tone. */
const longest = 2_000;

/**
 * The features of a message, each a 32-bit hash; the same one may stand there several times. Valid until the next call:
 * the list is used again, since every reply passes here. `before`: the customer's message that it answers, if any.
 */
export function featuresOf(view: TextView, before: TextView | null): Int32Array {
  count = 0;
  const text = view.text.length > longest ? view.text.slice(0, longest) : view.text;
  emitRuns(text);
  emitMeetings(view, text);
  emit(mix(kinds.length, Math.min(8, text.length >> 3)));
  if (before) emit(mix(kinds.answers, before.sentences.some(asks) ? 1 : 0));
  return list.subarray(0, count);
}

let list = new Int32Array(1024);
let count = 0;

function emit(feature: number): void {
  if (count === list.length) {
    const longer = new Int32Array(list.length * 2);
    longer.set(list);
    list = longer;
  }
  list[count++] = feature;
}

const kinds = { run: 1, stem: 2, wordClass: 3, pair: 4, ending: 5, length: 6, kind: 7, answers: 8 } as const;

/** Runs of one, two and three words, the ends of the message included. */
function emitRuns(text: string): void {
  let last = edge;
  let lastButOne = 0;
  for (let i = 0; i <= text.length;) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    if (code === 0x20) {
      i++;
      continue;
    }
    let word = code === 0 ? edge : code;
    let end = i + 1;
    if (isLatin(code)) {
      while (end < text.length && isInWord(text.charCodeAt(end))) end++;
      word = hashOf(text, i, end);
      if (end - i > 4) emit(mix(kinds.stem, hashOf(text, i, i + 4)));
    } else if (isDigit(code)) {
      while (end < text.length && isDigit(text.charCodeAt(end))) end++;
      word = digits;
    }
    if (word !== edge) emit(mix(kinds.run, word));
    const two = mix(last, word);
    emit(two);
    if (lastButOne !== 0) emit(mix(lastButOne, two));
    lastButOne = last;
    last = word;
    i = end;
  }
}

/** Which classes of words a sentence holds, which two meet in it, and how it ends. */
function emitMeetings(view: TextView, text: string): void {
  let isKind = false;
  for (const sentence of view.sentences) {
    if (sentence.start >= text.length) break;
    seen.length = 0;
    eachWordClass(sentence.text, see);
    if (sentence.mark === '?') seen.push(question);
    else if (sentence.mark === '!') seen.push(exclamation);
    for (let a = 0; a < seen.length; a++) {
      const one = seen[a]!;
      isKind ||= kindness.has(one);
      emit(mix(kinds.wordClass, one));
      for (let b = a + 1; b < seen.length; b++) {
        const other = seen[b]!;
        emit(mix(kinds.pair, one < other ? one * 256 + other : other * 256 + one));
      }
    }
    emit(
      mix(
        kinds.ending,
        sentence.text.charCodeAt(sentence.text.length - 1) * 4 + (sentence.mark === '?' ? 1 : 0),
      ),
    );
  }
  emit(mix(kinds.kind, isKind ? 1 : 0));
}

/** The classes of the sentence at hand. */
const seen: number[] = [];

function see(wordClass: number): void {
  if (!seen.includes(wordClass)) seen.push(wordClass);
}

const question = 250;
const exclamation = 251;
const kindness = new Set((['sorry', 'help', 'alternative', 'please', 'thanks'] as const).map(numberOfClass));
const edge = 2;
const digits = 3;

function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ b;
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) | 0;
}

/** FNV-1a. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

const isLatin = (code: number) => code >= 0x61 && code <= 0x7a;
const isInWord = (code: number) => isLatin(code) || code === 0x27;
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
