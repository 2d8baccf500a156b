/** A sentence of a view: offsets into the view's text, the closing mark left out. */
export interface Sentence {
  start: number;
  end: number;
  text: string;
  /** What closes it: `?` marks a question, '' the end of the text. */
  mark: string;
}

/** Splits a normalised text. Commas stay inside a sentence. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (let at = 0; at < text.length;) {
    const end = boundaryEnd(text, at);
    if (end === at) {
      at++;
      continue;
    }
    push(start, at, markIn(text, at, end));
    start = at = end;
  }
  push(start, text.length, '');
  return sentences;

  function push(from: number, to: number, mark: string) {
    const part = text.slice(from, to);
    if (part.trim() !== '') sentences.push({ start: from, end: to, text: part, mark });
    else if (mark === '?' && sentences.length > 0) sentences[sentences.length - 1]!.mark = '?';
  }
}

const stops = new Set(codesOf('。!?;\n'));
const particles = new Set(codesOf('吗吧呢啦嘛'));
const [dot, tilde, space] = codesOf('.~ ') as [number, number, number];

/** Where the boundary ends that begins here; the place itself where there is none. */
function boundaryEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === dot) {
    const end = runEnd(text, at, (one) => one === dot);
    return end - at > 1 || end === text.length || /[\s\u3400-\u9fff]/.test(text[end]!) ? end : at;
  }
  if (code === tilde) return runEnd(text, at, (one) => one === tilde);
  if (code === space) return at > 0 && particles.has(text.charCodeAt(at - 1)) ? at + 1 : at;
  return stops.has(code) ? runEnd(text, at, (one) => stops.has(one)) : at;
}

function runEnd(text: string, at: number, belongs: (code: number) => boolean): number {
  let end = at + 1;
  while (end < text.length && belongs(text.charCodeAt(end))) end++;
  return end;
}

function markIn(text: string, from: number, to: number): string {
  const marks = text.slice(from, to);
  return marks.includes('?') ? '?' : marks.includes('!') ? '!' : marks[0]!;
}

function codesOf(characters: string): number[] {
  return Array.from(characters, (character) => character.charCodeAt(0));
}

/** Whether a sentence asks: by its mark, or by a closing particle. */
export function asks({ text, mark }: Sentence): boolean {
  return mark === '?' || /(?:吗|么|呢|没有|不成)\s*$/.test(text);
}
