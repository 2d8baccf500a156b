/** Which till pays for a shop, and the secret that its own payment system signs with. */
import { randomBytes } from 'node:crypto';
import type { TillName, TillSettings } from '../../../../core/commerce/operation-api.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { Vault } from '../../../platform/vault.ts';

interface Row {
  till: TillName;
  secret: Buffer | null;
}

const read = async (tx: Tx, shopId: string): Promise<Row> => {
  const [row] = await tx.query<Row>('select till, secret_sealed as secret from tills where shop_id = $1', [
    shopId,
  ]);
  return row ?? { till: 'by-hand', secret: null };
};

/** By hand where nothing was set: somebody pays on the platform, and writes down under which reference. */
export const tillOf = async (tx: Tx, shopId: string): Promise<TillName> => (await read(tx, shopId)).till;

export async function readTill(tx: Tx, shopId: string): Promise<TillSettings> {
  const { till, secret } = await read(tx, shopId);
  return { till, hasSecret: secret !== null };
}

export function setTill(tx: Tx, shopId: string, till: TillName): void {
  tx.send(
    'insert into tills (shop_id, till) values ($1, $2) on conflict (shop_id) do update set till = excluded.till',
    [shopId, till],
  );
}

/** Shown once; the one before signs nothing any more. */
export function newSecret(tx: Tx, vault: Vault, shopId: string): string {
  const secret = randomBytes(32).toString('base64url');
  tx.send(
    `insert into tills (shop_id, till, secret_sealed) values ($1, 'by-hand', $2)
    on conflict (shop_id) do update set secret_sealed = excluded.secret_sealed`,
    [shopId, vault.seal(Buffer.from(secret))],
  );
  return secret;
}

export async function secretOf(tx: Tx, vault: Vault, shopId: string): Promise<Buffer | null> {
  const { secret } = await read(tx, shopId);
  return secret && vault.open(secret);
}
