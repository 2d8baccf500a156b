import { createContext, useContext, useEffect, useMemo, useReducer, useState, type ReactNode } from 'react';
import type { Attachment, Quote } from '../../../core/attachments.ts';
import { Refused, type Refusal } from '../../../core/refusal.ts';
import { newId } from '../../../live/ids.ts';
import { useConnection } from '../../app/live.tsx';
import { createHolding } from './holding.ts';
import { step, type Outgoing, type Written } from './outgoing.ts';

type Blocked = Extract<Refusal, { code: 'blocked' }>;

/** What goes with the words. */
export interface More {
  attachment?: Attachment;
  quote?: Quote;
  /** Seconds until it leaves. */
  holdFor?: number;
  onRecall?(): void;
}

interface Held {
  outgoing: readonly Outgoing[];
  /** Answers with the block where the server stopped it: the words then belong back into the composer. */
  send(conversationId: string, text: string, more?: More): Promise<Blocked | null>;
  /** Takes a held reply back; `onRecall` is told. */
  recall(clientId: string): void;
  leaveNow(clientId: string): void;
  retry(failed: Outgoing): void;
  drop(clientIds: readonly string[]): void;
}

const Context = createContext<Held | null>(null);

export function OutgoingProvider({ children }: { children: ReactNode }) {
  const connection = useConnection();
  const [outgoing, change] = useReducer(step, []);
  const [holding] = useState(createHolding);

  const acts = useMemo(() => {
    const send = async (message: Written) => {
      change({ type: 'write', message });
      const { clientId, conversationId, text, attachmentId, quotes } = message;
      try {
        await connection.send({ clientId, conversationId, text, attachmentId, quotes });
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
      async send(conversationId: string, text: string, more: More = {}) {
        const { attachment, quote, holdFor = 0, onRecall } = more;
        const clientId = newId();
        const carried = {
          ...(attachment && { attachment, attachmentId: attachment.attachmentId }),
          ...(quote && { quote, quotes: quote.seq }),
        };
        const message: Written = { clientId, conversationId, text, ...carried, at: Date.now() };
        if (holdFor > 0) {
          const leavesAt = Date.now() + holdFor * 1000;
          // What was written before leaves before.
          holding.leaveAll();
          change({ type: 'write', message: { ...message, leavesAt }, state: 'held' });
          if (!(await holding.hold(clientId, holdFor * 1000))) {
            change({ type: 'drop', clientIds: [clientId] });
            onRecall?.();
            return null;
          }
        }
        return send(message);
      },
      recall: holding.recall,
      leaveNow: holding.leave,
      retry: (failed: Outgoing) => void send(failed),
      drop: (clientIds: readonly string[]) => change({ type: 'drop', clientIds }),
    };
  }, [connection, holding]);

  // Sent is sent: closing the page does not take a reply back.
  useEffect(() => {
    addEventListener('pagehide', holding.leaveAll);
    return () => removeEventListener('pagehide', holding.leaveAll);
  }, [holding]);

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
