/** The chain of an order: a line for each step, in the transaction that takes it, behind the order's lock. */
import type { AuditLine, ChainedLine } from '../../../core/commerce/operations/chain.ts';
import { firstBroken, hashed, noHash } from '../../../core/commerce/operations/chain.ts';
import type { Operation } from '../../../core/commerce/operations/record.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';

type Step = Pick<AuditLine, 'act' | 'state' | 'byId'> & Partial<Pick<AuditLine, 'as' | 'reference'>>;
type Of = Pick<
  Operation,
  'operationId' | 'orderId' | 'kind' | 'amountFen' | 'currency' | 'reason' | 'fingerprint'
>;

/** Keyed with the server's own secret, so that whoever has only the database can't write a chain that holds. */
const hashOf = (vault: Vault, shopId: string) => (text: string) =>
  vault.blindIndex(shopId, 'audit', text).toString('hex');

/** @param steps in their order; the order's row is locked */
export async function writeDown(
  tx: Tx,
  vault: Vault,
  shopId: string,
  of: Of,
  steps: Step[],
  at: number,
): Promise<void> {
  const [book] = await tx.query<{ lines: number; hash: string }>(
    'select lines, hash from order_books where shop_id = $1 and order_id = $2',
    [shopId, of.orderId],
  );
  let number = book?.lines ?? 0;
  let previous = book?.hash ?? noHash;
  for (const step of steps) {
    number += 1;
    const { operationId, kind, amountFen, currency, reason, fingerprint } = of;
    const line: AuditLine = {
      number,
      operationId,
      kind,
      amountFen,
      currency,
      reason,
      fingerprint,
      as: null,
      reference: null,
      ...step,
      at,
    };
    const hash = hashOf(vault, shopId)(hashed(of.orderId, previous, line));
    tx.send(
      `insert into order_audit (shop_id, order_id, number, operation_id, kind, act, state, amount_fen, currency, reason, by_id,
        signer, fingerprint, reference, at, previous, hash)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        shopId,
        of.orderId,
        number,
        operationId,
        kind,
        line.act,
        line.state,
        amountFen,
        currency,
        reason,
        line.byId,
        line.as,
        fingerprint,
        line.reference,
        new Date(at),
        previous,
        hash,
      ],
    );
    previous = hash;
  }
  tx.send(
    `insert into order_books (shop_id, order_id, lines, hash) values ($1, $2, $3, $4)
    on conflict (shop_id, order_id) do update set lines = excluded.lines, hash = excluded.hash`,
    [shopId, of.orderId, number, previous],
  );
}

export async function chainOf(tx: Tx, vault: Vault, shopId: string, orderId: string) {
  const lines = await tx.query<ChainedLine>(
    `select number, operation_id as "operationId", kind, act, state, amount_fen as "amountFen", currency, reason,
      by_id as "byId", signer as "as", fingerprint, reference, at, previous, hash
    from order_audit where shop_id = $1 and order_id = $2 order by number`,
    [shopId, orderId],
  );
  const [head] = await tx.query<{ lines: number; hash: string }>(
    'select lines, hash from order_books where shop_id = $1 and order_id = $2',
    [shopId, orderId],
  );
  const broken = firstBroken(orderId, lines, head ?? { lines: 0, hash: noHash }, hashOf(vault, shopId));
  return { lines, broken };
}
