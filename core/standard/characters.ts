import { simplified } from './simplified.ts';

/** Emoji that stand for a word when somebody is called names; all others count as spacing. */
const speaking = new Set(['🐶', '🐕', '🐷', '🐖', '🐴', '🐎', '💩', '🖕', '🤡']);

/** Format characters (zero width, directions, tags, soft hyphen), combining marks, fillers. */
const invisible = /[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164]/u;
const emoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\ufffc]/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
/** Put between characters to hide a word. */
const decoration = new Set(Array.from('*·•^|‧・●○★☆♥♡`', (mark) => mark.codePointAt(0)!));

/**
 * The normalised form of the character at `index`: '' for nothing, ' ' for spacing of any kind, else one or more
 * characters. The character is `characterLength` code units long.
 */
export function foldCharacter(text: string, index: number): string {
  const code = text.charCodeAt(index);
  if (code >= 0x4e00 && code <= 0x9fff) return String.fromCharCode(simplified(code));
  if (code < 0x80) return foldAscii(text[index]!, code);
  if (code >= 0x3001 && code <= 0x3002) return text[index]!;
  return foldOther(String.fromCodePoint(text.codePointAt(index)!));
}

export function characterLength(text: string, index: number): number {
  return text.codePointAt(index)! > 0xffff ? 2 : 1;
}

export function isHan(point: number): boolean {
  return point >= 0x3400 && point <= 0x9fff;
}

export function isLetterOrDigit(point: number): boolean {
  if (point >= 0x3400 && point <= 0x9fff) return true;
  if (point < 0x80) return (point >= 0x61 && point <= 0x7a) || (point >= 0x30 && point <= 0x39);
  return letterOrDigit.test(String.fromCodePoint(point));
}

function foldAscii(character: string, code: number): string {
  if (code >= 0x41 && code <= 0x5a) return String.fromCharCode(code + 32);
  if (code === 0x0a) return '\n';
  if (code <= 0x20 || code === 0x7f) return ' ';
  return character;
}

function foldOther(character: string): string {
  if (speaking.has(character)) return character;
  if (invisible.test(character) || isLoneSurrogate(character)) return '';
  if (emoji.test(character)) return ' ';
  const folded = (character < 'ɐ' ? character.normalize('NFKD') : character.normalize('NFKC')).toLowerCase();
  let kept = '';
  for (const part of folded) {
    if (invisible.test(part)) continue;
    kept += /\s/.test(part)
      ? ' '
      : part === '’' || part === '‘'
        ? "'"
        : String.fromCodePoint(simplifiedPoint(part));
  }
  return kept.length > 1 && kept.trim() === '' ? ' ' : kept;
}

const simplifiedPoint = (character: string) => simplified(character.codePointAt(0)!);

const isLoneSurrogate = (character: string) =>
  character.length === 1 && character >= '\ud800' && character <= '\udfff';

export const isDecoration = (point: number) => decoration.has(point);
