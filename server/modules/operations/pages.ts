/** Lists of operations by keyset pages, each with the order beside it. */
import type { OperationRow, Page } from '../../../core/commerce/operation-api.ts';
import type { Operation } from '../../../core/commerce/operations/record.ts';
import { isOpenMoney } from '../../../core/commerce/operations/situation.ts';
import type { OrderView } from '../../../core/commerce/order-api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import { readOrders } from '../commerce/index.ts';
import { operationsOf, read } from './rows.ts';
import { viewsOf } from './view.ts';

export interface Listing {
  /** Of `o`; `$1` is the shop. */
  condition: string;
  values?: unknown[];
  by: 'due_at' | 'created_at' | 'state_at';
  direction: 'asc' | 'desc';
  after: string | null;
}

export const pageSize = 30;

export async function pageOf(
  tx: Tx,
  shopId: string,
  { condition, values = [], by, direction, after }: Listing,
): Promise<Page<Operation>> {
  const all: unknown[] = [shopId, ...values];
  const place = after === null ? null : placeOf(after);
  const beyond = place
    ? `and (coalesce(o.${by}, o.created_at), o.operation_id) ${direction === 'asc' ? '>' : '<'} ($${all.push(place.at)}, $${all.push(place.id)})`
    : '';
  const found = await read(
    tx,
    `o.shop_id = $1 and ${condition} ${beyond}
    order by coalesce(o.${by}, o.created_at) ${direction}, o.operation_id ${direction} limit ${pageSize + 1}`,
    all,
  );
  const rows = found.slice(0, pageSize);
  return { rows, next: found.length > pageSize ? cursorOf(rows.at(-1)!, by) : null };
}

/** `1732240000000_0190…`: the moment and the id of the last one that was read. */
function cursorOf(one: Operation, by: Listing['by']): string {
  const at = { due_at: one.dueAt, created_at: one.createdAt, state_at: one.stateAt }[by] ?? one.createdAt;
  return `${at}_${one.operationId}`;
}

export function placeOf(after: string): { at: Date; id: string } {
  const [, at, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(after) ?? [];
  if (!at || !id) refuse({ code: 'invalid', problems: [{ field: 'after', problem: 'malformed' }] });
  return { at: new Date(Number(at)), id };
}

/** In the order of the operations. */
export async function rowsOf(
  tx: Tx,
  vault: Vault,
  person: Person,
  shown: readonly Operation[],
  now: number,
): Promise<OperationRow[]> {
  const { shopId } = person;
  const ids = [...new Set(shown.map(({ orderId }) => orderId))];
  const orders = new Map((await readOrders(tx, vault, shopId, ids)).map((order) => [order.orderId, order]));
  const withParcels = new Set(shown.flatMap(({ kind, orderId }) => (kind === 'book-in' ? orderId : [])));
  const all = new Map<string, Operation[]>();
  for (const orderId of withParcels) all.set(orderId, await operationsOf(tx, shopId, orderId));
  const views = await viewsOf(tx, person, shown, ({ orderId }) => ({
    order: orders.get(orderId)!,
    operations: all.get(orderId) ?? [],
  }));
  return views.map((view, i) => ({
    ...view,
    order: briefly(orders.get(view.orderId)!),
    isOverdue: isOpenMoney(shown[i]!) && view.state !== 'waiting' && view.dueAt !== null && view.dueAt < now,
  }));
}

const briefly = ({ orderId, number, source, state, currency, paidFen, lines }: OrderView) => ({
  orderId,
  number,
  source,
  state,
  currency,
  paidFen,
  lines,
});
