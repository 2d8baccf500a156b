import { useEffect, useRef } from 'react';
import { useConnection } from '../../app/live.tsx';

/** Said again at most so often while somebody goes on typing, ms. */
const every = 3000;

/** Tells the others that somebody is writing here, and when they stop. */
export function useTyping(conversationId: string): (typing: boolean) => void {
  const connection = useConnection();
  const last = useRef(0);
  useEffect(
    () => () => {
      if (last.current > 0) connection.typing(conversationId, false);
    },
    [connection, conversationId],
  );
  return (typing) => {
    const now = Date.now();
    if (typing && now - last.current < every) return;
    if (!typing && last.current === 0) return;
    last.current = typing ? now : 0;
    connection.typing(conversationId, typing);
  };
}
