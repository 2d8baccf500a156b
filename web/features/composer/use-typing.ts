import { useCallback, useEffect, useRef } from 'react';
import { useConnection } from '../../app/live.tsx';

/** Said again at most so often while somebody goes on typing, ms. */
const every = 3000;
/** Whoever stops for so long is no longer writing, ms. */
const restsAfter = 8000;

/**
 * Tells the others that somebody is writing here, and when they stop.
 * @param shown to the customer as well; a note's writer is seen by colleagues alone
 */
export function useTyping(conversationId: string, shown = true): (typing: boolean) => void {
  const connection = useConnection();
  const last = useRef(0);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = useCallback(
    (typing: boolean) => {
      if (shown) connection.typing(conversationId, typing);
      connection.look(conversationId, typing ? 'writing' : 'viewing');
    },
    [connection, conversationId, shown],
  );
  const stop = useCallback(() => {
    clearTimeout(rest.current);
    if (last.current > 0) say(false);
    last.current = 0;
  }, [say]);
  useEffect(() => stop, [stop]);
  return (typing) => {
    if (!typing) return stop();
    clearTimeout(rest.current);
    rest.current = setTimeout(stop, restsAfter);
    const now = Date.now();
    if (now - last.current < every) return;
    last.current = now;
    say(true);
  };
}
