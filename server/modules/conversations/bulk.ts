/** The same done to several conversations: each by itself, so that one that can't be is told and stops none of the others. */
import type { BulkAnswer } from '../../../core/api.ts';
import { Refused } from '../../../core/refusal.ts';

export async function forEach(
  conversationIds: readonly string[],
  act: (conversationId: string) => Promise<unknown>,
): Promise<BulkAnswer> {
  const ids = [...new Set(conversationIds)];
  const outcomes = await Promise.allSettled(ids.map((id) => act(id)));
  const answer: BulkAnswer = { done: [], refused: [] };
  for (const [i, outcome] of outcomes.entries()) {
    const conversationId = ids[i]!;
    if (outcome.status === 'fulfilled') answer.done.push(conversationId);
    else if (outcome.reason instanceof Refused)
      answer.refused.push({ conversationId, refusal: outcome.reason.refusal });
    // Asked for again, what was done stays done.
    else throw outcome.reason;
  }
  return answer;
}
