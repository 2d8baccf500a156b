/**
 * A text as search sees it: words and figures alone, folded like everything the standard reads (half width, lower case,
 * simplified), so that what is typed in one form finds what was written in another. Each character remembers its place.
 */
import { isHan, isLetterOrDigit } from '../standard/characters.ts';
import { viewOf, type TextView } from '../standard/text.ts';

export interface Searchable {
  /** Runs of letters and digits with one space between them. */
  text: string;
  /** Where a part of `text` stands in the original. */
  mark(start: number, end: number): { start: number; end: number };
}

export function searchable(original: string): Searchable {
  const view = viewOf(original);
  const { text, places } = runsOf(view);
  return { text, mark: (start, end) => view.mark(places[start]!, places[end - 1]! + 1) };
}

function runsOf(view: TextView): { text: string; places: number[] } {
  const from = view.text;
  let text = '';
  const places: number[] = [];
  for (let i = 0; i < from.length; i++) {
    const point = from.codePointAt(i)!;
    const units = point > 0xffff ? 2 : 1;
    if (isLetterOrDigit(point)) {
      for (let unit = 0; unit < units; unit++) {
        text += from[i + unit];
        places.push(i + unit);
      }
    } else if (text !== '' && !text.endsWith(' ') && !joins(from, i)) {
      text += ' ';
      places.push(i);
    }
    i += units - 1;
  }
  return { text: text.trimEnd(), places };
}

/** Spacing that only looks nice: between Chinese and other letters, and inside a long number (138 1234 5678). */
function joins(text: string, at: number): boolean {
  const mark = text[at];
  if (mark !== ' ' && mark !== '-') return false;
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (mark === ' ' && isHan(before) !== isHan(after))
    return isLetterOrDigit(before) && isLetterOrDigit(after);
  return /\d{3}$/.test(text.slice(Math.max(0, at - 3), at)) && /^\d{3}/.test(text.slice(at + 1, at + 4));
}
