/** A plan that the policy offered, as the operation that carries it out, its form filled in. Pure. */
import type { OrderView } from '../../../core/commerce/order-api.ts';
import type { Reason } from '../../../core/commerce/policy/claim.ts';
import type { PlanKind } from '../../../core/commerce/policy/decision.ts';
import type { ChosenPlan } from '../policy/choose-plan.ts';
import type { Condition } from './reason-fields.tsx';
import { has, noFields, type Fields, type FormKind } from './wish.ts';

export interface Begin {
  kind: FormKind;
  fields: Fields;
  code: Reason;
  condition: Condition;
  /** For the record, in words. */
  words?: string;
}

/** null: nothing that is done to the order itself; somebody else's work. */
const operations: Record<PlanKind, FormKind | null> = {
  return: 'return',
  exchange: 'exchange',
  resend: 'exchange',
  refund: 'refund',
  'keep-with-compensation': 'compensation',
  compensation: 'compensation',
  'price-difference': 'price-difference',
  gift: 'gift',
  repair: null,
  wait: null,
  intercept: null,
  'special-approval': null,
};

export function beginningOf({ asked, plan }: ChosenPlan, { lines }: Pick<OrderView, 'lines'>): Begin | null {
  const { line, wish, reason, answers } = asked;
  const kind =
    wish === 'close' && plan.of === 'refund'
      ? 'close'
      : wish === 'address-change' || wish === 'size-change'
        ? wish
        : operations[plan.of];
  if (kind === null) return null;
  const amount = has(kind, 'amount') ? plan.amount : null;
  return {
    kind,
    fields: {
      ...noFields,
      quantities: has(kind, 'items') ? { [line]: lines[line]?.quantity ?? 1 } : {},
      line: has(kind, 'line') ? line : null,
      amountFen: amount,
      ownAmount: amount !== null,
    },
    code: reason,
    condition: {
      tags: answers.tags ?? true,
      resaleable: answers.resaleable ?? true,
      proof: answers.proof ?? false,
    },
  };
}
