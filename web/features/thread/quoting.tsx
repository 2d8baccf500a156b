import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { Quote } from '../../../core/attachments.ts';
import { longestQuote } from '../../../core/attachments.ts';
import type { Message } from '../../../core/conversations/thread.ts';

interface Quoting {
  /** What the next reply answers. */
  quoted: Quote | null;
  quote(message: Quote | null): void;
}

const Context = createContext<Quoting>({ quoted: null, quote: () => {} });

/** Between the thread, where a message is chosen, and the composer, which sends the answer. */
export function QuotingProvider({ children }: { children: ReactNode }) {
  const [quoted, quote] = useState<Quote | null>(null);
  return <Context value={useMemo(() => ({ quoted, quote }), [quoted])}>{children}</Context>;
}

export const useQuoting = (): Quoting => useContext(Context);

export function quoteOf({ seq, author, text, attachment }: Message): Quote {
  const carried = attachment ? { kind: attachment.kind, name: attachment.name } : null;
  return { seq, author, text: text?.slice(0, longestQuote) ?? null, attachment: carried };
}
