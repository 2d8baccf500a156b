/** A sentence of a view: offsets into the view's text, the closing mark left out. */
export interface Sentence {
  start: number;
  end: number;
  text: string;
  /** What closes it: `?` marks a question, '' the end of the text. */
  mark: string;
}

const boundary = /[。!?;\n]+|\.{2,}|\.(?=\s|$|[\u3400-\u9fff])|~+|(?<=[吗吧呢啦嘛]) /g;

/** Splits a normalised text. Commas stay inside a sentence. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(boundary)) {
    push(start, match.index, match[0].includes('?') ? '?' : match[0].includes('!') ? '!' : match[0][0]!);
    start = match.index + match[0].length;
  }
  push(start, text.length, '');
  return sentences;

  function push(from: number, to: number, mark: string) {
    const part = text.slice(from, to);
    if (part.trim() !== '') sentences.push({ start: from, end: to, text: part, mark });
    else if (mark === '?' && sentences.length > 0) sentences[sentences.length - 1]!.mark = '?';
  }
}

/** Whether a sentence asks: by its mark, or by a closing particle. */
export function asks({ text, mark }: Sentence): boolean {
  return mark === '?' || /(?:吗|么|呢|没有|不成)\s*$/.test(text);
}
