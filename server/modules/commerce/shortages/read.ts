/** Shortages as the desk shows them: with what the shop's policy lets one offer, and what is there instead. */
import type { ShortageView } from '../../../../core/commerce/buying-api.ts';
import type { Operation } from '../../../../core/commerce/operations/record.ts';
import { claimOfOrder } from '../../../../core/commerce/policy/claim-of-order.ts';
import { decide } from '../../../../core/commerce/policy/decide.ts';
import type { OrderFacts } from '../../../../core/commerce/policy/order-facts.ts';
import { productOf } from '../../../../core/commerce/policy/order-facts.ts';
import type { Policy } from '../../../../core/commerce/policy/policy.ts';
import { claimForUnits } from '../../../../core/commerce/shortage/claim-for-units.ts';
import { meets } from '../../../../core/commerce/shortage/meets.ts';
import type { Person } from '../../../../core/team/roles.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { Vault } from '../../../platform/vault.ts';
import { readOrderFacts } from '../policies/read-order-facts.ts';
import { policyOf } from '../policies/versions.ts';

export type BareShortage = Omit<ShortageView, 'conversationId'>;

export interface Reading {
  person: Person;
  zone: string;
  now: number;
}

const most = 200;

/** Of these orders, or those of the whole shop; the open ones first, the oldest of them first. */
export async function readShortages(
  tx: Tx,
  vault: Vault,
  shopId: string,
  orderIds: string[] | null,
  reading: Reading,
): Promise<BareShortage[]> {
  const rows = await tx.query<ShortageRow>(statement, [shopId, orderIds]);
  const wanted = [...new Set(rows.map(({ orderId }) => orderId))];
  const [facts, { policy }, operations] = await Promise.all([
    readOrderFacts(tx, vault, shopId, wanted),
    policyOf(tx, shopId),
    tx.query<UnderWay>(underWay, [shopId, wanted]),
  ]);
  const byOrder = new Map(facts.map((one) => [one.order.orderId, one]));
  return rows.flatMap((row) => {
    const order = byOrder.get(row.orderId);
    if (!order?.order.lines[row.line]) return [];
    const operation = operations.find(
      (one) => one.orderId === row.orderId && meets({ ...row, choice: row.answer?.choice ?? null }, one),
    );
    const view = viewOf(row, order, policy, reading);
    return operation
      ? { ...view, ...whatWasShort(operation, order.order, view), operation: briefly(operation) }
      : { ...view, operation: null };
  });
}

type UnderWay = Pick<Operation, 'operationId' | 'orderId' | 'kind' | 'state' | 'details'>;

/** A line that was swapped says what it was swapped for; one of which some units were, counts without them. */
function whatWasShort(
  { operationId, details }: UnderWay,
  { lines }: OrderFacts['order'],
  { quantity }: Pick<BareShortage, 'quantity'>,
): Partial<BareShortage> {
  const { from = {} } = details as { from?: { skuCode: string | null; spec: string | null } };
  const apart = lines.find(({ swappedBy }) => swappedBy === operationId);
  return { ...from, quantity: quantity + (apart?.quantity ?? 0) };
}

const briefly = ({ operationId, kind, state }: UnderWay) => ({ operationId, kind, state });

interface ShortageRow extends Pick<
  ShortageView,
  'shortageId' | 'orderId' | 'line' | 'units' | 'by' | 'state' | 'markedAt' | 'markedByName' | 'answer'
> {}

function viewOf(
  row: ShortageRow,
  facts: OrderFacts,
  policy: Policy,
  { person, zone, now }: Reading,
): Omit<BareShortage, 'operation'> {
  const { order } = facts;
  const line = order.lines[row.line]!;
  const swaps = (productOf(facts, row.line)?.skus ?? []).flatMap(({ code, size, spec, stock }) =>
    code !== line.skuCode && stock ? { code, spec: size ?? spec ?? code, stock } : [],
  );
  const claim = claimOfOrder(
    facts,
    {
      line: row.line,
      wish: swaps.length > 0 ? 'exchange' : 'refund',
      reason: 'oversell',
      now,
      askedAt: null,
      zone,
      actor: person.role,
    },
    {},
    policy,
  );
  return {
    ...row,
    number: order.number,
    title: line.title ?? line.skuCode ?? '–',
    spec: line.spec,
    skuCode: line.skuCode,
    quantity: line.quantity,
    currency: order.currency,
    decision: decide(claimForUnits(claim, row.units), policy),
    swaps,
    paidAt: order.paidAt ?? order.placedAt,
  };
}

const statement = `select s.shortage_id as "shortageId", s.order_id as "orderId",
    (select count(*)::int from order_lines l where l.shop_id = s.shop_id and l.order_id = s.order_id
      and l.line_key < s.line_key) as line,
    s.units, s.found_by as by, s.state, s.marked_at as "markedAt",
    (select a.name from agents a where a.shop_id = $1 and a.agent_id = s.marked_by) as "markedByName",
    case when s.choice is not null then json_build_object('choice', s.choice, 'conversationId', s.conversation_id,
      'messageSeq', s.message_seq, 'at', (extract(epoch from s.answered_at) * 1000)::bigint,
      'byName', (select a.name from agents a where a.shop_id = $1 and a.agent_id = s.answered_by)) end as answer
  from shortages s where s.shop_id = $1 and s.state in ('open', 'answered')
    and ($2::uuid[] is null or s.order_id = any($2::uuid[]))
  order by s.state desc, s.marked_at, s.shortage_id limit ${most}`;

const underWay = `select operation_id as "operationId", order_id as "orderId", kind, state, details from operations
  where shop_id = $1 and order_id = any($2::uuid[]) and kind in ('size-change', 'refund', 'payout', 'close')
    and state in ('waiting', 'ready', 'paying', 'unknown')
  order by created_at desc, operation_id`;
