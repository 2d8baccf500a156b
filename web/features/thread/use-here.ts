import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ThreadAnswer } from '../../../core/api.ts';
import { useConnection } from '../../app/live.tsx';
import { useMe } from '../../app/session.ts';
import { useOutgoing } from '../composer/outgoing-provider.tsx';

/** The reader's own part of a thread: what they had read when they opened it, and what they have on the way. */
export function useHere({ conversation, messages }: ThreadAnswer, atBottom: boolean) {
  const { agentId } = useMe();
  const connection = useConnection();
  const { outgoing, drop } = useOutgoing();
  const { conversationId, seq, readByAgent, unread, assigneeId } = conversation;
  const [readUpTo] = useState(unread > 0 ? readByAgent : null);
  const [unreadCount] = useState(unread);

  const looking = useSyncExternalStore(watchLooking, () => document.visibilityState === 'visible');
  const mine = assigneeId === agentId;
  useEffect(() => {
    if (mine && looking && atBottom && seq > readByAgent) connection.read(conversationId, seq);
  }, [mine, looking, atBottom, seq, readByAgent, connection, conversationId]);

  const own = useMemo(
    () => outgoing.filter((one) => one.conversationId === conversationId),
    [outgoing, conversationId],
  );
  useEffect(() => {
    const sent = own.filter((one) => one.state === 'sent').map((one) => one.clientId);
    const arrived = sent.filter((clientId) => messages.some((message) => message.clientId === clientId));
    if (arrived.length > 0) drop(arrived);
  }, [own, messages, drop]);

  return { readUpTo, unreadCount, outgoing: own };
}

function watchLooking(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}
