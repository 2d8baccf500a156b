import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BasketLine } from './basket.ts';
import { sumOf } from './basket.ts';
import { allows, bestPrice, priceWith } from './best-price.ts';
import type { Layer, Offer, OfferForm, Stacking } from './offer.ts';
import { defaultStacking, layers } from './offer.ts';

const line = (sku: string, unitFen: number, quantity = 1, listFen = unitFen): BasketLine => ({
  sku,
  productId: sku,
  title: sku,
  spec: null,
  quantity,
  listFen,
  unitFen,
  promotion: listFen > unitFen ? { name: '活动', endsAt: 1, guaranteedUntil: null } : null,
});
const offer = (layer: Layer, form: OfferForm, more: Partial<Offer> = {}): Offer => ({
  offerId: `${layer} ${JSON.stringify(form)}`,
  name: layer,
  layer,
  form,
  currency: 'CNY',
  productIds: null,
  onPromoted: true,
  alone: false,
  ...more,
});
const off = (fromFen: number, offFen: number, repeats = false): OfferForm => ({
  form: 'off',
  tiers: [{ fromFen, offFen }],
  repeats,
});
const totalOf = (lines: BasketLine[], offers: Offer[], stacking: Partial<Stacking> = {}) =>
  bestPrice(lines, offers, { ...defaultStacking, ...stacking }).totalFen;

describe('a sum that one can follow', () => {
  test('threshold, then coupon on what is left: a coupon that is not reached any more is not taken', () => {
    const threshold = offer('threshold', off(199_00, 20_00));
    const coupon = offer('coupon', off(190_00, 15_00));
    const price = bestPrice([line('A', 199_00)], [threshold, coupon], defaultStacking);
    expect(price).toMatchObject({ beforeFen: 199_00, totalFen: 179_00 });
    expect(price.steps.map(({ offFen }) => offFen)).toEqual([20_00]);
    // Where the platform looks at the sum before, both are.
    const judgedOn = { threshold: 'before', discount: 'before', coupon: 'before' } as const;
    expect(totalOf([line('A', 199_00)], [threshold, coupon], { judgedOn })).toBe(164_00);
  });

  test('layers kept apart, an offer that stands alone, and the limit of a layer', () => {
    const basket = [line('A', 300_00)];
    const threshold = offer('threshold', off(200_00, 30_00));
    const coupon = offer('coupon', off(100_00, 25_00));
    const large = offer('coupon', off(100_00, 40_00), { alone: true });
    expect(totalOf(basket, [threshold, coupon])).toBe(245_00);
    expect(totalOf(basket, [threshold, coupon], { apart: [['threshold', 'coupon']] })).toBe(270_00);
    expect(totalOf(basket, [threshold, large])).toBe(260_00);
    const two = [coupon, offer('coupon', off(100_00, 10_00))];
    expect(totalOf(basket, two)).toBe(275_00);
    expect(totalOf(basket, two, { most: { threshold: 1, discount: 1, coupon: 2 } })).toBe(265_00);
  });

  test('goods at a promotion’s price stay out where the offer says so', () => {
    const basket = [line('A', 80_00, 1, 100_00), line('B', 50_00)];
    const form = off(100_00, 20_00);
    expect(totalOf(basket, [offer('threshold', form)])).toBe(110_00);
    expect(totalOf(basket, [offer('threshold', form, { onPromoted: false })])).toBe(130_00);
    expect(totalOf(basket, [offer('threshold', off(50_00, 60_00), { productIds: ['B'] })])).toBe(80_00);
  });

  test('every three hundred, two for a share off, the second at half price: exact to the fen', () => {
    expect(totalOf([line('A', 700_00)], [offer('threshold', off(300_00, 50_00, true))])).toBe(600_00);
    const two: OfferForm = { form: 'percent', fromUnits: 2, fromFen: 0, percent: 10, mostFen: null };
    expect(totalOf([line('A', 33_33)], [offer('discount', two)])).toBe(33_33);
    expect(totalOf([line('A', 33_33, 3)], [offer('discount', two)])).toBe(99_99 - 9_99);
    const second: OfferForm = { form: 'nth', nth: 2, percent: 50 };
    expect(totalOf([line('A', 100_01), line('B', 33_33, 2)], [offer('discount', second)])).toBe(
      166_67 - 16_66,
    );
  });

  test('how little is missing to the next tier', () => {
    const tiers = [
      { fromFen: 199_00, offFen: 20_00 },
      { fromFen: 399_00, offFen: 50_00 },
    ];
    const offers = [offer('threshold', { form: 'off', tiers, repeats: false })];
    expect(bestPrice([line('A', 379_00)], offers, defaultStacking).nearly).toMatchObject({
      missingFen: 20_00,
      offFen: 50_00,
    });
    expect(bestPrice([line('A', 210_00)], offers, defaultStacking).nearly).toBeNull();
    expect(bestPrice([line('A', 500_00)], offers, defaultStacking).nearly).toBeNull();
  });
});

const fen = fc.integer({ min: 0, max: 500_00 });
const basket = fc.array(
  fc
    .record({
      sku: fc.constantFrom('A', 'B', 'C'),
      unit: fen,
      quantity: fc.integer({ min: 1, max: 5 }),
      cheaper: fen,
    })
    .map(({ sku, unit, quantity, cheaper }) => line(sku, unit, quantity, unit + cheaper)),
  { minLength: 1, maxLength: 5 },
);
const form: fc.Arbitrary<OfferForm> = fc.oneof(
  fc.record({
    form: fc.constant('off' as const),
    tiers: fc.array(fc.record({ fromFen: fen, offFen: fen }), { minLength: 1, maxLength: 3 }),
    repeats: fc.boolean(),
  }),
  fc.record({
    form: fc.constant('percent' as const),
    fromUnits: fc.integer({ min: 0, max: 4 }),
    fromFen: fen,
    percent: fc.integer({ min: 1, max: 100 }),
    mostFen: fc.option(fen, { nil: null }),
  }),
  fc.record({
    form: fc.constant('nth' as const),
    nth: fc.integer({ min: 2, max: 4 }),
    percent: fc.integer({ min: 1, max: 100 }),
  }),
);
const offers = fc
  .array(
    fc.record({
      layer: fc.constantFrom(...layers),
      form,
      productIds: fc.constantFrom(null, ['A'], ['B', 'C']),
      onPromoted: fc.boolean(),
      alone: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((some) => some.map((one, at) => offer(one.layer, one.form, { ...one, offerId: String(at) })));
const judged = fc.constantFrom('before' as const, 'left' as const);
const most = fc.integer({ min: 0, max: 2 });
const stacking: fc.Arbitrary<Stacking> = fc.record({
  most: fc.record({ threshold: most, discount: most, coupon: most }),
  apart: fc.array(fc.tuple(fc.constantFrom(...layers), fc.constantFrom(...layers)), { maxLength: 2 }),
  judgedOn: fc.record({ threshold: judged, discount: judged, coupon: judged }),
});

describe('for any basket, offers and rules', () => {
  test('no allowed combination is cheaper, and what was chosen is allowed', () => {
    fc.assert(
      fc.property(
        basket,
        offers,
        stacking,
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        (b, o, s, pick) => {
          const best = bestPrice(b, o, s);
          const tried = o.filter((_, at) => pick[at]);
          if (allows(s, tried)) expect(best.totalFen).toBeLessThanOrEqual(priceWith(b, tried, s).totalFen);
          const used = o.filter(({ offerId }) => best.steps.some((step) => step.offerId === offerId));
          expect(allows(s, used)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('the sum adds up, in whole fen, and nothing falls below zero', () => {
    fc.assert(
      fc.property(basket, offers, stacking, (b, o, s) => {
        const { beforeFen, listFen, steps, totalFen, lines } = bestPrice(b, o, s);
        expect(beforeFen - sumOf(steps.map(({ offFen }) => offFen))).toBe(totalFen);
        expect(sumOf(lines)).toBe(totalFen);
        expect(listFen).toBeGreaterThanOrEqual(beforeFen);
        for (const one of [...lines, totalFen, ...steps.map(({ offFen }) => offFen)]) {
          expect(Number.isSafeInteger(one)).toBe(true);
          expect(one).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('another offer never makes it dearer', () => {
    fc.assert(
      fc.property(basket, offers, stacking, fc.nat(5), (b, o, s, without) => {
        const fewer = o.filter((_, at) => at !== without);
        expect(bestPrice(b, o, s).totalFen).toBeLessThanOrEqual(bestPrice(b, fewer, s).totalFen);
      }),
      { numRuns: 1000 },
    );
  });
});
