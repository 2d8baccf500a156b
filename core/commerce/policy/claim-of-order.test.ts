/** Whatever a platform's file left out: a claim is made of it, and no more money comes of it than was paid. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../team/working-hours.ts';
import type { OrderLine, OrderView, Parcel } from '../order-api.ts';
import { type Answers, claimOfOrder } from './claim-of-order.ts';
import { lineOf, reasons, wishes } from './claim.ts';
import { PolicyComparison } from './compare-policies.ts';
import { decide } from './decide.ts';
import { exclusionKind } from './exclusion-kind.ts';
import { paidFor, refundedOf } from './line-money.ts';
import { noHistory, type OrderFacts, priceNow, statusOf, timesOf } from './order-facts.ts';
import { paidFor as paidOfLine } from './paid.ts';
import { defaultPolicy } from './policy.ts';
import { questionsOn } from './questions.ts';

const now = Date.parse('2026-11-20T10:00:00+08:00');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const fen = fc.integer({ min: 0, max: 2_000_00 });
const moment = fc.integer({ min: now - 120 * day, max: now + 5 * day });
const sku = fc.constantFrom('A-90', 'A-100', 'B-1');

const line: fc.Arbitrary<OrderLine> = fc.record({
  title: maybe(fc.constant('连体衣')),
  spec: maybe(fc.constant('90 码')),
  skuCode: maybe(sku),
  productId: maybe(fc.constant('p1')),
  quantity: fc.integer({ min: 1, max: 5 }),
  priceFen: maybe(fen),
  paidFen: maybe(fen),
  refundedFen: maybe(fen),
});

const parcel = fc.record({
  trackingNo: fc.constant('SF1'),
  carrier: fc.constant(null),
  dispatchedAt: maybe(moment),
  promisedAt: maybe(moment),
  deliveredAt: maybe(moment),
  lastScanAt: maybe(moment),
  scans: fc.constant<Parcel['scans']>([]),
  items: fc.array(
    fc.record({ skuCode: sku, batch: fc.constant(''), quantity: fc.integer({ min: 1, max: 3 }) }),
    {
      maxLength: 2,
    },
  ),
});

const order: fc.Arbitrary<OrderView> = fc.record({
  orderId: fc.constant('o'),
  source: fc.constant('yinuo'),
  standing: fc.constant(null),
  number: fc.constant('2026****0001'),
  receiver: fc.constant(null),
  phone: fc.constant(null),
  address: fc.constant(null),
  state: maybe(fc.constantFrom('unpaid', 'paid', 'dispatched', 'received', 'returning', 'closed')),
  stateSaid: fc.constant(null),
  totalFen: maybe(fen),
  paidFen: maybe(fen),
  refundedFen: maybe(fen),
  freightFen: maybe(fc.integer({ min: 0, max: 2000 })),
  currency: fc.constant('CNY'),
  placedAt: maybe(moment),
  paidAt: maybe(moment),
  dispatchedAt: maybe(moment),
  receivedAt: maybe(moment),
  promisedAt: maybe(moment),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  parcels: fc.array(parcel, { maxLength: 2 }),
  changes: fc.array(
    fc.record({
      kind: fc.constantFrom('oversell-deletion', 'oversell-change', 'out-of-stock-deletion'),
      skuCode: sku,
      toSkuCode: maybe(sku),
      at: moment,
      agreedAt: maybe(moment),
    }),
    { maxLength: 1 },
  ),
  updatedAt: moment,
});

const facts: fc.Arbitrary<OrderFacts> = fc.record({
  order,
  products: fc.constant([
    {
      productId: 'p1',
      name: '连体衣',
      facts: { guaranteeDays: 90 },
      skus: [
        { code: 'A-90', spec: '90', size: '90', priceFen: 9900, currency: 'CNY', stock: 0, countedAt: now },
        {
          code: 'A-100',
          spec: '100',
          size: '100',
          priceFen: null,
          currency: 'CNY',
          stock: null,
          countedAt: null,
        },
      ],
    },
  ]),
  promotions: fc.array(
    fc.record({
      skuCode: sku,
      priceFen: fen,
      currency: fc.constantFrom('CNY', 'USD'),
      startsAt: moment,
      endsAt: moment,
      guaranteedUntil: maybe(moment),
    }),
    { maxLength: 2 },
  ),
  history: fc.constant(noHistory),
});

const asked = fc.record({
  line: fc.constant(0),
  wish: fc.constantFrom(...wishes),
  reason: fc.constantFrom(...reasons),
  now: fc.constant(now),
  askedAt: maybe(moment),
  zone: fc.constantFrom('+08:00', 'America/New_York'),
  actor: fc.constantFrom('agent' as const, 'lead' as const, 'finance' as const),
});

const answers: fc.Arbitrary<Answers> = fc.record(
  {
    tags: fc.boolean(),
    proof: fc.boolean(),
    bookedIn: fc.boolean(),
    paid: fen,
    refunded: fen,
    receivedAt: moment,
  },
  { requiredKeys: [] },
);

describe('a claim from the shop’s rows', () => {
  test('is decided whatever is missing, in whole fen, and never gives back more than was paid with the freight', () =>
    fc.assert(
      fc.property(facts, asked, answers, (known, ask, given) => {
        const claim = claimOfOrder(known, ask, given, defaultPolicy);
        const paid = lineOf(claim).unitPrice * lineOf(claim).quantity - lineOf(claim).couponShare;
        expect(paid).toBe(given.paid ?? paidFor(known.order, known.order.lines[0]!).fen);
        for (const { amount, cost } of decide(claim).plans) {
          for (const sum of [amount ?? 0, cost]) expect(Number.isSafeInteger(sum) && sum >= 0).toBe(true);
          if (ask.wish === 'close') continue;
          expect(amount ?? 0).toBeLessThanOrEqual(
            Math.max(paidOfLine(lineOf(claim)) + claim.order.outboundFreight, paid),
          );
        }
        expect(claim.askedAt ?? now).toBeLessThanOrEqual(now);
      }),
      { numRuns: 500 },
    ));

  test('the lines’ shares of what only the order tells are together never more than the order', () =>
    fc.assert(
      fc.property(order, (one) => {
        if (
          one.paidFen === null ||
          one.lines.some(({ paidFen, priceFen }) => paidFen !== null || priceFen === null)
        )
          return;
        const sum = one.lines.reduce((all, item) => all + paidFor(one, item).fen, 0);
        expect(sum).toBeLessThanOrEqual(
          Math.max(
            one.paidFen,
            one.lines.reduce((all, l) => all + l.priceFen! * l.quantity, 0),
          ),
        );
        if (one.lines.some(({ priceFen }) => priceFen! > 0)) expect(sum).toBeLessThanOrEqual(one.paidFen);
      }),
      { numRuns: 500 },
    ));

  test('each question that is asked would change the answer, and none is asked of what is known', () =>
    fc.assert(
      fc.property(facts, asked, (known, ask) => {
        const { order: view } = known;
        const keys = questionsOn(known, ask, {}, defaultPolicy).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        if (view.lines[0]!.paidFen !== null) expect(keys).not.toContain('paid');
        if (!refundedOf(view, view.lines[0]!).isEstimate) expect(keys).not.toContain('refunded');
        if (statusOf(known, 0) !== 'received' || timesOf(known, 0).receivedAt !== null)
          expect(keys).not.toContain('receivedAt');
        if (keys.includes('tags')) {
          const other = [true, false].map((tags) =>
            decide(claimOfOrder(known, ask, { tags }, defaultPolicy)),
          );
          expect(other[0]).not.toEqual(other[1]);
        }
      }),
      { numRuns: 200 },
    ));

  test('the price now is the lowest that runs, in the order’s own money', () =>
    fc.assert(
      fc.property(facts, (known) => {
        const price = priceNow(known, 0, now);
        const running = known.promotions.filter(
          ({ skuCode, currency, startsAt, endsAt }) =>
            skuCode === known.order.lines[0]!.skuCode &&
            currency === 'CNY' &&
            startsAt <= now &&
            now <= endsAt,
        );
        for (const { priceFen } of running) expect(price).toBeLessThanOrEqual(priceFen);
      }),
    ));
});

test('a policy that is kinder in days never turns what an agent may do into what they may not', () =>
  fc.assert(
    fc.property(facts, fc.integer({ min: 7, max: 30 }), (known, days) => {
      const kinder = { ...defaultPolicy, days: { ...defaultPolicy.days, return: days } };
      const comparison = new PolicyComparison(defaultPolicy, kinder, '+08:00');
      comparison.add(known);
      for (const { before, after, cases, changed } of comparison.answer().wishes) {
        expect(after.allowed).toBeGreaterThanOrEqual(before.allowed);
        expect(after.refused).toBeLessThanOrEqual(before.refused);
        expect(before.allowed + before.approval + before.refused).toBe(cases);
        if (days === defaultPolicy.days.return) expect(changed).toBe(0);
      }
    }),
    { numRuns: 40 },
  ));

test.each([
  ['定制', 'made-to-order'],
  ['贴身穿着', 'opened-hygiene'],
  ['生鲜', 'fresh'],
  ['已拆封的软件', 'opened-media'],
  ['杂志', 'publication'],
  ['手机', 'opened-digital'],
  ['fresh', 'fresh'],
  ['清仓特价', 'other'],
  ['', null],
  ['支持七天无理由', null],
  ['无', null],
])('the shop’s word “%s” for an exclusion: %s', (word, kind) => expect(exclusionKind(word)).toBe(kind));
