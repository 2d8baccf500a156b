import { characterLength, foldCharacter, isDecoration, isHan, isLetterOrDigit } from './characters.ts';
import { maskQuotes } from './quotes.ts';
import { sentencesOf, type Sentence } from './sentences.ts';
import { stickerLength } from './stickers.ts';

/** Particles that close a Chinese sentence: a gap after one is a boundary, elsewhere only spacing. */
const closing = new Set(Array.from('吗吧呢啊呀哦噢哈啦了么嘛喔哟', (particle) => particle.charCodeAt(0)));

/**
 * One normalised view of a text: half width, lower case, simplified, without invisible characters, emoji, spacing
 * inside Chinese words, or drawn-out letters. It remembers where each character came from.
 */
export class TextView {
  readonly original: string;
  readonly text: string;
  /** What was understood of it: see `once.ts`. */
  readonly kept: unknown[] = [];
  private places: Offsets | undefined;
  private letters: { text: string; places: number[] } | undefined;
  private ownWords: string | undefined;
  private split: Sentence[] | undefined;

  constructor(original: string, text: string) {
    this.original = original;
    this.text = text;
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
    for (let i = 0; i < this.text.length; i++) if (isLetterOrDigit(this.text.codePointAt(i)!)) return true;
    return false;
  }

  /** Where a part of `text` (or `unquoted`) stands in the original. */
  mark(start: number, end: number): { start: number; end: number } {
    if (end <= start) return { start: 0, end: 0 };
    if (!this.places) {
      writer.read(this.original, true);
      this.places = writer.offsets();
    }
    return { start: this.places.starts[start]!, end: this.places.ends[end - 1]! };
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
      if (!isLetterOrDigit(this.text.codePointAt(i)!)) continue;
      text += this.text[i];
      places.push(i);
    }
    return (this.letters = { text, places });
  }
}

/** Makes the view of any text in one pass. Never throws. */
export function viewOf(original: string): TextView {
  writer.read(original, false);
  return new TextView(original, writer.text());
}

/**
 * Writes the normalised text into arrays that are used again for each view. Where each character came from is noted only
 * when somebody asks for it: most messages are never pointed at.
 */
class ViewWriter {
  private points = new Int32Array(1024);
  private starts = new Int32Array(1024);
  private ends = new Int32Array(1024);
  private length = 0;
  private gap = false;
  private run = 0;
  private places = false;
  /** One code unit a character, which is quicker to write. */
  private isPlain = true;

  read(original: string, places: boolean): void {
    this.length = 0;
    this.gap = false;
    this.run = 0;
    this.places = places;
    this.isPlain = true;
    for (let i = 0; i < original.length;) {
      const code = original.charCodeAt(i);
      const folded = foldedCode(code);
      if (folded > 0) {
        this.write(folded, i, i + 1);
        i++;
        continue;
      }
      const sticker = stickerLength(original, i);
      if (sticker > 0) {
        this.gap = true;
        i += sticker;
        continue;
      }
      const next = i + characterLength(original, i);
      const written = foldCharacter(original, i);
      // Whether spacing separates is known once the next character comes.
      if (written === ' ') this.gap = true;
      else for (const character of written) this.write(character.codePointAt(0)!, i, next);
      i = next;
    }
  }

  text(): string {
    let text = '';
    for (let from = 0; from < this.length; from += 4096) {
      const part = this.points.subarray(from, Math.min(this.length, from + 4096));
      const characters = part as unknown as number[];
      text += this.isPlain
        ? String.fromCharCode.apply(null, characters)
        : String.fromCodePoint.apply(null, characters);
    }
    return text;
  }

  /** The first and the last place in the original of each unit of the text. */
  offsets(): Offsets {
    const starts: number[] = [];
    const ends: number[] = [];
    for (let i = 0; i < this.length; i++)
      for (let unit = 0; unit < (this.points[i]! > 0xffff ? 2 : 1); unit++) {
        starts.push(this.starts[i]!);
        ends.push(this.ends[i]!);
      }
    return { starts, ends };
  }

  private write(point: number, start: number, end: number): void {
    const last = this.length > 0 ? this.points[this.length - 1]! : -1;
    if (this.gap && last >= 0 && separates(last, point)) this.append(space, start, start);
    else if (
      last >= 0 &&
      isDecoration(last) &&
      isHan(point) &&
      this.length > 1 &&
      isHan(this.points[this.length - 2]!)
    )
      this.length--;
    this.gap = false;
    this.append(point, start, end);
  }

  /** Drawn-out text shrinks: letters to one ("烦烦烦烦", "sooo"), punctuation to two. Figures stay. */
  private append(point: number, start: number, end: number): void {
    this.run = this.length > 0 && this.points[this.length - 1] === point ? this.run + 1 : 1;
    if (this.run > 2 && !isFigure(point)) {
      if (this.run === 3 && isLetterOrDigit(point)) this.length--;
      this.ends[this.length - 1] = end;
      return;
    }
    if (this.length === this.points.length) this.grow();
    if (point > 0xffff) this.isPlain = false;
    this.points[this.length] = point;
    if (this.places) {
      this.starts[this.length] = start;
      this.ends[this.length] = end;
    }
    this.length++;
  }

  private grow(): void {
    for (const name of ['points', 'starts', 'ends'] as const) {
      const larger = new Int32Array(this[name].length * 2);
      larger.set(this[name]);
      this[name] = larger;
    }
  }
}

interface Offsets {
  starts: readonly number[];
  ends: readonly number[];
}

const writer = new ViewWriter();

const space = 0x20;
const unknown = -1;
const complex = -2;
/** What a code unit becomes, where that is one character and nothing else needs a look. */
const folded = new Int32Array(65_536).fill(unknown);

function foldedCode(code: number): number {
  const known = folded[code]!;
  return known === unknown ? (folded[code] = foldAlone(code)) : known;
}

function foldAlone(code: number): number {
  if (code === 0x5b || code === 0x23 || code === 0x2f || (code >= 0xd800 && code <= 0xdfff)) return complex;
  const written = foldCharacter(String.fromCharCode(code), 0);
  return written.length === 1 && written !== ' ' ? written.charCodeAt(0) : complex;
}

function separates(last: number, next: number): boolean {
  return !isHan(last) || !isHan(next) || closing.has(last);
}

const figures = new Set(Array.from('0123456789零〇一幺二三四五六七八九', (figure) => figure.codePointAt(0)!));
const isFigure = (point: number) => figures.has(point);

const hanDigits = '零一二三四五六七八九';

/** Chinese digits as figures, letter for letter: 一三八 and 幺三八 read 138. */
export function withFigures(text: string): string {
  if (!/[零〇一幺二三四五六七八九]/.test(text)) return text;
  return text.replace(/[零〇一幺二三四五六七八九]/g, (digit) =>
    digit === '幺' ? '1' : digit === '〇' ? '0' : String(hanDigits.indexOf(digit)),
  );
}
