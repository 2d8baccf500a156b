import { useSyncExternalStore } from 'react';

/** What can't come any more as long as this page stands. */
const missing = new Set<object>();
const listeners = new Set<() => void>();

export function setMissing(part: object, isMissing: boolean): void {
  if (missing.has(part) === isMissing) return;
  if (isMissing) missing.add(part);
  else missing.delete(part);
  for (const listener of listeners) listener();
}

export const useHasMissingParts = (): boolean => useSyncExternalStore(watch, () => missing.size > 0);

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
