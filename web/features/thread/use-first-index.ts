import { useRef } from 'react';
import type { Item } from './items.ts';

/** Far from zero, so that any number of older lines fits before. */
const middle = 1_000_000;

/** The number of the first line, counted down as older ones come before it, so that the reader's place stays. */
export function useFirstIndex(items: readonly Item[]): number {
  const held = useRef({ first: middle, anchor: '', at: 0 });
  const { anchor, at, first } = held.current;
  const now = anchor === '' ? -1 : items.findIndex((item) => item.key === anchor);
  const next = now < 0 ? first : first - (now - at);
  const message = items.findIndex((item) => item.kind === 'message');
  held.current = { first: next, anchor: items[message]?.key ?? '', at: Math.max(0, message) };
  return next;
}
