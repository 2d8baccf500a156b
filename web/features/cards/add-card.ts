/** From beside the conversation into the reply that is being written; without a composer on the page it goes nowhere. */
import { useSyncExternalStore } from 'react';
import type { Wanted } from './cards-api.ts';

type Listener = (wanted: Wanted) => void;

let composer: Listener | null = null;
const watchers = new Set<() => void>();

export function addCard(wanted: Wanted): void {
  composer?.(wanted);
}

export function listenForCards(listener: Listener): () => void {
  composer = listener;
  tell();
  return () => {
    if (composer !== listener) return;
    composer = null;
    tell();
  };
}

/** Whether there is a reply that takes one. */
export const useTakesCards = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => composer !== null,
  );

function tell(): void {
  for (const watcher of watchers) watcher();
}
