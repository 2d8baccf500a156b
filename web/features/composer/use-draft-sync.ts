import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { DraftAnswer, Writing } from '../../../core/api.ts';
import { Refused } from '../../../core/refusal.ts';
import { useConnection, useStatus } from '../../app/live.tsx';
import { composerApi, saveDraftOnLeaving } from './composer-api.ts';
import type { DraftStore } from './draft-store.ts';
import { nothingSaved, standing, together, type Saved } from './draft-sync.ts';

/** Saved this long after the last keystroke, ms: a draft is for the other machine, not for every letter. */
const saveAfter = 1200;

export interface Newer {
  text: string;
  takeTheirs(): void;
  keepMine(): void;
  takeBoth(): void;
}

interface Options {
  store: DraftStore;
  conversationId: string;
  writing: Writing;
  text: string;
  write(text: string): void;
}

/** Keeps the draft on the server too. What a person wrote on two machines is never decided without them. */
export function useDraftSync({ store, conversationId, writing, text, write }: Options): Newer | null {
  const connection = useConnection();
  const online = useStatus() === 'online';
  const [server, setServer] = useState<Saved | null>(null);
  /** Somebody must choose between the two. */
  const [open, setOpen] = useState(false);
  const saving = useRef(false);
  const current = useRef(text);
  useEffect(() => {
    current.current = text;
  }, [text]);

  const know = useCallback(
    (saved: Saved) => store.keepBase(conversationId, writing, saved),
    [store, conversationId, writing],
  );

  const settle = useEffectEvent((there: Saved) => {
    const stands = standing(current.current, store.base(conversationId, writing), there);
    setServer(there);
    setOpen(stands === 'choose');
    if (stands === 'choose') return;
    know(there);
    if (stands === 'adopt') write(there.text);
    if (stands === 'save') void save();
  });

  const fetchThere = useEffectEvent(async () => {
    try {
      settle(savedOf(await composerApi.drafts(conversationId), writing));
    } catch {
      // Away or out of reach: the words stay in this browser, and are compared when it is back.
    }
  });

  const save = useEffectEvent(async () => {
    const base = store.base(conversationId, writing);
    const words = current.current;
    if (saving.current || words === base.text) return;
    saving.current = true;
    try {
      const { version } = await composerApi.saveDraft(conversationId, writing, {
        text: words,
        basedOn: base.version,
      });
      know({ version, text: words });
    } catch (error) {
      if (error instanceof Refused && error.refusal.code === 'conflict') void fetchThere();
      return;
    } finally {
      saving.current = false;
    }
    if (current.current !== words) void save();
  });

  useEffect(() => {
    if (online) void fetchThere();
  }, [online, conversationId, writing]);

  useEffect(() => {
    if (!online || open) return undefined;
    // What has just left must not stand on another machine as if it were still to be sent.
    const timer = setTimeout(() => void save(), text === '' ? 0 : saveAfter);
    return () => clearTimeout(timer);
  }, [text, online, open]);

  useEffect(
    () =>
      connection.onFrame((frame) => {
        const here = frame.type === 'draft-saved' && frame.conversationId === conversationId;
        if (here && !saving.current) void fetchThere();
      }),
    [connection, conversationId],
  );

  useEffect(() => {
    const leave = () => {
      const base = store.base(conversationId, writing);
      if (saving.current || current.current === base.text) return;
      saveDraftOnLeaving(conversationId, writing, { text: current.current, basedOn: base.version });
    };
    const look = () => (document.visibilityState === 'visible' ? void fetchThere() : leave());
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      leave();
    };
  }, [store, conversationId, writing]);

  if (!open || !server) return null;
  const decide = (words: string) => {
    know(server);
    setOpen(false);
    if (words !== text) write(words);
  };
  return {
    text: server.text,
    takeTheirs: () => decide(server.text),
    keepMine: () => decide(text),
    takeBoth: () => decide(together(server.text, text)),
  };
}

function savedOf(drafts: DraftAnswer[], writing: Writing): Saved {
  const draft = drafts.find((one) => one.writing === writing);
  return draft ? { version: draft.version, text: draft.text } : nothingSaved;
}
