import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  useContext,
  useEffect,
  useEffectEvent,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { connect, type Connection, type Status } from '../../live/connection.ts';
import { pendingStore } from '../../live/pending-store.ts';
import { Refused } from '../../core/refusal.ts';
import { api } from '../lib/api.ts';
import { meQuery, useLeave, useMe } from './session.ts';

const Context = createContext<Connection | null>(null);

/** The desk's one socket, from sign-in to sign-out. Unanswered replies outlive the page, each person's own. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { agentId } = useMe();
  const [connection, setConnection] = useState<Connection | null>(null);
  useEffect(() => {
    const outbox = pendingStore(localStorage, `yinuo.outbox.${agentId}`);
    const opened = connect({ url: `${location.origin}/api/v1/socket`, outbox });
    setConnection(opened);
    return () => opened.close();
  }, [agentId]);
  if (!connection) return null;
  return (
    <Context value={connection}>
      <LeaveWhenEnded />
      <HeedPersonChange />
      {children}
    </Context>
  );
}

export function useConnection(): Connection {
  const connection = useContext(Context);
  if (!connection) throw new Error('useConnection outside of LiveProvider');
  return connection;
}

export function useStatus(): Status {
  const connection = useConnection();
  return useSyncExternalStore(connection.onStatus, connection.status);
}

/** Where the session has ended there is nothing to reconnect to: told by the socket, or asked for while it is away. */
function LeaveWhenEnded() {
  const status = useStatus();
  const leave = useLeave();
  const client = useQueryClient();
  const look = useEffectEvent(async () => {
    if (status === 'ended' || (status === 'offline' && (await isSignedOut()))) {
      // Whoever signs out here needs no reason.
      await leave(client.isMutating() === 0);
    }
  });
  useEffect(() => void look(), [status]);
  return null;
}

/** The socket is opened anew when somebody's role, groups or name are changed: then it is asked again who one is. */
function HeedPersonChange() {
  const me = useMe();
  const connection = useConnection();
  const client = useQueryClient();
  const look = useEffectEvent(async () => {
    const now = await api.me();
    if (now.role !== me.role || String(now.groups) !== String(me.groups))
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] });
    client.setQueryData(meQuery.queryKey, now);
  });
  useEffect(() => {
    let wasOnline = connection.status() === 'online';
    return connection.onStatus((status) => {
      if (status !== 'online') return;
      // What can't be asked now is asked at the next return.
      if (wasOnline) look().catch(() => {});
      wasOnline = true;
    });
  }, [connection]);
  return null;
}

async function isSignedOut(): Promise<boolean> {
  try {
    await api.me();
    return false;
  } catch (error) {
    return error instanceof Refused && error.refusal.code === 'unauthenticated';
  }
}
