/** What the customer chose for a line that can't be sent, as the operation that does it, its form filled in. Pure. */
import type { ShortageView } from '../../../core/commerce/buying-api.ts';
import type { Begin } from '../operations/chosen.ts';
import { noFields } from '../operations/wish.ts';

/** null: there is nothing to do but wait, or it is being done. */
export function beginningOfAnswer(
  { answer, operation, line, units, decision, swaps }: ShortageView,
  words: string,
): Begin | null {
  if (!answer || answer.choice === 'wait' || operation) return null;
  const whole = { code: 'oversell' as const, condition: goods, words };
  if (answer.choice === 'swap') {
    // Of several the customer said which; nobody guesses it for them.
    const instead = swaps.length === 1 ? { [line]: swaps[0]!.code } : {};
    return {
      ...whole,
      kind: 'size-change',
      fields: { ...noFields, line, instead, quantities: { [line]: units } },
    };
  }
  const amountFen = decision.plans.find(({ kind }) => kind === 'refund')?.amount ?? null;
  const fields = { ...noFields, quantities: { [line]: units }, amountFen, ownAmount: amountFen !== null };
  return { ...whole, kind: 'refund', fields };
}

/** They never left. */
const goods = { tags: true, resaleable: true, proof: false };
