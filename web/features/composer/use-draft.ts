import { useCallback, useMemo, useState } from 'react';
import { useMe } from '../../app/session.ts';
import { browserShelf } from '../../lib/storage.ts';
import { draftStore, type Writing } from './draft-store.ts';
import { useDraftSync } from './use-draft-sync.ts';

/** The text being written: kept with each keystroke, whatever happens around it, and soon after for one's other machines. */
export function useDraft(conversationId: string, writing: Writing) {
  const { agentId } = useMe();
  const store = useMemo(() => draftStore(browserShelf, agentId), [agentId]);
  const [text, setText] = useState(() => store.read(conversationId, writing));
  const write = useCallback(
    (next: string) => {
      store.keep(conversationId, writing, next);
      setText(next);
    },
    [store, conversationId, writing],
  );
  /** Puts words back that could not leave, before whatever was written since. */
  const putBack = useCallback(
    (words: string) => {
      const since = store.read(conversationId, writing);
      write(since === '' || since === words ? words : `${words}\n${since}`);
    },
    [store, conversationId, writing, write],
  );
  const newer = useDraftSync({ store, conversationId, writing, text, write });
  return { text, write, putBack, newer };
}
