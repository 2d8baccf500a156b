import { useCallback, useEffect, useEffectEvent, useRef } from 'react';

/** Many calls close together become one, at most `ms` after the first: for fetching again what events don't carry. */
export function useSoon(act: () => void, ms: number): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const run = useEffectEvent(() => {
    timer.current = undefined;
    act();
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    timer.current ??= setTimeout(() => run(), ms);
  }, [ms]);
}
