/** One step of an operation that is there already: behind the order's lock, in the chain, told where it was begun. */
import type { AuditLine } from '../../../core/commerce/operations/chain.ts';
import type { OperationState } from '../../../core/commerce/operations/operation.ts';
import type { Operation } from '../../../core/commerce/operations/record.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import { writeDown } from './audit.ts';
import { carry, lockOrder } from './carry.ts';
import type { Operations } from './context.ts';
import { mustFind } from './find.ts';

/** What is decided: refuses before it writes. null: it has happened before, and nothing is written. */
export type Step = (
  tx: Tx,
  one: Operation,
  at: number,
) => Promise<({ state: OperationState; now?: Operation } & StepLine) | null>;
type StepLine = Pick<AuditLine, 'act'> & Partial<Pick<AuditLine, 'as' | 'reference'>>;

export async function act(
  operations: Operations,
  { shopId, agentId }: { shopId: string; agentId: string | null },
  operationId: string,
  step: Step,
): Promise<void> {
  const { pool, vault, now } = operations.conversations;
  const { orderId, conversationId } = await inShop(pool, shopId, (tx) => mustFind(tx, shopId, operationId));
  await carry(operations, { shopId, conversationId, reacher: null }, async (tx) => {
    await lockOrder(tx, shopId, orderId);
    const one = await mustFind(tx, shopId, operationId);
    const at = now();
    const done = await step(tx, one, at);
    if (!done) return { result: null, told: null, byId: null };
    const { now: changed = one, ...line } = done;
    const after = { ...changed, state: line.state };
    await writeDown(tx, vault, shopId, after, [{ ...line, byId: agentId }], at);
    return { result: null, told: after, byId: agentId };
  });
}
