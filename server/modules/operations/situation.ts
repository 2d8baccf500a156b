/** Gathers what an operation is judged by, as it stands now. */
import type { OperationWish } from '../../../core/commerce/operations/operation.ts';
import type { Operation } from '../../../core/commerce/operations/record.ts';
import type { Situation } from '../../../core/commerce/operations/situation.ts';
import { dateOf, momentOf } from '../../../core/team/working-hours.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Available } from '../commerce/index.ts';
import { availableOf, policyOf, readOrders } from '../commerce/index.ts';
import { askedToClose } from './asked-to-close.ts';
import type { Operations } from './context.ts';
import type { Ground } from './decision.ts';
import { decisionOn } from './decision.ts';
import { operationsOf } from './rows.ts';

export interface Gathered {
  situation: Situation;
  skus: Map<string, Available>;
}

interface Looking {
  /** Asked for before the transaction: within one that others wait for, nobody asks for a second connection. */
  zone: string;
  editing?: Operation;
  lock?: 'locked' | 'unlocked';
}

export async function gather(
  tx: Tx,
  { conversations }: Operations,
  person: Pick<Person, 'shopId' | 'agentId' | 'role'>,
  orderId: string,
  wish: OperationWish | null,
  ground: Ground,
  { zone, editing, lock = 'unlocked' }: Looking,
): Promise<Gathered> {
  const { shopId, agentId, role } = person;
  const { vault, now: clock } = conversations;
  const [order] = await readOrders(tx, vault, shopId, [orderId]);
  if (!order) refuse({ code: 'not-found', what: 'order' });
  const now = clock();
  const operations = (await operationsOf(tx, shopId, orderId)).filter(
    (one) => one.operationId !== editing?.operationId,
  );
  const [book] = await tx.query<{ refunded: number }>(
    'select refunded_fen as refunded from order_books where shop_id = $1 and order_id = $2',
    [shopId, orderId],
  );
  const skus = await availableOf(tx, shopId, order.source, wish ? wantedSkus(wish) : [], lock);
  const { policy } = await policyOf(tx, shopId);
  const situation: Situation = {
    order,
    operations,
    refundedFen: book?.refunded ?? 0,
    available: new Map([...skus].map(([code, { units }]) => [code, units])),
    asksToClose: wish?.kind === 'close' && (await askedToClose(tx, vault, shopId, orderId, wish.request)),
    policy,
    decision: null,
    actor: { agentId, role },
    todayFen: await givenToday(tx, shopId, agentId, dayOf(zone, now), editing?.operationId ?? null),
    now,
    zone,
  };
  const decision = wish && (await decisionOn(tx, vault, shopId, situation, wish, ground));
  return { situation: { ...situation, decision }, skus };
}

const wantedSkus = (wish: OperationWish): string[] =>
  wish.kind === 'exchange'
    ? wish.items.map((one) => one.toSkuCode)
    : wish.kind === 'size-change'
      ? [wish.toSkuCode]
      : [];

/** Since the shop's midnight. */
const dayOf = (zone: string, now: number): number => momentOf(zone, dateOf(zone, now), 0);

/** What somebody gave without anybody's approval, on all orders. */
async function givenToday(tx: Tx, shopId: string, agentId: string, since: number, except: string | null) {
  const [row] = await tx.query<{ fen: number }>(
    `select coalesce(sum(counts_fen), 0)::bigint as fen from operations
    where shop_id = $1 and requester_id = $2 and created_at >= $3 and state not in ('refused', 'undone')
      and needs = '{}' and operation_id is distinct from $4`,
    [shopId, agentId, new Date(since), except],
  );
  return row!.fen;
}
