import { useEffect, useState, type RefObject } from 'react';
import type { VirtuosoHandle } from 'react-virtuoso';
import type { Item } from './items.ts';

interface Options {
  items: readonly Item[];
  scroller: RefObject<VirtuosoHandle | null>;
  /** Loads until a message is there; answers whether it could. */
  loadOlder(until: number): Promise<boolean>;
}

/** How long a message that was jumped to keeps its wash, ms: as long as its animation in thread.css. */
const washTime = 2000;

/** Jumps to a message, loading older ones until it is there. `landed`: the line that was jumped to last. */
export function useLanding({ items, scroller, loadOlder }: Options) {
  const [wanted, setWanted] = useState<string | null>(null);
  const [landed, setLanded] = useState<string | null>(null);

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

  const jumpTo = async (seq: number, note?: number) => {
    const key = note === undefined ? `message ${seq}` : `note ${note}`;
    setWanted(key);
    if (!items.some((item) => item.key === key) && !(await loadOlder(seq))) setWanted(null);
  };
  return { landed, jumpTo };
}
