/** How far an order is, whatever its platform calls it. */

export const orderStates = ['unpaid', 'paid', 'dispatched', 'received', 'returning', 'closed'] as const;
export type OrderState = (typeof orderStates)[number];

/** The first that fits: "交易关闭" also holds nothing of the others, "已退货" must not read as received. */
const said: readonly (readonly [OrderState, RegExp])[] = [
  ['dispatched', /待签收|待收货|待确认收货/],
  ['closed', /关闭|取消|作废|已退款|cancel|void|closed|^refunded$|^failed$/i],
  ['returning', /退货|退款|换货|售后|return|refund|exchange/i],
  ['received', /成功|完成|签收|已收货|确认收货|送达|delivered|complete|received/i],
  ['unpaid', /待付款|未付款|待支付|未支付|等待买家付款|unpaid|pending|authorized|on-hold/i],
  ['dispatched', /已发货|已出库|运输|配送|派送|等待买家确认|dispatched|shipped|in.transit|(?<!un)fulfilled/i],
  ['paid', /已付款|已支付|待发货|未发货|等待.*发货|待出库|处理中|备货|processed|processing|paid/i],
];

/** null: a word that none of ours fits. */
export function readOrderState(word: string): OrderState | null {
  return said.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

interface Times {
  state: OrderState | null;
  paidAt: number | null;
  dispatchedAt: number | null;
  receivedAt: number | null;
  closedAt: number | null;
}

/** An order whose parcels move is on its way, whatever its file said when it was written. */
export function stateWithParcels(
  state: OrderState | null,
  parcels: readonly { deliveredAt: number | null }[],
): OrderState | null {
  const waiting = state === null || state === 'paid' || state === 'dispatched';
  if (!waiting || parcels.length === 0) return state;
  return parcels.every(({ deliveredAt }) => deliveredAt !== null) ? 'received' : 'dispatched';
}

/** What the file said; where it said nothing, what its times tell; null: nothing does. */
export function stateOf({ state, paidAt, dispatchedAt, receivedAt, closedAt }: Times): OrderState | null {
  if (state) return state;
  if (closedAt !== null) return 'closed';
  if (receivedAt !== null) return 'received';
  if (dispatchedAt !== null) return 'dispatched';
  return paidAt !== null ? 'paid' : null;
}
