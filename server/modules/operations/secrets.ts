/** What of an operation is personal: sealed with the key of whoever bought, so that erasing them erases it. */
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import type { Receiver } from '../commerce/index.ts';
import { buyersKey } from '../commerce/index.ts';

export interface Secret {
  payee?: string;
  address?: string;
  receiver?: string | null;
  phone?: string | null;
  /** address-change, of the time before changes were held against their source: what the order said before. */
  former?: Receiver;
}

export const seal = (vault: Vault, key: Buffer, secret: Secret): Buffer =>
  vault.seal(Buffer.from(JSON.stringify(secret)), key);

export async function openSecret(
  tx: Tx,
  vault: Vault,
  shopId: string,
  operationId: string,
): Promise<Secret | null> {
  const [row] = await tx.query<{ sealed: Buffer | null; order_id: string }>(
    'select sealed, order_id from operations where shop_id = $1 and operation_id = $2',
    [shopId, operationId],
  );
  const key = row?.sealed && (await buyersKey(tx, vault, shopId, row.order_id));
  return key ? (JSON.parse(vault.open(row.sealed!, key).toString('utf8')) as Secret) : null;
}
