import type { TextView } from './text.ts';
import { viewOf } from './text.ts';

/** Drafts that were judged not long ago: once they are said, what was understood of them is not read again. */
const recent = new Map<string, TextView>();
const mostKept = 1_000;
const longestKept = 1_000;

export function viewOfDraft(text: string): TextView {
  const view = viewOf(text);
  if (text.length > longestKept) return view;
  recent.set(text, view);
  if (recent.size > mostKept) recent.delete(recent.keys().next().value!);
  return view;
}

/** The view of words that were said; what they were judged by as a draft, where that is still known. */
export function viewOfSaid(text: string): TextView {
  const view = recent.get(text);
  if (!view) return viewOf(text);
  recent.delete(text);
  return view;
}
