import type { Place } from '../../../core/search/find.ts';

/** A text with the words that were looked for marked. Text only, never markup. */
export function MarkedWords({ text, places }: { text: string; places: readonly Place[] }) {
  const pieces = [];
  let at = 0;
  for (const { start, end } of places) {
    if (start < at) continue;
    pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}
