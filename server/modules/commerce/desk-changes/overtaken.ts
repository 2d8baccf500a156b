/** Where the source says something new of what the desk had changed: both, as the order shows such things. */
import type { Overtaken } from '../../../../core/commerce/operation-api.ts';
import type { OrderPersonal, OrderView } from '../../../../core/commerce/order-api.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { Vault } from '../../../platform/vault.ts';
import { buyersKey } from '../buyers-key.ts';
import { masked } from '../masked.ts';
import type { DeskChange, LineContent } from './changes.ts';
import { changesOf, openBoth } from './changes.ts';

export async function readOvertaken(
  tx: Tx,
  vault: Vault,
  shopId: string,
  { orderId, receiver, phone, address }: OrderView,
): Promise<Overtaken[]> {
  const changes = await overtakenOf(tx, shopId, orderId);
  const shown: Overtaken[] = [];
  for (const change of changes) {
    const { operationId, part } = change;
    if (change.part === 'receiver') {
      const theirs = masked(await receiverAtDesk(tx, vault, shopId, change));
      const desk = joined([theirs.receiver, theirs.phone, theirs.address]);
      shown.push({ operationId, part, desk, source: joined([receiver, phone, address]) });
    } else {
      const [now] = await tx.query<Said>(
        `select spec, sku_code as "skuCode", quantity from order_lines
        where shop_id = $1 and order_id = $2 and line_key = $3`,
        [shopId, orderId, change.lineKey],
      );
      const { made, apart } = change.line;
      const counted = apart !== undefined || now?.quantity !== made.quantity;
      const inWords = ({ spec, skuCode, quantity }: Said) =>
        [spec ?? skuCode, counted && `× ${quantity}`].filter(Boolean).join(' ');
      const desk = joined([made, ...(apart ? [apart.content] : [])].map(inWords));
      shown.push({ operationId, part, desk, source: joined(now ? [inWords(now)] : []) });
    }
  }
  return shown;
}

type Said = Pick<LineContent, 'spec' | 'skuCode' | 'quantity'>;

/** Of which nobody has been told where they were made, the longest known first. */
export const untoldChanges = (tx: Tx, shopId: string): Promise<{ operationId: string }[]> =>
  tx.query(
    `select operation_id as "operationId" from desk_changes where shop_id = $1 and state = 'overtaken' and told_at is null
    order by overtaken_at limit 50`,
    [shopId],
  );

/** Behind the order's lock; false: it was told, or holds again. */
export async function tellOnce(tx: Tx, shopId: string, operationId: string, at: number): Promise<boolean> {
  const found = await tx.query(
    `update desk_changes set told_at = $3 where shop_id = $1 and operation_id = $2 and state = 'overtaken' and told_at is null
    returning 1`,
    [shopId, operationId, new Date(at)],
  );
  return found.length > 0;
}

/** Whole, for who may see the order's own; null: the order says what the desk said last. */
export async function receiverBefore(
  tx: Tx,
  vault: Vault,
  shopId: string,
  orderId: string,
): Promise<OrderPersonal['atDesk']> {
  const change = (await overtakenOf(tx, shopId, orderId)).find(({ part }) => part === 'receiver');
  if (change?.part !== 'receiver') return null;
  const { receiver = null, phone = null, address = null } = await receiverAtDesk(tx, vault, shopId, change);
  return { receiver, phone, address };
}

const overtakenOf = async (tx: Tx, shopId: string, orderId: string): Promise<DeskChange[]> =>
  (await changesOf(tx, shopId, [orderId])).filter(({ state }) => state === 'overtaken');

async function receiverAtDesk(
  tx: Tx,
  vault: Vault,
  shopId: string,
  { orderId, sealed }: DeskChange & { part: 'receiver' },
) {
  const key = await buyersKey(tx, vault, shopId, orderId);
  return openBoth(vault, key, sealed)?.made ?? {};
}

const joined = (parts: (string | null)[]): string => parts.filter(Boolean).join(' · ') || '–';
