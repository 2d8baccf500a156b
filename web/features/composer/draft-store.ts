/** What was typed and not sent, kept in the browser: each person's, for each conversation and kind of writing. */
import type { Shelf } from '../../lib/storage.ts';

export type Writing = 'reply' | 'note' | 'whisper';

export interface DraftStore {
  read(conversationId: string, writing: Writing): string;
  keep(conversationId: string, writing: Writing, text: string): void;
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
  };
}
