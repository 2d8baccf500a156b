import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import type { VirtuosoHandle } from 'react-virtuoso';
import type { Item } from './items.ts';

interface Options {
  items: readonly Item[];
  scroller: RefObject<VirtuosoHandle | null>;
  /** Whether the line with this index is drawn now. */
  isShown(index: number): boolean;
  /** Loads until a message is there; answers whether it could. */
  loadOlder(until: number): Promise<boolean>;
}

/** How long a message that was jumped to keeps its wash, ms: as long as its animation in thread.css. */
const washTime = 2000;
const settleTime = 120;

/** Jumps to a message, loading older ones until it is there. `landed`: the line that was jumped to last. */
export function useLanding({ items, scroller, isShown, loadOlder }: Options) {
  const [wanted, setWanted] = useState<string | null>(null);
  const [landed, setLanded] = useState<string | null>(null);

  useEffect(() => {
    const index = wanted === null ? -1 : items.findIndex((item) => item.key === wanted);
    if (index < 0) return;
    scroller.current?.scrollToIndex({ index, align: 'center' });
    setLanded(wanted);
    setWanted(null);
  }, [wanted, items, scroller]);

  // Lines that come before it at the same moment may push it away again: it has arrived when it stays.
  const stay = useEffectEvent((): boolean => {
    const index = items.findIndex((item) => item.key === landed);
    if (index < 0 || isShown(index)) return true;
    scroller.current?.scrollToIndex({ index, align: 'center' });
    return false;
  });
  useEffect(() => {
    if (landed === null) return undefined;
    let stayed = 0;
    const settling = setInterval(() => {
      stayed = stay() ? stayed + 1 : 0;
      if (stayed === 2) clearInterval(settling);
    }, settleTime);
    const over = setTimeout(() => setLanded(null), washTime);
    return () => {
      clearInterval(settling);
      clearTimeout(over);
    };
  }, [landed]);

  const jumpTo = async (seq: number, note?: number) => {
    const key = note === undefined ? `message ${seq}` : `note ${note}`;
    setWanted(key);
    if (!items.some((item) => item.key === key) && !(await loadOlder(seq))) setWanted(null);
  };
  return { landed, jumpTo };
}
