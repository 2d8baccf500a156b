import { useEffect, useMemo, useState } from 'react';
import { nothingPlaced, place, type Placed } from './place.ts';

type Reason = 'pointer' | 'scrolled';

/** The order on the screen: the true one, or the held one while somebody points at the list or has scrolled in it. */
export function usePlace(wanted: readonly string[]) {
  const [reasons, setReasons] = useState<Record<Reason, boolean>>({ pointer: false, scrolled: false });
  const [placed, setPlaced] = useState<Placed>(nothingPlaced);
  const held = reasons.pointer || reasons.scrolled;
  const key = wanted.join();
  // oxlint-disable-next-line react/exhaustive-deps -- the ids themselves are what matters, not the array
  const next = useMemo(() => place(placed, wanted, held), [placed, key, held]);
  useEffect(() => setPlaced(next), [next]);
  return {
    ...next,
    hold: (reason: Reason, yes: boolean) =>
      setReasons((now) => (now[reason] === yes ? now : { ...now, [reason]: yes })),
    settle: () => setPlaced(place(next, wanted, false)),
  };
}
