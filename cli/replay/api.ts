/** The desk over HTTP, with patience: a desk that restarts or asks to wait is asked again. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Refusal, Refused } from '../../core/refusal.ts';

export interface Answer<Body> {
  body: Body;
  headers: Headers;
}

export interface Api {
  /** Rejects with Refused where the desk says no for good. */
  get<Body>(path: string, headers?: Record<string, string>): Promise<Answer<Body>>;
  post<Body>(path: string, body: object, headers?: Record<string, string>): Promise<Answer<Body>>;
}

const againAfterMs = 500;

/** `onWait` is told each time the desk asks to slow down. */
export function openApi(url: string, stop: AbortSignal, onWait: () => void): Api {
  return {
    get: (path, headers) => ask(path, { headers }),
    post: (path, body, headers) =>
      ask(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { ...headers, 'content-type': 'application/json' },
      }),
  };

  async function ask<Body>(path: string, init: RequestInit): Promise<Answer<Body>> {
    for (;;) {
      const response = await fetch(url + path, { ...init, signal: stop }).catch(() => null);
      stop.throwIfAborted();
      if (response?.ok) {
        const body = await response.text().catch(() => null);
        if (body !== null)
          return { body: (body ? JSON.parse(body) : null) as Body, headers: response.headers };
      } else if (response && response.status < 500 && response.status !== 429) {
        throw new Refused((await response.json()) as Refusal);
      }
      if (response?.status === 429) onWait();
      await pause(secondsToWait(response) * 1000 || againAfterMs, undefined, { signal: stop });
    }
  }
}

function secondsToWait(response: Response | null): number {
  return Number(response?.headers.get('retry-after') ?? 0);
}
