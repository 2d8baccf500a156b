import { useEffect, useRef, useState } from 'react';
import type { ThreadAnswer } from '../../../core/api.ts';
import type { Overtaking } from '../../../core/refusal.ts';
import { useMe } from '../../app/session.ts';
import { quoteOf } from '../thread/quoting.tsx';
import { unseenBy } from './unseen.ts';

/** On the screen for so long, a message was seen, ms. */
const seenAfter = 2000;

/**
 * What others wrote while somebody was busy writing. What stood there when they began was seen; what comes later is when it
 * has been on the screen for a moment, or was shown to them before they sent.
 */
export function useUnseen({ conversation, messages }: ThreadAnswer, text: string) {
  const { agentId } = useMe();
  const { seq, readByAgent } = conversation;
  // The timeline says so when it stood at its end before somebody's eyes.
  const onScreen = readByAgent >= seq;
  const seen = useRef(seq);
  const [shown, setShown] = useState<readonly Overtaking[]>([]);
  const idle = text === '';

  useEffect(() => {
    if (idle && document.visibilityState === 'visible') {
      seen.current = Math.max(seen.current, seq);
      return undefined;
    }
    if (!onScreen) return undefined;
    const timer = setTimeout(() => (seen.current = Math.max(seen.current, seq)), seenAfter);
    return () => clearTimeout(timer);
  }, [idle, onScreen, seq]);

  return {
    /** Shown before the reply leaves; empty: nothing holds it back. */
    shown,
    /** Takes a look: answers whether there is anything new, and from then on it was seen. */
    holdsBack(): boolean {
      const unseen = unseenBy(messages, agentId, seen.current);
      seen.current = Math.max(seen.current, seq);
      setShown(unseen.map((message) => ({ ...quoteOf(message), authorName: message.authorName })));
      return unseen.length > 0;
    },
    /** The server knew of more. */
    show({ upTo, messages: overtaking }: { upTo: number; messages: readonly Overtaking[] }) {
      setShown(overtaking);
      seen.current = Math.max(seen.current, upTo);
    },
    forget: () => setShown((now) => (now.length > 0 ? [] : now)),
    upTo: () => seen.current,
  };
}
