/** The newest entries, kept in memory for the second reader of a node: what one has read, the other need not. */
import type { Position } from './cursor.ts';
import { isAfter } from './cursor.ts';
import type { Entry } from './entries.ts';

export interface Tail {
  /** Entries that follow, without a gap, on those added before. */
  add(entries: Entry[]): void;
  /** The entries after a position, oldest first; null: it lies before what is kept, so the log itself must be read. */
  after(position: Position, limit: number): Entry[] | null;
}

/** `from`: where the first entry that is added follows on. */
export function keepTail(from: Position, most = 20_000): Tail {
  let kept: Entry[] = [];
  return {
    add(entries) {
      kept.push(...entries);
      // Cut rarely, and then by half: moving everything up for each entry would cost more than reading it.
      if (kept.length <= most) return;
      from = kept[kept.length - most / 2 - 1]!.position;
      kept = kept.slice(-most / 2);
    },
    after(position, limit) {
      if (isAfter(from, position)) return null;
      const first = firstAfter(kept, position);
      return kept.slice(first, first + limit);
    },
  };
}

function firstAfter(entries: Entry[], position: Position): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAfter(entries[middle]!.position, position)) high = middle;
    else low = middle + 1;
  }
  return low;
}
