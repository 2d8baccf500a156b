/** Replies on their way: shown at once, taken away when the thread holds them. Pure. */
import type { Refusal } from '../../../core/refusal.ts';

export interface Outgoing {
  clientId: string;
  conversationId: string;
  text: string;
  /** When it was written, epoch ms; null: by an earlier page. */
  at: number | null;
  state: 'sending' | 'sent' | 'failed';
  refusal: Refusal | null;
}

export type Step =
  | { type: 'write'; message: Pick<Outgoing, 'clientId' | 'conversationId' | 'text' | 'at'> }
  | { type: 'sent'; clientId: string }
  | { type: 'fail'; clientId: string; refusal: Refusal }
  | { type: 'drop'; clientIds: readonly string[] };

export function step(outgoing: readonly Outgoing[], next: Step): readonly Outgoing[] {
  switch (next.type) {
    case 'write': {
      const others = outgoing.filter((one) => one.clientId !== next.message.clientId);
      return [...others, { ...next.message, state: 'sending', refusal: null }];
    }
    case 'sent':
      return outgoing.map((one) => (one.clientId === next.clientId ? { ...one, state: 'sent' } : one));
    case 'fail':
      return outgoing.map((one) =>
        one.clientId === next.clientId ? { ...one, state: 'failed', refusal: next.refusal } : one,
      );
    case 'drop':
      return outgoing.filter((one) => !next.clientIds.includes(one.clientId));
  }
}
