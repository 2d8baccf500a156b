import { useLocation } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { find, wordsOf } from '../../../core/search/find.ts';
import type { Landing } from './landing.ts';

/** Whoever comes from a search arrives at the message that was found, with its words marked. */
export function useArrival(loaded: boolean, jumpTo: (landing: Landing) => void): void {
  const landing = useLocation({ select: ({ state }) => state.landing });
  const jump = useEffectEvent(jumpTo);
  useEffect(() => {
    if (!loaded || !landing) return undefined;
    jump(landing);
    return keepMarked(landing);
  }, [loaded, landing]);
}

/** Painted over the page rather than written into it: the lines stay as they are, and come and go as the list scrolls. */
function keepMarked({ kind, seq, q }: Landing): () => void {
  const paints = typeof CSS !== 'undefined' && 'highlights' in CSS;
  const timeline = document.querySelector('.timeline');
  if (!paints || !timeline) return () => {};
  const words = wordsOf(q);
  const place =
    kind === 'note' ? `[data-staff-seq="${seq}"] p` : `[data-testid=message][data-seq="${seq}"] .bubble`;
  const mark = () => {
    const line = timeline.querySelector(place);
    CSS.highlights.set(highlightName, new Highlight(...(line ? rangesOf(line, words) : [])));
  };
  const watch = new MutationObserver(mark);
  watch.observe(timeline, { childList: true, subtree: true });
  mark();
  return () => {
    watch.disconnect();
    CSS.highlights.delete(highlightName);
  };
}

/** As thread.css paints it. */
const highlightName = 'found';

function rangesOf(line: Element, words: readonly string[]): Range[] {
  return (find(line.textContent, words) ?? []).map(({ start, end }) => {
    const range = document.createRange();
    range.setStart(...pointAt(line, start));
    range.setEnd(...pointAt(line, end));
    return range;
  });
}

/** The text node, and the place in it, where so many characters of the line lie before. */
function pointAt(line: Element, offset: number): [Node, number] {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return [node, left];
    left -= length;
  }
  return [line, line.childNodes.length];
}
