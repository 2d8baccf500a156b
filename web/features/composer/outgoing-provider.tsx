import { createContext, useContext, useEffect, useMemo, useReducer, type ReactNode } from 'react';
import { Refused, type Refusal } from '../../../core/refusal.ts';
import { newId } from '../../../live/ids.ts';
import { useConnection } from '../../app/live.tsx';
import { step, type Outgoing } from './outgoing.ts';

/** The words then belong back into the composer. */
export type SentBack = Extract<Refusal, { code: 'blocked' | 'overtaken' }>;

interface Held {
  outgoing: readonly Outgoing[];
  /** @param seen the last message that its author has seen */
  send(conversationId: string, text: string, seen: number): Promise<SentBack | null>;
  retry(failed: Outgoing): void;
  drop(clientIds: readonly string[]): void;
}

const Context = createContext<Held | null>(null);

export function OutgoingProvider({ children }: { children: ReactNode }) {
  const connection = useConnection();
  const [outgoing, change] = useReducer(step, []);

  const acts = useMemo(() => {
    const send = async (
      message: Pick<Outgoing, 'clientId' | 'conversationId' | 'text' | 'at'>,
      seen?: number,
    ) => {
      change({ type: 'write', message });
      const { clientId, conversationId, text } = message;
      try {
        await connection.send({ clientId, conversationId, text, seen });
        change({ type: 'sent', clientId });
        return null;
      } catch (error) {
        const refusal: Refusal =
          error instanceof Refused ? error.refusal : { code: 'unavailable', part: 'server' };
        const back = refusal.code === 'blocked' || refusal.code === 'overtaken';
        // Without a composer that takes it back it stays in the thread, to be repeated there.
        if (back && seen !== undefined) change({ type: 'drop', clientIds: [clientId] });
        else change({ type: 'fail', clientId, refusal });
        return back ? refusal : null;
      }
    };
    return {
      again: send,
      send: (conversationId: string, text: string, seen: number) =>
        send({ clientId: newId(), conversationId, text, at: Date.now() }, seen),
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
