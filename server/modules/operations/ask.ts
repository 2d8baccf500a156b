/** Asks for an operation: judged behind the order's lock, written once for its key, told in its conversation. */
import { v7 as uuid } from 'uuid';
import type { OperationRequest } from '../../../core/commerce/operation-api.ts';
import { permissionFor } from '../../../core/commerce/operations/may.ts';
import { standing } from '../../../core/commerce/operations/moves.ts';
import type { OperationDetails, OperationWish } from '../../../core/commerce/operations/operation.ts';
import type { Plan } from '../../../core/commerce/operations/plan.ts';
import { planOf } from '../../../core/commerce/operations/plan.ts';
import { announced } from '../../../core/commerce/operations/situation.ts';
import type { Situation } from '../../../core/commerce/operations/situation.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import { may } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { buyersKey } from '../commerce/index.ts';
import { isBeside } from '../conversations/index.ts';
import { writeDown } from './audit.ts';
import { canonical } from './canonical.ts';
import type { Carried } from './carry.ts';
import { carry, lockOrder } from './carry.ts';
import type { Operations } from './context.ts';
import { reserve, takeEffect } from './effects.ts';
import { meetReturns } from './meet-returns.ts';
import { requirePhotos, takePhotos } from './photos.ts';
import { placeOfParcel } from './place-of-parcel.ts';
import { insertOperation } from './rows.ts';
import type { Secret } from './secrets.ts';
import { seal } from './secrets.ts';
import { gather } from './situation.ts';
import { settle } from './tills/settle.ts';
import { toldWhere } from './told-where.ts';

/** Takes a parcel that was booked in before its order was known: with it, in its transaction. */
export type Taking = (tx: Tx, operationId: string) => Promise<void>;

/** Its id. */
export async function ask(
  operations: Operations,
  person: Person,
  orderId: string,
  request: OperationRequest,
  taking: Taking | null = null,
): Promise<string> {
  requireKind(person, request.wish);
  const { shopId } = person;
  const zone = await operations.zone(shopId);
  const told = await toldWhere(operations, person, orderId, request);
  const operationId = await carry(operations, { shopId, ...told }, (tx) =>
    write(tx, operations, person, orderId, { request, toldIn: told.conversationId, taking }, zone),
  );
  await settle(operations, shopId, operationId);
  return operationId;
}

export function requireKind(person: Person, { kind }: OperationWish): void {
  const permission = permissionFor(kind);
  if (!may(person, permission)) refuse({ code: 'forbidden', permission });
}

interface Asked {
  request: OperationRequest;
  /** Where it is told, and told of again when it goes on. */
  toldIn: string | null;
  taking: Taking | null;
}

async function write(
  tx: Tx,
  operations: Operations,
  person: Person,
  orderId: string,
  { request, toldIn, taking }: Asked,
  zone: string,
): Promise<Carried<string>> {
  const { shopId, agentId } = person;
  const { vault, now } = operations.conversations;
  const { key, wish, reason, conversationId, condition } = request;
  await lockOrder(tx, shopId, orderId);
  const requestIndex = vault.blindIndex(
    shopId,
    'operation request',
    canonical({ orderId, wish, reason, conversationId, condition, agentId }),
  );
  const before = await sameKey(tx, shopId, key);
  if (before) {
    if (!before.requestIndex.equals(requestIndex)) refuse({ code: 'conflict', reason: 'key-reused' });
    return { result: before.operationId, told: null, byId: null };
  }
  if (conversationId !== null && !(await isBeside(tx, vault, shopId, conversationId, orderId)))
    refuse({ code: 'conflict', reason: 'not-beside' });
  const ground = { reason: reason.code, condition };
  const { situation, skus } = await gather(tx, operations, person, orderId, wish, ground, {
    zone,
    lock: 'locked',
  });
  const plan = planOf(wish, situation);
  if (plan.refusal) refuse(plan.refusal);
  const sealed = await sealedOf(tx, operations, shopId, orderId, wish);
  if (wish.kind === 'book-in') {
    const place = await placeOfParcel(tx, shopId, wish.trackingNo);
    if (place === 'booked') refuse({ code: 'conflict', reason: 'parcel-known' });
    if (place === 'waiting' && !taking) refuse({ code: 'conflict', reason: 'parcel-stray' });
    if (!taking) await requirePhotos(tx, person, orderId, wish);
  }
  const lineKey = await lineKeyOf(tx, shopId, orderId, wish);

  const at = now();
  const one = { ...recorded(uuid(), person, orderId, request, plan, situation, at), conversationId: toldIn };
  const print = fingerprintOf(operations, shopId, orderId, wish, reason, plan, 1);
  const fingerprint = print.toString('hex');
  insertOperation(tx, shopId, {
    ...one,
    key,
    requestIndex,
    words: reason.words,
    sealed,
    fingerprint: print,
    lineKey,
  });
  reserve(tx, shopId, one, plan.takes, skus, at);
  if (one.state !== 'waiting') await takeEffect(tx, vault, shopId, { ...one, lineKey }, at);
  await writeDown(
    tx,
    vault,
    shopId,
    { ...one, fingerprint },
    [{ act: 'asked', state: one.state, byId: agentId }],
    at,
  );
  if (wish.kind === 'book-in') {
    if (taking) await taking(tx, one.operationId);
    else takePhotos(tx, shopId, wish);
    if (plan.comparison!.matches) await meetReturns(tx, operations, person, situation, one, at);
  }
  return { result: one.operationId, told: one, byId: agentId };
}

async function sameKey(tx: Tx, shopId: string, key: string) {
  const [row] = await tx.query<{ operationId: string; requestIndex: Buffer }>(
    'select operation_id as "operationId", request_index as "requestIndex" from operations where shop_id = $1 and key = $2',
    [shopId, key],
  );
  return row;
}

function recorded(
  operationId: string,
  { agentId, role }: Person,
  orderId: string,
  { wish, reason }: OperationRequest,
  { amountFen, counts, needs, dueAt }: Plan,
  situation: Situation,
  at: number,
) {
  return {
    operationId,
    orderId,
    kind: wish.kind,
    state: needs.length > 0 ? ('waiting' as const) : standing(wish.kind, amountFen),
    requesterId: agentId,
    requesterRole: role,
    reason: reason.code,
    details: detailsOf(wish, situation),
    amountFen,
    currency: situation.order.currency,
    countsFen: counts.operation,
    needs,
    trackingNo: 'trackingNo' in wish ? wish.trackingNo : null,
    dueAt,
    at,
  };
}

/** Without what is personal, and without the sum, which stands beside it. */
export function detailsOf(wish: OperationWish, situation: Situation): OperationDetails {
  switch (wish.kind) {
    case 'address-change':
      return {};
    case 'payout':
      return { items: wish.items };
    case 'size-change': {
      const { skuCode = null, spec = null, quantity } = situation.order.lines[wish.line] ?? {};
      const { quantity: units, ...whole } = wish;
      // All of its units are the line itself.
      const part = units !== undefined && units !== quantity ? { quantity: units } : {};
      return { ...openly({ ...whole, ...part }), from: { skuCode, spec } } as OperationDetails;
    }
    case 'book-in':
      return { ...openly(wish), returned: announced(situation) } as OperationDetails;
    default:
      return openly(wish) as OperationDetails;
  }
}

const openly = (wish: OperationWish): object =>
  Object.fromEntries(
    Object.entries(wish).filter(([name]) => !['kind', 'amountFen', 'currency'].includes(name)),
  );

/** null: there is nothing personal in it. */
export async function sealedOf(
  tx: Tx,
  { conversations: { vault } }: Operations,
  shopId: string,
  orderId: string,
  wish: OperationWish,
): Promise<Buffer | null> {
  const secret = secretOf(wish);
  if (!secret) return null;
  const key = await buyersKey(tx, vault, shopId, orderId);
  return seal(vault, key ?? refuse({ code: 'conflict', reason: 'customer-erased' }), secret);
}

const secretOf = (wish: OperationWish): Secret | null => {
  if (wish.kind === 'payout') return { payee: wish.payee };
  if (wish.kind !== 'address-change') return null;
  const { address, receiver, phone } = wish;
  return { address, receiver, phone };
};

/** Exactly what is asked for, with what counts of it and who must agree: what a signature binds itself to. */
export const fingerprintOf = (
  { conversations }: Operations,
  shopId: string,
  orderId: string,
  wish: OperationWish,
  reason: OperationRequest['reason'],
  { amountFen, counts, needs }: Plan,
  revision: number,
): Buffer =>
  conversations.vault.blindIndex(
    shopId,
    'operation',
    canonical({ orderId, wish, reason, amountFen, counts: counts.operation, needs, revision }),
  );

/** As the order shows its lines: by their keys. */
export async function lineKeyOf(
  tx: Tx,
  shopId: string,
  orderId: string,
  wish: OperationWish,
): Promise<string | null> {
  if (!('line' in wish) || wish.line === null) return null;
  const [row] = await tx.query<{ key: string }>(
    'select line_key as key from order_lines where shop_id = $1 and order_id = $2 order by line_key offset $3 limit 1',
    [shopId, orderId, wish.line],
  );
  return row?.key ?? null;
}
