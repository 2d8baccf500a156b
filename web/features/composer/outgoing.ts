/** Replies on their way: shown at once, taken away when the thread holds them. Pure. */
import type { Attachment, Quote } from '../../../core/attachments.ts';
import type { Refusal } from '../../../core/refusal.ts';

export interface Outgoing {
  clientId: string;
  conversationId: string;
  text: string;
  /** What it carries, and what it answers. */
  attachmentId?: string;
  attachment?: Attachment;
  quotes?: number;
  quote?: Quote;
  /** While it is held back and may be recalled: when it leaves, epoch ms. */
  leavesAt?: number;
  /** When it was written, epoch ms; null: by an earlier page. */
  at: number | null;
  state: 'held' | 'sending' | 'sent' | 'failed';
  refusal: Refusal | null;
}

/** As it was written, before anything became of it. */
export type Written = Omit<Outgoing, 'state' | 'refusal'>;

export type Step =
  | { type: 'write'; message: Written; state?: 'held' }
  | { type: 'sent'; clientId: string }
  | { type: 'fail'; clientId: string; refusal: Refusal }
  | { type: 'drop'; clientIds: readonly string[] };

export function step(outgoing: readonly Outgoing[], next: Step): readonly Outgoing[] {
  switch (next.type) {
    case 'write': {
      const others = outgoing.filter((one) => one.clientId !== next.message.clientId);
      return [...others, { ...next.message, state: next.state ?? 'sending', refusal: null }];
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
