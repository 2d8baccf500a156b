import { useEffect, useRef, useState } from 'react';
import type { PreviewAnswer } from '../../../core/api.ts';
import { Refused } from '../../../core/refusal.ts';
import type { StandardSettings } from '../../../core/standard/settings.ts';
import { standardApi } from '../../lib/standard-api.ts';
import { added, noPreview, type Preview } from './preview-sum.ts';

/** Few enough that each answer comes soon: the progress moves, and stopping stops. */
const portion = 20;

export interface PreviewRun {
  state: 'idle' | 'running' | 'waiting' | 'done' | 'stopped' | 'failed';
  sum: Preview;
  /** That the settings are compared with; null: not yet known. */
  version: number | null;
  /** How many conversations were asked for. */
  wanted: number;
  error: unknown;
}

const idle: PreviewRun = { state: 'idle', sum: noPreview, version: null, wanted: 0, error: null };

/** What settings would have done to the last scored conversations, portion by portion. */
export function usePreview(settings: StandardSettings) {
  const [run, setRun] = useState(idle);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  async function start(wanted: number): Promise<void> {
    stop.current?.abort();
    const { signal } = (stop.current = new AbortController());
    let sum = noPreview;
    let version: number | null = null;
    let after: string | null = null;
    setRun({ ...idle, state: 'running', wanted });
    try {
      for (;;) {
        const page: PreviewAnswer = await ask(Math.min(portion, wanted - sum.judged), after, signal);
        if (signal.aborted) return;
        // Where another version came in between, what was compared with the one before says nothing.
        const isLate: boolean = version !== null && page.version !== version;
        sum = isLate ? noPreview : added(sum, page);
        after = isLate ? null : page.next;
        version = page.version;
        setRun({ ...idle, state: 'running', sum, version, wanted });
        if (!isLate && (after === null || sum.judged >= wanted)) break;
      }
      setRun({ ...idle, state: 'done', sum, version, wanted });
    } catch (error) {
      if (!signal.aborted) setRun({ state: 'failed', sum, version, wanted, error });
    }
  }

  /** A shop has one preview at a time: while somebody else's runs, mine waits its turn. */
  async function ask(lastN: number, after: string | null, signal: AbortSignal) {
    for (;;) {
      try {
        return await standardApi.preview(settings, lastN, after, signal);
      } catch (error) {
        if (signal.aborted || !(error instanceof Refused) || error.refusal.code !== 'too-many') throw error;
        setRun((now) => ({ ...now, state: 'waiting' }));
        await pause(error.refusal.retryAfterSeconds * 1000, signal);
      }
    }
  }

  return {
    run,
    start,
    cancel() {
      stop.current?.abort();
      setRun((now) => ({ ...now, state: 'stopped' }));
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
