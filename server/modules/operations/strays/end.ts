/** A stray parcel finds its order, and is booked in for it as any other; or it is given up. */
import type { OperationRequest } from '../../../../core/commerce/operation-api.ts';
import type { ArrivedItem } from '../../../../core/commerce/operations/operation.ts';
import type { StrayState } from '../../../../core/commerce/stray-api.ts';
import { refuse } from '../../../../core/refusal.ts';
import type { Person } from '../../../../core/team/roles.ts';
import { inShop } from '../../../platform/database/pool.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { ask } from '../ask.ts';
import type { Operations } from '../context.ts';

interface Stray {
  state: StrayState;
  trackingNo: string;
  carrier: string | null;
  items: ArrivedItem[];
  photos: string[];
  orderId: string | null;
  operationId: string | null;
}

/** The id of its booking: in one transaction with the parcel's end, so that it is booked in once and never lost. */
export async function tieStray(
  operations: Operations,
  person: Person,
  parcelId: string,
  { orderId, words }: { orderId: string; words: string },
): Promise<string> {
  const { shopId } = person;
  const { pool, now } = operations.conversations;
  const stray = await inShop(pool, shopId, (tx) => find(tx, shopId, parcelId));
  // Said twice, or by two: where they mean the same order, both have what they wanted.
  if (stray.state === 'tied' && stray.orderId === orderId) return stray.operationId!;
  requireWaiting(stray);
  const { trackingNo, carrier, items, photos } = stray;
  const request: OperationRequest = {
    // Undone, it waits again, and may be tied again.
    key: `stray-${parcelId}-${await tiesBefore(operations, shopId, parcelId)}`,
    wish: { kind: 'book-in', trackingNo, carrier, items, photos },
    reason: { code: 'other', words },
    conversationId: null,
  };
  return ask(operations, person, orderId, request, async (tx, operationId) => {
    requireWaiting(await find(tx, shopId, parcelId, 'for update'));
    tx.send(
      'update attachments set conversation_id = $3 where shop_id = $1 and attachment_id = any($2::uuid[])',
      [shopId, photos, orderId],
    );
    tx.send(
      `update stray_parcels set state = 'tied', order_id = $3, operation_id = $4, ended_by = $5, ended_at = $6,
        sender_sealed = null
      where shop_id = $1 and parcel_id = $2`,
      [shopId, parcelId, orderId, operationId, person.agentId, new Date(now())],
    );
  });
}

export function giveUpStray(
  { conversations }: Operations,
  { shopId, agentId }: Person,
  parcelId: string,
  words: string,
): Promise<void> {
  const { pool, now } = conversations;
  return inShop(pool, shopId, async (tx) => {
    requireWaiting(await find(tx, shopId, parcelId, 'for update'));
    tx.send(
      `update stray_parcels set state = 'given-up', ended_by = $3, ended_at = $4, ended_words = $5, sender_sealed = null
      where shop_id = $1 and parcel_id = $2`,
      [shopId, parcelId, agentId, new Date(now()), words],
    );
  });
}

/** The booking that tied it was undone: nobody knows its order again. Its photos stay where they are seen. */
export function waitAgain(tx: Tx, shopId: string, operationId: string): void {
  tx.send(
    `update stray_parcels set state = 'waiting', order_id = null, operation_id = null, ended_by = null, ended_at = null
    where shop_id = $1 and operation_id = $2`,
    [shopId, operationId],
  );
}

async function find(tx: Tx, shopId: string, parcelId: string, lock: '' | 'for update' = ''): Promise<Stray> {
  const [row] = await tx.query<Stray>(
    `select state, tracking_no as "trackingNo", carrier, items, photos, order_id as "orderId",
      operation_id as "operationId"
    from stray_parcels where shop_id = $1 and parcel_id = $2 ${lock}`,
    [shopId, parcelId],
  );
  return row ?? refuse({ code: 'not-found', what: 'parcel' });
}

function requireWaiting({ state }: Stray): void {
  if (state !== 'waiting') refuse({ code: 'conflict', reason: 'parcel-over' });
}

/** How often it was tied before, and came back. */
async function tiesBefore({ conversations }: Operations, shopId: string, parcelId: string): Promise<number> {
  const [row] = await inShop(conversations.pool, shopId, (tx) =>
    tx.query<{ count: number }>(
      `select count(*)::int as count from operations where shop_id = $1 and key like $2 and state = 'undone'`,
      [shopId, `stray-${parcelId}-%`],
    ),
  );
  return row!.count;
}
