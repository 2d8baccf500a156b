/** Operations as the desk shows them: masked, with who did what, and what the reader may do now. */
import type { OperationView, PersonName, TillName } from '../../../core/commerce/operation-api.ts';
import { comparisonOf } from '../../../core/commerce/operations/arrived.ts';
import { mayDo } from '../../../core/commerce/operations/may.ts';
import { movesMoney } from '../../../core/commerce/operations/operation.ts';
import type { Operation } from '../../../core/commerce/operations/record.ts';
import type { OrderView, ProductView } from '../../../core/commerce/order-api.ts';
import { parcelSentence } from '../../../core/words/parcel-sentence.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import { readOrders, readProducts } from '../commerce/index.ts';
import type { Operations } from './context.ts';
import { mustFind } from './find.ts';
import { operationsOf } from './rows.ts';
import { tillOf } from './tills/of-shop.ts';

export interface Beside {
  order: OrderView;
  /** All of the order. */
  operations: readonly Operation[];
}

export async function readOperation(
  { conversations }: Operations,
  person: Person,
  operationId: string,
): Promise<OperationView> {
  const { shopId } = person;
  return inShop(conversations.pool, shopId, async (tx) => {
    const one = await mustFind(tx, shopId, operationId);
    const [order] = await readOrders(tx, conversations.vault, shopId, [one.orderId]);
    const operations = await operationsOf(tx, shopId, one.orderId);
    const views = await viewsOf(tx, person, [one], () => ({ order: order!, operations }));
    return views[0] ?? refuse({ code: 'not-found', what: 'operation' });
  });
}

/** @param besideOf the order that each stands beside, with all that was done to it */
export async function viewsOf(
  tx: Tx,
  person: Person,
  shown: readonly Operation[],
  besideOf: (one: Operation) => Beside,
): Promise<OperationView[]> {
  const { shopId } = person;
  const nameOf = await namesOf(tx, shopId, shown);
  const parcels = shown.filter(({ kind }) => kind === 'book-in').map(besideOf);
  const goods = await readProducts(
    tx,
    shopId,
    parcels.flatMap(({ order }) => order.lines.flatMap(({ productId }) => productId ?? [])),
  );
  const till = await tillOf(tx, shopId);
  return shown.map((one) => viewOf(one, person, besideOf(one), goods, nameOf, till));
}

function viewOf(
  one: Operation,
  person: Person,
  { order, operations }: Beside,
  goods: readonly ProductView[],
  nameOf: (agentId: string) => PersonName,
  till: TillName,
): OperationView {
  const comparison = one.kind === 'book-in' ? comparisonOf(one, { order, operations }) : null;
  const { operationId, orderId, kind, state, details, amountFen, currency, countsFen, needs } = one;
  const { fingerprint, revision, conversationId, createdAt, dueAt, stateAt, trackingNo, reference } = one;
  return {
    operationId,
    orderId,
    kind,
    state,
    reason: { code: one.reason, words: one.words },
    details,
    amountFen,
    currency,
    countsFen,
    needs,
    signatures: one.signatures.map(({ agentId, signer, decision, words, at, revision: signed }) => ({
      by: nameOf(agentId),
      as: signer,
      decision,
      words: words ?? '',
      at,
      void: signed !== revision,
    })),
    fingerprint,
    revision,
    conversationId,
    requester: nameOf(one.requesterId),
    createdAt,
    dueAt,
    stateAt,
    trackingNo,
    reference,
    till: movesMoney(kind) ? till : null,
    comparison,
    sentence:
      comparison &&
      parcelSentence({
        trackingNo: trackingNo ?? '',
        comparison,
        nameOf: (code) => nameOfSku(code, order, goods),
      }),
    photos: kind === 'book-in' ? (details as { photos: string[] }).photos : [],
    may: mayDo(one, person),
  };
}

/** As the customer knows it; what nobody named by its code. */
export function nameOfSku(skuCode: string, { lines }: OrderView, goods: readonly ProductView[]): string {
  const line = lines.find((one) => one.skuCode === skuCode);
  if (line?.title) return [line.title, line.spec].filter(Boolean).join(' ');
  const product = goods.find(({ skus }) => skus.some(({ code }) => code === skuCode));
  const sku = product?.skus.find(({ code }) => code === skuCode);
  return product ? [product.name, sku?.spec].filter(Boolean).join(' ') : skuCode;
}

async function namesOf(tx: Tx, shopId: string, shown: readonly Operation[]) {
  const ids = new Set(
    shown.flatMap(({ requesterId, signatures }) => [requesterId, ...signatures.map((one) => one.agentId)]),
  );
  const rows = await tx.query<PersonName>(
    'select agent_id as "agentId", name, role from agents where shop_id = $1 and agent_id = any($2::uuid[])',
    [shopId, [...ids]],
  );
  const names = new Map(rows.map((row) => [row.agentId, row]));
  return (agentId: string): PersonName => names.get(agentId) ?? { agentId, name: '', role: '' };
}
