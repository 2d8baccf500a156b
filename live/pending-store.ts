import type { Pending, PendingStore } from './outbox.ts';

/**
 * Unanswered messages in a page's `localStorage` under one key. Another tab's messages under the same key are left alone:
 * a save only adds and removes this page's own. A full or forbidden storage costs the memory, not the message.
 */
export function pendingStore(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  key: string,
): PendingStore {
  let mine = new Set<string>();

  return {
    load() {
      const stored = read();
      mine = idsOf(stored);
      return stored;
    },
    save(pending) {
      const others = read().filter((one) => !mine.has(one.clientId) && !idsOf(pending).has(one.clientId));
      mine = idsOf(pending);
      write([...others, ...pending]);
    },
  };

  function read(): Pending[] {
    try {
      return JSON.parse(storage.getItem(key) ?? '[]') as Pending[];
    } catch {
      return [];
    }
  }

  function write(pending: Pending[]) {
    try {
      if (pending.length > 0) storage.setItem(key, JSON.stringify(pending));
      else storage.removeItem(key);
    } catch {
      // Private windows and full disks refuse: the message is still sent, only not kept over a reload.
    }
  }
}

function idsOf(pending: Pending[]): Set<string> {
  return new Set(pending.map((one) => one.clientId));
}
