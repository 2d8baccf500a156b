import { createContext, useContext, useEffect, useMemo, useReducer, useState, type ReactNode } from 'react';
import type { Attachment, Quote } from '../../../core/attachments.ts';
import { Refused, type Refusal } from '../../../core/refusal.ts';
import { newId } from '../../../live/ids.ts';
import { useConnection } from '../../app/live.tsx';
import { createHolding } from './holding.ts';
import { step, type Outgoing, type Written } from './outgoing.ts';

/** The words then belong back into the composer. */
export type SentBack = Extract<Refusal, { code: 'blocked' | 'overtaken' }>;

/** What goes with the words. */
export interface More {
  attachment?: Attachment;
  /** A message carries one: each of the others leaves after it, alone, and not without it. */
  others?: readonly Attachment[];
  quote?: Quote;
  /** The last message that its author has seen; without it, it leaves whatever came since. */
  seen?: number;
  /** Seconds until it leaves. */
  holdFor?: number;
  onRecall?(): void;
}

interface Held {
  outgoing: readonly Outgoing[];
  /** Answers with what sent it back, where something did. */
  send(conversationId: string, text: string, more?: More): Promise<SentBack | null>;
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
    const send = async (message: Written, { seen, behind }: { seen?: number; behind?: Behind } = {}) => {
      change({ type: 'write', message });
      const { clientId, conversationId, text, attachmentId, quotes } = message;
      try {
        const after = behind?.clientId;
        await connection.send({ clientId, conversationId, text, attachmentId, quotes, seen, after });
        change({ type: 'sent', clientId });
        return null;
      } catch (error) {
        const refusal: Refusal =
          error instanceof Refused ? error.refusal : { code: 'unavailable', part: 'server' };
        const back = refusal.code === 'blocked' || refusal.code === 'overtaken';
        // Without a composer that takes it back it stays in the thread, to be repeated there.
        const taken = behind ? (await behind.sent) !== null : back && seen !== undefined;
        change(taken ? { type: 'drop', clientIds: [clientId] } : { type: 'fail', clientId, refusal });
        return back ? refusal : null;
      }
    };
    return {
      again: send,
      async send(conversationId: string, text: string, more: More = {}) {
        const { attachment, others = [], quote, holdFor = 0, seen, onRecall } = more;
        const clientId = newId();
        const at = Date.now();
        const message: Written = { clientId, conversationId, text, ...carrying(attachment, quote), at };
        const followers = others.map((other): Written => ({
          clientId: newId(),
          conversationId,
          text: '',
          ...carrying(other),
          at,
        }));
        if (holdFor > 0) {
          const leavesAt = Date.now() + holdFor * 1000;
          // What was written before leaves before.
          holding.leaveAll();
          change({ type: 'write', message: { ...message, leavesAt }, state: 'held' });
          for (const follower of followers) change({ type: 'write', message: follower, state: 'held' });
          if (!(await holding.hold(clientId, holdFor * 1000))) {
            change({ type: 'drop', clientIds: [message, ...followers].map((one) => one.clientId) });
            onRecall?.();
            return null;
          }
        }
        const sent = send(message, { seen });
        for (const follower of followers) void send(follower, { behind: { clientId, sent } });
        return sent;
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

/** What a message leaves behind, and what sent that one back. */
interface Behind {
  clientId: string;
  sent: Promise<SentBack | null>;
}

const carrying = (attachment?: Attachment, quote?: Quote) => ({
  ...(attachment && { attachment, attachmentId: attachment.attachmentId }),
  ...(quote && { quote, quotes: quote.seq }),
});

export function useOutgoing(): Held {
  const held = useContext(Context);
  if (!held) throw new Error('useOutgoing outside of OutgoingProvider');
  return held;
}
