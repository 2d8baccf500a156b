/**
 * Two threads of one customer become one. The merged thread keeps its messages and their numbers; what its customer
 * writes later arrives in the other one, and they see that from there on as its continuation: without a gap, and
 * nothing of what was said in the other one before.
 */
import type { Quote } from '../attachments.ts';
import { refuse } from '../refusal.ts';
import type { Person } from '../team/roles.ts';
import type { Conversation } from './conversation.ts';
import type { Draft } from './transitions.ts';
import { resolve } from './transitions.ts';

export type MergeTarget = Pick<Conversation, 'conversationId' | 'seq' | 'mergedInto'>;

/** What is open ends first, and is scored as it stands; an unanswered customer is answered where they asked. */
export function merge(conversation: Conversation, into: MergeTarget, by: Person): Draft[] {
  if (conversation.mergedInto === into.conversationId) return [];
  if (conversation.mergedInto !== null || into.mergedInto !== null)
    refuse({ code: 'conflict', reason: 'already-merged' });
  if (conversation.waitingSince !== null) refuse({ code: 'conflict', reason: 'customer-waits' });
  const ending = conversation.state === 'closed' ? [] : resolve(conversation, by);
  const { conversationId, seq: intoSeq } = into;
  return [...ending, { type: 'conversation.merged', into: conversationId, intoSeq, byId: by.agentId }];
}

/** A piece of what one customer reads: messages of one conversation, `after` exclusive, up to `upTo` or for ever. */
export interface Strand {
  conversationId: string;
  after: number;
  upTo: number | null;
}

/** The customer's own number of a message; null: they don't see it. */
export function ownSeq(strands: readonly Strand[], conversationId: string, seq: number): number | null {
  let before = 0;
  for (const { conversationId: id, after, upTo } of strands) {
    if (id === conversationId && seq > after && (upTo === null || seq <= upTo)) return before + seq - after;
    before += (upTo ?? after) - after;
  }
  return null;
}

/** A quote with the customer's own number; undefined: what it quotes is not theirs to read. */
export function ownQuote(
  strands: readonly Strand[],
  conversationId: string,
  quote: Quote | null | undefined,
): Quote | undefined {
  const seq = quote ? ownSeq(strands, conversationId, quote.seq) : null;
  return quote && seq !== null ? { ...quote, seq } : undefined;
}

/** In which of them the customer stands: the last, unless it had ended before anything was said to them there. */
export function standsIn(
  strands: readonly Strand[],
  states: ReadonlyMap<string, Pick<Conversation, 'state' | 'seq'>>,
): string {
  const last = strands.findLast(({ conversationId, after }) => {
    const state = states.get(conversationId);
    return state !== undefined && (state.state !== 'closed' || state.seq > after);
  });
  return (last ?? strands[0]!).conversationId;
}

/** Where the message that the customer knows by this number stands. */
export function placeOf(strands: readonly Strand[], own: number): { conversationId: string; seq: number } {
  let before = 0;
  for (const { conversationId, after, upTo } of strands) {
    const length = upTo === null ? Infinity : upTo - after;
    if (own <= before + length) return { conversationId, seq: own - before + after };
    before += length;
  }
  throw new RangeError(`the customer has no message ${own}`);
}
