import { lazy, type ComponentType } from 'react';
import { retryDelay } from '../../live/backoff.ts';
import { pause } from '../../live/pause.ts';

/**
 * A part of a page that comes when it is needed. Where it can't be had, because the line is cut just then, it is asked for
 * again until it is there: the page around it stands meanwhile, with whatever somebody was writing.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- as React's own `lazy` has it
export const lazyPart = <Part extends ComponentType<any>>(load: () => Promise<{ default: Part }>) =>
  lazy(() => untilThere(load));

export async function untilThere<T>(load: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await load();
    } catch {
      await pause(retryDelay(failures, Math.random));
      askAgainForStyles();
    }
  }
}

/** A part's style sheet is fetched once, whether it came or not. */
function askAgainForStyles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('head > link[rel=stylesheet]'))
    if (!link.sheet) link.replaceWith(link.cloneNode());
}
