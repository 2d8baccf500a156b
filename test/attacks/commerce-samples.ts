/** Of goods, orders and what is done to them. */
import { defaultStacking } from '../../core/commerce/price/offer.ts';
import { defaultPolicy } from '../../core/commerce/policy/policy.ts';
import type { Sample } from './sample.ts';
import { announced, base, text } from './sample.ts';

/** From when to when, in the middle of which nobody stands. */
const times = { startsAt: Date.UTC(2100, 0), endsAt: Date.UTC(2100, 1) };
const offer = { name: '样例', layer: 'coupon', currency: 'CNY', onPromoted: true, alone: false, ...times };

const wishes = [
  { kind: 'return', items: [{ line: 0, quantity: 1 }], trackingNo: 'SF1' },
  { kind: 'refund', items: [], amountFen: 1, currency: 'CNY' },
];
const done = { reason: { code: 'defect', words: '开线' }, conversationId: null };
const condition = { tags: true, resaleable: true, proof: false };
const signature = { fingerprint: '0'.repeat(64), words: '同意' };
const operation = '/api/v1/operations/:operationId';
const stray = '/api/v1/stray-parcels/:parcelId';

export const commerceSamples: Record<string, Sample> = {
  'GET /api/v1/lookup': { query: '?q=5678' },
  'GET /api/v1/products': { query: '?q=%E7%9D%A1' },
  [`POST ${base}/:id/cards`]: { bodies: ({ orderId }) => [{ kind: 'order', id: orderId }] },
  'GET /api/v1/orders': {},
  'POST /api/v1/orders/:orderId/unmask': {},
  'POST /api/v1/orders/:orderId/policy': {
    bodies: () => [
      { line: 0, wish: 'return', reason: 'no-reason', askedAt: null, answers: {} },
      {
        line: 0,
        wish: 'price-difference',
        reason: 'other',
        askedAt: 0,
        answers: { tags: true, exchangeFor: 'A-1', lowerPrice: 100, paid: 100, paidAt: 0 },
      },
    ],
  },
  'GET /api/v1/policy': {},
  'GET /api/v1/policy/versions/:version': {},
  'POST /api/v1/policy': { bodies: () => [{ policy: defaultPolicy, basedOn: 0, note: text }] },
  'POST /api/v1/policy/preview': { bodies: () => [{ policy: defaultPolicy, lastN: 5 }] },
  [`GET ${base}/:id/past`]: {},
  [`GET ${base}/:id/orders`]: {},
  'POST /api/v1/basket/price': {
    bodies: ({ productId }) => [{ lines: [{ productId, sku: 'BODY-90', quantity: 1 }] }],
  },
  'GET /api/v1/products/:productId': {},
  'GET /api/v1/products/:productId/size': { query: '?height=90&weight=13' },
  'GET /api/v1/products/:productId/companions': {},
  'GET /api/v1/promotions': {},
  'POST /api/v1/promotions': {
    bodies: () => [
      {
        name: '样例',
        prices: [{ skuCode: 'BODY-90', priceFen: 1 }],
        currency: 'CNY',
        ...times,
        guaranteedUntil: null,
      },
    ],
  },
  'POST /api/v1/promotions/:promotionId/end': {},
  'POST /api/v1/offers': {
    bodies: ({ productId }) => [
      {
        ...offer,
        form: { form: 'off', tiers: [{ fromFen: 2, offFen: 1 }], repeats: false },
        productIds: null,
      },
      { ...offer, form: { form: 'nth', nth: 2, percent: 50 }, productIds: [productId] },
    ],
  },
  'POST /api/v1/offers/:offerId/end': {},
  'PUT /api/v1/stacking': { bodies: () => [{ stacking: defaultStacking, basedOn: 0 }] },
  'GET /api/v1/shortages': {},
  [`GET ${base}/:id/shortages`]: {},
  'POST /api/v1/orders/:orderId/shortages': { bodies: () => [{ line: 0, units: 1 }] },
  [`POST ${base}/:id/shortages/:shortageId/answer`]: { bodies: () => [{ choice: 'wait', seq: 1 }] },
  'POST /api/v1/shortages/:shortageId/withdraw': {},
  'GET /api/v1/batches': { query: '?sku=BODY-90&batch=B1' },
  [`GET ${base}/:id/risk-signs`]: {},
  'POST /api/v1/orders/:orderId/operations/preview': {
    bodies: () => wishes.map((wish) => ({ wish, condition, ...done })),
  },
  'POST /api/v1/orders/:orderId/operations': {
    bodies: () => wishes.map((wish, i) => ({ key: `sample-${i}000`, wish, condition, ...done })),
  },
  'GET /api/v1/orders/:orderId/operations': {},
  [`GET ${operation}`]: {},
  [`POST ${operation}/edit`]: {
    bodies: () => [{ revision: 1, wish: wishes[1], reason: done.reason }],
  },
  [`POST ${operation}/approve`]: { bodies: () => [signature] },
  [`POST ${operation}/refuse`]: { bodies: () => [signature] },
  [`POST ${operation}/undo`]: { bodies: () => [{ words: '撤回' }] },
  [`POST ${operation}/keep`]: {},
  [`POST ${operation}/pay`]: { bodies: () => [{ amountFen: 1, currency: 'CNY', reference: 'A1' }] },
  [`POST ${operation}/ask`]: {},
  [`POST ${operation}/send`]: { bodies: () => [{ trackingNo: 'SF12345' }, { trackingNo: null }] },
  [`POST ${operation}/payee`]: {},
  'GET /api/v1/approvals': {},
  'GET /api/v1/payouts': { query: '?show=due' },
  'POST /api/v1/payouts/reconcile': {
    bodies: () => [{ lines: [{ reference: 'A1', orderNumber: null, amountFen: 1 }], settle: false }],
  },
  'GET /api/v1/parcels': { query: '?show=expected' },
  'GET /api/v1/parcels/find': { query: '?q=2026112112345678' },
  'GET /api/v1/sendings': { query: '?show=due' },
  'GET /api/v1/waiting-counts': {},
  'GET /api/v1/audit': {},
  'POST /api/v1/orders/:orderId/photos': { bodies: announced },
  'GET /api/v1/orders/:orderId/photos/:attachmentId': {},
  'PUT /api/v1/parcel-photos/:attachmentId': {},
  'POST /api/v1/stray-photos': { bodies: announced },
  'GET /api/v1/stray-photos/:attachmentId': {},
  'GET /api/v1/stray-parcels': { query: '?show=waiting' },
  'POST /api/v1/stray-parcels': {
    bodies: () => [
      {
        key: 'sample-stray',
        trackingNo: 'YT12345',
        carrier: null,
        items: [{ skuCode: 'BODY-90', quantity: 1, condition: 'as-new' }],
        sender: null,
        photos: [],
      },
    ],
  },
  [`POST ${stray}/tie`]: { bodies: ({ orderId }) => [{ orderId, words: '对上了' }] },
  [`POST ${stray}/give-up`]: { bodies: () => [{ words: '退回快递' }] },
  'GET /api/v1/settings/till': {},
  'PUT /api/v1/settings/till': { bodies: () => [{ till: 'demo' }] },
  'POST /api/v1/settings/till/secret': {},
  'POST /tills/v1/:shop/calls': { bodies: () => [{ call: '{}' }] },
  'GET /api/v1/imports': {},
  'PUT /api/v1/imports/upload': { query: '?kind=orders&name=orders.csv' },
  'GET /api/v1/imports/:importId': {},
  'POST /api/v1/imports/:importId/preview': {
    bodies: () => [{ source: 'taobao' }, { mapping: { number: '订单编号' } }, {}],
  },
  'POST /api/v1/imports/:importId/start': {
    bodies: () => [{ source: 'taobao', mapping: { number: '订单编号' } }],
  },
  'POST /api/v1/imports/:importId/cancel': {},
  'GET /api/v1/sources': {},
  'POST /api/v1/sources': {
    bodies: () => [{ kind: 'shopify', address: '127.0.0.1', keys: { accessToken: 'none' } }],
  },
  'PUT /api/v1/sources/:sourceId': {
    bodies: () => [{ address: '127.0.0.1', keys: { accessToken: 'none' }, state: 'paused' }],
  },
  'POST /api/v1/sources/:sourceId/test': {},
  'POST /api/v1/sources/:sourceId/pull': { bodies: () => [{ whole: true }] },
  'GET /api/v1/sources/:sourceId/changes': {},
  'DELETE /api/v1/sources/:sourceId': {},
  'POST /hooks/:shop/:sourceId': {},
};
