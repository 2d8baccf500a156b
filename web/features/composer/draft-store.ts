/** What was typed and not sent, kept in the browser: each person's, for each conversation and kind of writing. */
import type { Writing } from '../../../core/api.ts';
import type { Shelf } from '../../lib/storage.ts';
import { nothingSaved, type Saved } from './draft-sync.ts';

export type { Writing };

export interface DraftStore {
  read(conversationId: string, writing: Writing): string;
  keep(conversationId: string, writing: Writing, text: string): void;
  /** What this browser knows to stand on the server. */
  base(conversationId: string, writing: Writing): Saved;
  keepBase(conversationId: string, writing: Writing, saved: Saved): void;
}

export function draftStore(shelf: Shelf, agentId: string): DraftStore {
  const keyOf = (conversationId: string, writing: Writing) =>
    `yinuo.draft.${agentId}.${conversationId}.${writing}`;
  return {
    read: (conversationId, writing) => shelf.get(keyOf(conversationId, writing)) ?? '',
    keep(conversationId, writing, text) {
      if (text === '') shelf.remove(keyOf(conversationId, writing));
      else shelf.set(keyOf(conversationId, writing), text);
    },
    base(conversationId, writing) {
      try {
        return JSON.parse(shelf.get(`${keyOf(conversationId, writing)}.saved`) ?? '') as Saved;
      } catch {
        return nothingSaved;
      }
    },
    keepBase(conversationId, writing, saved) {
      const key = `${keyOf(conversationId, writing)}.saved`;
      if (saved.version === null) shelf.remove(key);
      else shelf.set(key, JSON.stringify(saved));
    },
  };
}
