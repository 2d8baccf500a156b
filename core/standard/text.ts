import { characterLength, foldCharacter, isDecoration, isHan, isLetterOrDigit } from './characters.ts';
import { maskQuotes } from './quotes.ts';
import { sentencesOf, type Sentence } from './sentences.ts';
import { stickerLength } from './stickers.ts';

/** Particles that close a Chinese sentence: a gap after one is a boundary, elsewhere only spacing. */
const closing = /[吗吧呢啊呀哦噢哈啦了么嘛喔哟]/;

/**
 * One normalised view of a text: half width, lower case, simplified, without invisible characters, emoji, spacing
 * inside Chinese words, or drawn-out letters. It remembers where each character came from.
 */
export class TextView {
  readonly original: string;
  readonly text: string;
  private readonly starts: readonly number[];
  private readonly ends: readonly number[];
  private letters: { text: string; places: number[] } | undefined;
  private ownWords: string | undefined;
  private split: Sentence[] | undefined;

  constructor(original: string, text: string, starts: readonly number[], ends: readonly number[]) {
    this.original = original;
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** The view without what the writer quotes: the same length, so offsets hold. */
  get unquoted(): string {
    return (this.ownWords ??= maskQuotes(this.text));
  }

  /** Letters and digits alone, against words taken apart by punctuation. */
  get bare(): string {
    return this.bareLetters().text;
  }

  /** What the writer says themselves, sentence by sentence. */
  get sentences(): readonly Sentence[] {
    return (this.split ??= sentencesOf(this.unquoted));
  }

  /** Whether anything is said in words or figures, or shown (a picture, a link). */
  get hasWords(): boolean {
    return this.bare.length > 0;
  }

  /** Where a part of `text` (or `unquoted`) stands in the original. */
  mark(start: number, end: number): { start: number; end: number } {
    if (end <= start) return { start: 0, end: 0 };
    return { start: this.starts[start]!, end: this.ends[end - 1]! };
  }

  /** Where a part of `bare` stands in the original. */
  markBare(start: number, end: number): { start: number; end: number } {
    const { places } = this.bareLetters();
    return end <= start ? { start: 0, end: 0 } : this.mark(places[start]!, places[end - 1]! + 1);
  }

  /** The whole message. */
  markAll(): { start: number; end: number } {
    return { start: 0, end: this.original.length };
  }

  private bareLetters() {
    if (this.letters) return this.letters;
    let text = '';
    const places: number[] = [];
    for (let i = 0; i < this.text.length; i++) {
      if (!isLetterOrDigit(this.text[i]!)) continue;
      text += this.text[i];
      places.push(i);
    }
    return (this.letters = { text, places });
  }
}

/** Makes the view of any text in one pass. Never throws. */
export function viewOf(original: string): TextView {
  const writer = new ViewWriter();
  for (let i = 0; i < original.length;) {
    const sticker = stickerLength(original, i);
    if (sticker > 0) {
      writer.space();
      i += sticker;
      continue;
    }
    const next = i + characterLength(original, i);
    const folded = foldCharacter(original, i);
    if (folded === ' ') writer.space();
    else for (const character of folded) writer.write(character, i, next);
    i = next;
  }
  return writer.view(original);
}

class ViewWriter {
  private readonly characters: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private gap = false;
  private run = 0;

  /** Spacing of any kind. Whether it separates is known once the next character comes. */
  space(): void {
    this.gap = true;
  }

  write(character: string, start: number, end: number): void {
    const last = this.characters.at(-1);
    if (this.gap && last !== undefined && separates(last, character)) this.append(' ', start, start);
    else if (last !== undefined && isDecoration(last) && isHan(character) && this.afterHan()) this.drop();
    this.gap = false;
    this.append(character, start, end);
  }

  view(original: string): TextView {
    return new TextView(original, this.characters.join(''), this.starts, this.ends);
  }

  /** Whether the character before the last is Chinese. */
  private afterHan(): boolean {
    return isHan(this.characters.at(-2) ?? ' ');
  }

  /** Drawn-out text shrinks: letters to one ("烦烦烦烦", "sooo"), punctuation to two. Figures stay. */
  private append(character: string, start: number, end: number): void {
    this.run = this.characters.at(-1) === character ? this.run + 1 : 1;
    if (this.run > 2 && !isDigit(character)) {
      if (this.run === 3 && isLetterOrDigit(character)) this.drop();
      this.ends[this.ends.length - 1] = end;
      return;
    }
    for (let unit = 0; unit < character.length; unit++) {
      this.starts.push(start);
      this.ends.push(end);
    }
    this.characters.push(character);
  }

  private drop(): void {
    const { length } = this.characters.pop()!;
    this.starts.length -= length;
    this.ends.length -= length;
  }
}

function separates(last: string, next: string): boolean {
  return !isHan(last) || !isHan(next) || closing.test(last);
}

const isDigit = (character: string) => /[\d零〇一幺二三四五六七八九]/.test(character);

const hanDigits = '零一二三四五六七八九';

/** Chinese digits as figures, letter for letter: 一三八 and 幺三八 read 138. */
export function withFigures(text: string): string {
  if (!/[零〇一幺二三四五六七八九]/.test(text)) return text;
  return text.replace(/[零〇一幺二三四五六七八九]/g, (digit) =>
    digit === '幺' ? '1' : digit === '〇' ? '0' : String(hanDigits.indexOf(digit)),
  );
}
