import { useCallback, useEffect, useReducer, useRef } from 'react';
import { Refused } from '../../../core/refusal.ts';
import type { Attachment } from '../../../core/attachments.ts';
import { newId } from '../../../live/ids.ts';
import { cardsApi, type Wanted } from '../cards/cards-api.ts';
import { stepFiles } from './pending-files.ts';
import type { PendingFile } from './pending-files.ts';
import { upload, type UploadOptions } from './upload.ts';

/** On its way to become an attachment; done again where it failed. */
type Make = (options: Required<UploadOptions>) => Promise<Attachment>;

/** What is about to be sent with the next reply: uploads begin at once, and end when it is removed. */
export function useFiles(conversationId: string) {
  const [files, step] = useReducer(stepFiles, []);
  const running = useRef(new Map<string, { again(): void; stop: AbortController }>());
  useEffect(() => {
    const started = running.current;
    return () => started.forEach(({ stop }) => stop.abort());
  }, []);

  const start = useCallback(async (key: string, name: string, make: Make) => {
    const stop = new AbortController();
    running.current.set(key, { again: () => void start(key, name, make), stop });
    step({ type: 'add', key, name });
    try {
      const onProgress = (done: number) => step({ type: 'progress', key, done });
      const attachment = await make({ onProgress, signal: stop.signal });
      step({ type: 'ready', key, attachment });
    } catch (error) {
      if (stop.signal.aborted) return;
      const refusal =
        error instanceof Refused ? error.refusal : ({ code: 'unavailable', part: 'server' } as const);
      step({ type: 'fail', key, refusal });
    }
  }, []);

  /** For a button, a drop and a paste alike. */
  const add = useCallback(
    (chosen: Iterable<File>) => {
      for (const file of chosen)
        void start(newId(), file.name, (options) => upload(conversationId, file, options));
    },
    [start, conversationId],
  );
  const addCard = useCallback(
    (wanted: Wanted) =>
      void start(newId(), wanted.name, ({ signal }) => cardsApi.make(conversationId, wanted, signal)),
    [start, conversationId],
  );
  const again = useCallback((key: string) => running.current.get(key)?.again(), []);
  const remove = useCallback((keys: readonly string[]) => {
    for (const key of keys) running.current.get(key)?.stop.abort();
    step({ type: 'remove', keys });
  }, []);
  const putBack = useCallback((back: readonly PendingFile[]) => step({ type: 'back', files: back }), []);
  const ready = files.every((file) => file.attachment !== null);
  return { files, ready, add, addCard, again, remove, putBack };
}
