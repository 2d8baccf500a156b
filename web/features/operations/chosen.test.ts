import { expect, it } from 'vitest';
import type { OrderView } from '../../../core/commerce/order-api.ts';
import type { ChosenPlan } from '../policy/choose-plan.ts';
import { beginningOf } from './chosen.ts';

const order = { lines: [{ quantity: 1 }, { quantity: 3 }] } as OrderView;
const chosen = (wish: string, of: string, amount: number | null = null) =>
  beginningOf(
    {
      asked: { line: 1, wish, reason: 'defect', askedAt: null, answers: { proof: true } },
      plan: { kind: of, of, amount },
    } as unknown as ChosenPlan,
    order,
  );

it('a plan opens the form that carries it out, filled in', () => {
  expect(chosen('refund', 'refund', 1250)).toMatchObject({
    kind: 'refund',
    fields: { quantities: { 1: 3 }, amountFen: 1250, ownAmount: true, line: null },
    code: 'defect',
    condition: { tags: true, proof: true },
  });
  expect(chosen('return', 'keep-with-compensation', 300)).toMatchObject({
    kind: 'compensation',
    fields: { line: 1, quantities: {} },
  });
  expect(chosen('return', 'return', 900)?.fields.amountFen).toBeNull();
  expect(chosen('close', 'refund', 900)?.kind).toBe('close');
  expect(chosen('size-change', 'exchange')).toMatchObject({ kind: 'size-change', fields: { line: 1 } });
  expect(chosen('exchange', 'repair')).toBeNull();
});
