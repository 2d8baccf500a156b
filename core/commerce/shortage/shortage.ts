/**
 * A line that can't be sent as ordered. Marking it changes nothing of the order: the customer chooses, in a message that is
 * named, and until then nothing happens.
 */
import { refuse } from '../../refusal.ts';

export const choices = ['swap', 'refund', 'wait'] as const;
export type Choice = (typeof choices)[number];
/** `hand`: somebody said so; `stock`: more was ordered than is there; `history`: the platform took it out, and nobody agreed. */
export type FoundBy = 'hand' | 'stock' | 'history';
/** `settled`: it left, was refunded or closed; `withdrawn`: it is there after all. */
export type ShortageState = 'open' | 'answered' | 'settled' | 'withdrawn';

export interface Shortage {
  state: ShortageState;
  by: FoundBy;
  choice: Choice | null;
}

/** What happens to it; recorded as an event of the order. */
export type ShortageStep =
  | { type: 'shortage.answered'; choice: Choice; conversationId: string; messageSeq: number; byId: string }
  | { type: 'shortage.ended'; as: 'settled' | 'withdrawn'; byId: string | null; operationId?: string };

/** The customer's word, until it was acted upon; a later word takes the place of an earlier one. */
export function answer(
  { state }: Shortage,
  wish: { choice: Choice; conversationId: string; messageSeq: number; byId: string },
): ShortageStep {
  if (state !== 'open' && state !== 'answered') refuse({ code: 'conflict', reason: 'shortage-over' });
  return { type: 'shortage.answered', ...wish };
}

/** By hand: it is there after all, or was a mistake. */
export function withdraw({ state }: Shortage, byId: string): ShortageStep {
  if (state !== 'open' && state !== 'answered') refuse({ code: 'conflict', reason: 'shortage-over' });
  return { type: 'shortage.ended', as: 'withdrawn', byId };
}

/** What the customer chose was done, by this operation. */
export const settledBy = (
  operationId: string,
  byId: string | null,
): Extract<ShortageStep, { type: 'shortage.ended' }> => ({
  type: 'shortage.ended',
  as: 'settled',
  byId,
  operationId,
});

/** What a new count of orders and stock makes of it; null: it stays as it is. */
export function lookedAtAgain(
  { state, by }: Shortage,
  found: { isWaiting: boolean; isShort: boolean },
): ShortageStep | null {
  if (state !== 'open' && state !== 'answered') return null;
  if (!found.isWaiting) return { type: 'shortage.ended', as: 'settled', byId: null };
  // What a person marked, or the customer has answered, stays until a person ends it.
  const ends = state === 'open' && by !== 'hand' && !found.isShort;
  return ends ? { type: 'shortage.ended', as: 'withdrawn', byId: null } : null;
}

export function after(shortage: Shortage, step: ShortageStep): Shortage {
  return step.type === 'shortage.answered'
    ? { ...shortage, state: 'answered', choice: step.choice }
    : { ...shortage, state: step.as };
}
