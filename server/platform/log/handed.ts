/** Entries that this node has written itself, kept until its reader comes to them: what is in memory need not be read again. */
import type { Position } from './cursor.ts';
import type { Entry } from './entries.ts';

export interface Handed {
  /** Committed entries, words and all. */
  add(entries: Entry[]): void;
  /** The entry at a position, once; undefined: it must be read. */
  take(position: Position): Entry | undefined;
}

/** The oldest are dropped where nobody comes for them (the reader was faster than the answer to the commit). */
export function keepHanded(most = 20_000): Handed {
  const kept = new Map<string, Entry>();
  return {
    add(entries) {
      for (const entry of entries) kept.set(keyOf(entry.position), entry);
      for (const key of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(key);
      }
    },
    take(position) {
      const key = keyOf(position);
      const entry = kept.get(key);
      kept.delete(key);
      return entry;
    },
  };
}

const keyOf = ({ tx, eventId }: Position) => `${tx}.${eventId}`;
