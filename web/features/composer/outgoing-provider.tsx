import { createContext, useContext, useEffect, useMemo, useReducer, type ReactNode } from 'react';
import { Refused, type Refusal } from '../../../core/refusal.ts';
import { newId } from '../../../live/ids.ts';
import { useConnection } from '../../app/live.tsx';
import { step, type Outgoing } from './outgoing.ts';

type Blocked = Extract<Refusal, { code: 'blocked' }>;

interface Held {
  outgoing: readonly Outgoing[];
  /** Answers with the block where the server stopped it: the words then belong back into the composer. */
  send(conversationId: string, text: string): Promise<Blocked | null>;
  retry(failed: Outgoing): void;
  drop(clientIds: readonly string[]): void;
}

const Context = createContext<Held | null>(null);

export function OutgoingProvider({ children }: { children: ReactNode }) {
  const connection = useConnection();
  const [outgoing, change] = useReducer(step, []);

  const acts = useMemo(() => {
    const send = async (message: Pick<Outgoing, 'clientId' | 'conversationId' | 'text' | 'at'>) => {
      change({ type: 'write', message });
      const { clientId, conversationId, text } = message;
      try {
        await connection.send({ clientId, conversationId, text });
        change({ type: 'sent', clientId });
        return null;
      } catch (error) {
        const refusal: Refusal =
          error instanceof Refused ? error.refusal : { code: 'unavailable', part: 'server' };
        if (refusal.code !== 'blocked') change({ type: 'fail', clientId, refusal });
        else change({ type: 'drop', clientIds: [clientId] });
        return refusal.code === 'blocked' ? refusal : null;
      }
    };
    return {
      again: send,
      send: (conversationId: string, text: string) =>
        send({ clientId: newId(), conversationId, text, at: Date.now() }),
      retry: ({ clientId, conversationId, text, at }: Outgoing) =>
        void send({ clientId, conversationId, text, at }),
      drop: (clientIds: readonly string[]) => change({ type: 'drop', clientIds }),
    };
  }, [connection]);

  useEffect(() => {
    for (const pending of connection.pending()) void acts.again({ ...pending, at: null });
  }, [connection, acts]);

  return <Context value={useMemo(() => ({ outgoing, ...acts }), [outgoing, acts])}>{children}</Context>;
}

export function useOutgoing(): Held {
  const held = useContext(Context);
  if (!held) throw new Error('useOutgoing outside of OutgoingProvider');
  return held;
}
