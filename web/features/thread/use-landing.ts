import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { VirtuosoHandle } from 'react-virtuoso';
import type { Item } from './items.ts';

interface Options {
  items: readonly Item[];
  scroller: RefObject<VirtuosoHandle | null>;
  /** Answers whether it could. */
  loadOlder(): Promise<boolean>;
}

/** How long a message that was jumped to keeps its wash, ms: as long as its animation in thread.css. */
const washTime = 2000;

/** Jumps to a message, loading older ones until it is there. `landed`: the line that was jumped to last. */
export function useLanding({ items, scroller, loadOlder }: Options) {
  const [wanted, setWanted] = useState<string | null>(null);
  const [landed, setLanded] = useState<string | null>(null);
  const fresh = useRef(items);
  useEffect(() => {
    fresh.current = items;
  }, [items]);

  useEffect(() => {
    const index = wanted === null ? -1 : items.findIndex((item) => item.key === wanted);
    if (index < 0) return;
    scroller.current?.scrollToIndex({ index, align: 'center' });
    setLanded(wanted);
    setWanted(null);
  }, [wanted, items, scroller]);

  useEffect(() => {
    if (landed === null) return undefined;
    const over = setTimeout(() => setLanded(null), washTime);
    return () => clearTimeout(over);
  }, [landed]);

  const jumpTo = useCallback(
    async (seq: number) => {
      setWanted(`message ${seq}`);
      const first = () => fresh.current.find((item) => item.kind === 'message')?.message.seq ?? seq;
      for (let before = Infinity; first() > seq && first() < before;) {
        before = first();
        if (!(await loadOlder())) return setWanted(null);
        await nextFrame();
      }
    },
    [loadOlder],
  );
  return { landed, jumpTo };
}

/** Lets the page take in what was loaded. */
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => resolve(null)));
