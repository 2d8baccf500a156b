import { useCallback, useEffect, useReducer, useRef } from 'react';
import { Refused } from '../../../core/refusal.ts';
import { newId } from '../../../live/ids.ts';
import { stepFiles } from './pending-files.ts';
import type { PendingFile } from './pending-files.ts';
import { upload } from './upload.ts';

/** What is about to be sent with the next reply; uploads begin at once, and end when it is removed. */
export function useFiles(conversationId: string) {
  const [files, step] = useReducer(stepFiles, []);
  const running = useRef(new Map<string, { file: File; stop: AbortController }>());
  useEffect(() => {
    const started = running.current;
    return () => started.forEach(({ stop }) => stop.abort());
  }, []);

  const start = useCallback(
    async (key: string, file: File) => {
      const stop = new AbortController();
      running.current.set(key, { file, stop });
      step({ type: 'add', key, name: file.name });
      try {
        const onProgress = (done: number) => step({ type: 'progress', key, done });
        const attachment = await upload(conversationId, file, { onProgress, signal: stop.signal });
        step({ type: 'ready', key, attachment });
      } catch (error) {
        if (stop.signal.aborted) return;
        const refusal =
          error instanceof Refused ? error.refusal : ({ code: 'unavailable', part: 'server' } as const);
        step({ type: 'fail', key, refusal });
      }
    },
    [conversationId],
  );

  /** For a button, a drop and a paste alike. */
  const add = useCallback(
    (chosen: Iterable<File>) => {
      for (const file of chosen) void start(newId(), file);
    },
    [start],
  );
  const again = useCallback(
    (key: string) => {
      const known = running.current.get(key);
      if (known) void start(key, known.file);
    },
    [start],
  );
  const remove = useCallback((keys: readonly string[]) => {
    for (const key of keys) running.current.get(key)?.stop.abort();
    step({ type: 'remove', keys });
  }, []);
  const putBack = useCallback((back: readonly PendingFile[]) => step({ type: 'back', files: back }), []);
  const ready = files.every((file) => file.attachment !== null);
  return { files, ready, add, again, remove, putBack };
}
