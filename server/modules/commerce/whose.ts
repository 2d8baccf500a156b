/** Whether what stands in a draft is in somebody else's order: by keyed hash, and nothing of the order is told. */
import type { Sought } from '../../../core/standard/rules/redline.privacy.sought.ts';
import { isSamePlace } from '../../../core/standard/rules/redline.privacy.ts';
import { viewOf } from '../../../core/standard/text.ts';
import { readPhone } from '../../../core/commerce/reading/cell.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import { nameIndex, numberIndex, phoneIndex } from './blind.ts';
import { readPersonal } from './read-orders.ts';

export type Whose = 'own' | 'other' | 'nobody';

/** In the order of `sought`. `own`: the ids of this customer's orders. */
export async function whoseOrders(
  tx: Tx,
  vault: Vault,
  shopId: string,
  own: ReadonlySet<string>,
  sought: readonly Sought[],
): Promise<Whose[]> {
  const found: Whose[] = [];
  for (const one of sought)
    found.push(
      judged(
        one.kind === 'number'
          ? await ordersWith(tx, vault, shopId, one.values)
          : await ordersTo(tx, vault, shopId, one),
        own,
      ),
    );
  return found;
}

/** What stands in one of theirs is theirs, whoever else has it too: a shared phone, a parcel for two. */
function judged(orderIds: readonly string[], own: ReadonlySet<string>): Whose {
  if (orderIds.length === 0) return 'nobody';
  return orderIds.some((id) => own.has(id)) ? 'own' : 'other';
}

async function ordersWith(tx: Tx, vault: Vault, shopId: string, values: string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(withNumber, [
    shopId,
    values.map((value) => numberIndex(vault, shopId, value)),
    values.flatMap((value) => readPhone(value) ?? []).map((phone) => phoneIndex(vault, shopId, phone)),
    values,
  ]);
  return rows.map(({ id }) => id);
}

/** Orders to somebody of this name at this address; the addresses are opened here and go no further. */
async function ordersTo(
  tx: Tx,
  vault: Vault,
  shopId: string,
  { name, address }: Sought & { kind: 'receiver' },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select order_id as id from orders where shop_id = $1 and name_index = $2
    order by placed_at desc nulls last limit ${most}`,
    [shopId, nameIndex(vault, shopId, name)],
  );
  const there: string[] = [];
  for (const { id } of rows) {
    const personal = await readPersonal(tx, vault, shopId, id);
    if (personal?.address && isSamePlace(address, viewOf(personal.address).text)) there.push(id);
  }
  return there;
}

const most = 20;
const withNumber = `select order_id as id from orders where shop_id = $1 and number_index = any($2::bytea[])
  union (select order_id from orders where shop_id = $1 and phone_index = any($3::bytea[])
    order by placed_at desc nulls last limit 200)
  union select order_id from shipments where shop_id = $1 and tracking_no = any($4::text[])`;
