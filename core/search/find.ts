/** Whether a text holds all the words that somebody looks for, and where. */
import { searchable } from './searchable.ts';

export interface Place {
  start: number;
  end: number;
}

/** What is looked for, in the form that texts are folded to; each must be there. A space parts words, in Chinese too. */
export function wordsOf(query: string): string[] {
  const words = query.split(/\s+/).flatMap((part) => searchable(part).text.split(' '));
  return [...new Set(words)].filter((word) => word !== '');
}

/** Where the words stand in the original, in its order; null: not all of them are there. */
export function find(original: string, words: readonly string[]): Place[] | null {
  const { text, mark } = searchable(original);
  const places: Place[] = [];
  for (const word of words) {
    let at = text.indexOf(word);
    if (at < 0) return null;
    for (; at >= 0 && places.length < mostPlaces; at = text.indexOf(word, at + word.length))
      places.push(mark(at, at + word.length));
  }
  return places.toSorted((a, b) => a.start - b.start);
}

export interface Excerpt {
  text: string;
  /** Within `text`. */
  places: Place[];
  /** Something was left out before it, or behind it. */
  cutBefore: boolean;
  cutAfter: boolean;
}

/** The part around the first place: enough to know the message by. */
export function excerptOf(original: string, places: readonly Place[]): Excerpt {
  const first = places[0]?.start ?? 0;
  const start = first <= lead * 2 ? 0 : whole(original, first - lead);
  const end = whole(original, Math.min(original.length, start + longest));
  return {
    text: original.slice(start, end),
    places: places
      .map((place) => ({ start: place.start - start, end: Math.min(place.end, end) - start }))
      .filter((place) => place.start >= 0 && place.start < place.end),
    cutBefore: start > 0,
    cutAfter: end < original.length,
  };
}

const mostPlaces = 50;
const lead = 24;
const longest = 160;

/** Never between the two halves of one character. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
