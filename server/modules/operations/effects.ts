/** What standing and falling of an operation does to the order and the shelf, in its own transaction. */
import { takesStock } from '../../../core/commerce/operations/operation.ts';
import type { Operation } from '../../../core/commerce/operations/record.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import type { Available } from '../commerce/index.ts';
import {
  buyersKey,
  changeBy,
  changeLine,
  holdReceiver,
  letGoOfLine,
  letGoOfReceiver,
  restoreReceiver,
} from '../commerce/index.ts';
import { openSecret } from './secrets.ts';

type Of = Pick<Operation, 'operationId' | 'orderId' | 'kind' | 'details' | 'lineKey'>;

/** From the moment it is asked for; the SKUs' rows are locked, and what is there was looked at behind the lock. */
export function reserve(
  tx: Tx,
  shopId: string,
  { operationId }: Pick<Of, 'operationId'>,
  takes: readonly { skuCode: string; quantity: number }[],
  skus: ReadonlyMap<string, Available>,
  at: number,
): void {
  const units = new Map<string, number>();
  for (const { skuCode, quantity } of takes) {
    const { skuId } = skus.get(skuCode)!;
    units.set(skuId, (units.get(skuId) ?? 0) + quantity);
  }
  for (const [skuId, quantity] of units)
    tx.send(
      `insert into reservations (shop_id, operation_id, sku_id, quantity, state, at) values ($1, $2, $3, $4, 'held', $5)`,
      [shopId, operationId, skuId, quantity, new Date(at)],
    );
}

export function release(
  tx: Tx,
  shopId: string,
  { operationId, kind }: Pick<Of, 'operationId' | 'kind'>,
  at: number,
): void {
  settleStock(tx, shopId, { operationId, kind }, 'released', at);
}

/** `sent`: it has left, and stays off what is available until somebody counts again. */
export function settleStock(
  tx: Tx,
  shopId: string,
  { operationId, kind }: Pick<Of, 'operationId' | 'kind'>,
  state: 'released' | 'sent',
  at: number,
): void {
  if (!takesStock(kind)) return;
  tx.send(
    `update reservations set state = $3, at = $4 where shop_id = $1 and operation_id = $2 and state = 'held'`,
    [shopId, operationId, state, new Date(at)],
  );
}

/** Nobody has to agree any more. */
export async function takeEffect(tx: Tx, vault: Vault, shopId: string, one: Of, at: number): Promise<void> {
  if (one.kind === 'address-change') await changeAddress(tx, vault, shopId, one, at);
  if (one.kind === 'size-change' && one.lineKey !== null) {
    const { toSkuCode, quantity = null } = one.details as { toSkuCode: string; quantity?: number };
    await changeLine(tx, shopId, { ...one, lineKey: one.lineKey }, { toSkuCode, units: quantity }, at);
  }
  if (one.kind === 'close')
    tx.send(
      `update orders set state = 'closed', closed_at = $3, updated_at = $3 where shop_id = $1 and order_id = $2`,
      [shopId, one.orderId, new Date(at)],
    );
}

/** As if it had never stood. */
export async function takeBack(
  tx: Tx,
  vault: Vault,
  shopId: string,
  one: Operation,
  at: number,
): Promise<void> {
  release(tx, shopId, one, at);
  if (one.state === 'waiting') return;
  const change = await changeBy(tx, shopId, one.operationId);
  if (change?.part === 'line') letGoOfLine(tx, shopId, change, at);
  else if (change)
    await letGoOfReceiver(tx, vault, shopId, change, await buyersKey(tx, vault, shopId, one.orderId));
  else if (one.kind === 'address-change') {
    // Of the time before changes were held against their source.
    const secret = await openSecret(tx, vault, shopId, one.operationId);
    if (secret?.former) await restoreReceiver(tx, vault, shopId, one.orderId, secret.former);
  }
  if (one.kind === 'close')
    tx.send(
      `update orders set state = case when paid_at is not null or coalesce(paid_fen, 0) > 0 then 'paid' else 'unpaid' end,
        closed_at = null, updated_at = $3
      where shop_id = $1 and order_id = $2`,
      [shopId, one.orderId, new Date(at)],
    );
}

async function changeAddress(tx: Tx, vault: Vault, shopId: string, one: Of, at: number) {
  const key = await buyersKey(tx, vault, shopId, one.orderId);
  const secret = key && (await openSecret(tx, vault, shopId, one.operationId));
  if (!key || !secret) refuse({ code: 'conflict', reason: 'customer-erased' });
  const { address = null, receiver = null, phone = null } = secret;
  const wanted = { address, receiver, phone };
  if (!(await holdReceiver(tx, vault, shopId, one, wanted, key, at)))
    refuse({ code: 'conflict', reason: 'customer-erased' });
}
