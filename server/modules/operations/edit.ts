/** Another amount or reason for what waits: judged anew as if it were asked for now, and whatever was signed is void. */
import type { OperationEdit } from '../../../core/commerce/operation-api.ts';
import { own } from '../../../core/commerce/operations/may.ts';
import { requireEditable, standing } from '../../../core/commerce/operations/moves.ts';
import type { Operation } from '../../../core/commerce/operations/record.ts';
import { planOf } from '../../../core/commerce/operations/plan.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import { act } from './act.ts';
import { detailsOf, fingerprintOf, lineKeyOf, requireKind, sealedOf } from './ask.ts';
import type { Operations } from './context.ts';
import { gather } from './situation.ts';
import { settle } from './tills/settle.ts';

export async function edit(
  operations: Operations,
  person: Person,
  operationId: string,
  { revision, wish, reason }: OperationEdit,
): Promise<void> {
  requireKind(person, wish);
  const { shopId } = person;
  const zone = await operations.zone(shopId);
  await act(operations, person, operationId, async (tx, one, at) => {
    if (!own(one, person)) refuse({ code: 'forbidden', permission: 'operations.serve' });
    requireEditable(one);
    if (one.revision !== revision) refuse({ code: 'conflict', reason: 'operation-edited' });
    if (one.kind !== wish.kind)
      refuse({ code: 'invalid', problems: [{ field: 'wish.kind', problem: 'not-allowed' }] });
    const { situation } = await gather(
      tx,
      operations,
      person,
      one.orderId,
      wish,
      { reason: reason.code },
      { zone, editing: one },
    );
    const plan = planOf(wish, situation);
    if (plan.refusal) refuse(plan.refusal);
    const sealed = await sealedOf(tx, operations, shopId, one.orderId, wish);
    const lineKey = await lineKeyOf(tx, shopId, one.orderId, wish);
    const print = fingerprintOf(operations, shopId, one.orderId, wish, reason, plan, revision + 1);
    const state = plan.needs.length > 0 ? 'waiting' : standing(one.kind, plan.amountFen);
    const { amountFen, counts, needs, dueAt } = plan;
    tx.send(
      `update operations set state = $3, state_at = $4, revision = $5, amount_fen = $6, counts_fen = $7, needs = $8,
        due_at = $9, details = $10, sealed = $11, line_key = $12, fingerprint = $13, reason = $14, words = $15
      where shop_id = $1 and operation_id = $2`,
      [
        shopId,
        operationId,
        state,
        new Date(at),
        revision + 1,
        amountFen,
        counts.operation,
        needs,
        dueAt === null ? null : new Date(dueAt),
        JSON.stringify(detailsOf(wish, situation)),
        sealed,
        lineKey,
        print,
        reason.code,
        reason.words,
      ],
    );
    const now: Operation = { ...one, amountFen, reason: reason.code, fingerprint: print.toString('hex') };
    return { act: 'edited', state, now };
  });
  await settle(operations, shopId, operationId);
}
