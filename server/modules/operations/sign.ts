/** Agreeing and refusing: never one's own request, never what one did not see. */
import { standing, requireSignable } from '../../../core/commerce/operations/moves.ts';
import type { OperationState, Signer } from '../../../core/commerce/operations/operation.ts';
import type { Operation } from '../../../core/commerce/operations/record.ts';
import { isSigner, signsAs, unsigned } from '../../../core/commerce/operations/signing.ts';
import type { Signature } from '../../../core/commerce/operation-api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import { act } from './act.ts';
import type { Operations } from './context.ts';
import { release, takeEffect } from './effects.ts';
import { moveTo } from './rows.ts';
import { settle } from './tills/settle.ts';

export async function sign(
  operations: Operations,
  person: Person,
  operationId: string,
  decision: 'approved' | 'refused',
  { fingerprint, words }: Signature,
): Promise<void> {
  const { shopId } = person;
  const { vault } = operations.conversations;
  await act(operations, person, operationId, async (tx, one, at) => {
    const signer = signerOf(one, person, fingerprint);
    const state = after(one, signer, decision);
    tx.send(
      `insert into operation_signatures (shop_id, operation_id, revision, agent_id, signer, decision, words, fingerprint, at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        shopId,
        operationId,
        one.revision,
        person.agentId,
        signer,
        decision,
        words,
        Buffer.from(fingerprint, 'hex'),
        new Date(at),
      ],
    );
    if (state !== 'waiting') moveTo(tx, shopId, one, state, at);
    if (state === 'refused') release(tx, shopId, one, at);
    else if (state !== 'waiting') await takeEffect(tx, vault, shopId, one, at);
    return { act: decision, state, as: signer };
  });
  await settle(operations, shopId, operationId);
}

function signerOf(one: Operation, person: Person, fingerprint: string): Signer {
  requireSignable(one);
  const signer = signsAs(one, person);
  if (!isSigner(signer)) refuse({ code: 'conflict', reason: signer });
  if (fingerprint !== one.fingerprint) refuse({ code: 'conflict', reason: 'operation-edited' });
  return signer;
}

function after(one: Operation, signer: Signer, decision: 'approved' | 'refused'): OperationState {
  if (decision === 'refused') return 'refused';
  const left = unsigned(one).filter((wanted) => wanted !== signer);
  return left.length > 0 ? 'waiting' : standing(one.kind, one.amountFen);
}
