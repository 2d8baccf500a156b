import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { retryDelay } from '../../live/backoff.ts';
import { pause } from '../../live/pause.ts';
import { setMissing } from './missing-parts.ts';

/**
 * A part of a page that comes when it is needed. Where it can't be had, because the line is cut just then, it is asked for
 * again until it is there: the page around it stands meanwhile, with whatever somebody was writing.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- as React's own `lazy` has it
export function lazyPart<Name extends string, Module extends Record<Name, ComponentType<any>>>(
  load: () => Promise<Module>,
  name: Name,
): LazyExoticComponent<Module[Name]> {
  return lazy(async () => ({ default: (await untilThere(load))[name] }));
}

async function untilThere<Module>(load: () => Promise<Module>): Promise<Module> {
  let fetching = load;
  for (let failures = 0; ; failures++) {
    // It failed before: nothing can come while the line is cut, and nothing is to be said about it either.
    const lineIsThere = failures > 0 && (await reachesDesk());
    try {
      const module = await fetching();
      setMissing(load, false);
      if (failures > 0) askAgainForStyles();
      return module;
    } catch (error) {
      // What it needs itself was kept as failed, or the desk was upgraded: only a new page has it.
      if (lineIsThere) setMissing(load, true);
      // A browser may keep a failed address as failed for as long as the page stands: another one of the same file is new to it.
      const [address] = /https?:\S+\.js/.exec(String(error)) ?? [];
      if (address)
        fetching = () => import(/* @vite-ignore */ `${address}?again=${failures}`) as Promise<Module>;
      await pause(retryDelay(failures, Math.random));
    }
  }
}

const reachesDesk = () =>
  fetch('/favicon.svg', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

/** A part's style sheet is fetched once, whether it came or not. */
function askAgainForStyles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('head > link[rel=stylesheet]'))
    if (!hasCome(link)) link.replaceWith(link.cloneNode());
}

/** One that failed has none, or one that nobody may read. */
function hasCome({ sheet }: HTMLLinkElement): boolean {
  try {
    return sheet !== null && sheet.cssRules.length > 0;
  } catch {
    return false;
  }
}
