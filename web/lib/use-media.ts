import { useCallback, useMemo, useSyncExternalStore } from 'react';

/** Whether the system or the screen is as the media query says, and from then on as it changes. */
export function useMedia(query: string): boolean {
  const list = useMemo(() => matchMedia(query), [query]);
  const watch = useCallback(
    (listener: () => void) => {
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [list],
  );
  return useSyncExternalStore(watch, () => list.matches);
}
