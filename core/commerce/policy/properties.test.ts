import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offsetAt } from '../../team/working-hours.ts';
import { roles } from '../../team/roles.ts';
import { whyWords } from '../../words/policy.ts';
import { type Claim, lineOf, type OrderLine, reasons, statuses, wishes } from './claim.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import { paidFor, paidForOrder, priceOf } from './paid.ts';
import { defaultPolicy } from './policy.ts';
import { hasAny, hasSame } from './stock.ts';
import { claimOf, time } from './testing.ts';
import { endOfWindow } from './window.ts';

const day = 86_400_000;
const zones = [
  '+08:00',
  '-03:30',
  '+14:00',
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
];
const zone = fc.constantFrom(...zones);
/** Over a leap day, and over the days on which clocks change. */
const moment = fc.integer({ min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2029-01-01T00:00Z') });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const sku = fc.constantFrom('A-90', 'A-100', 'B-1');
const fen = fc.oneof(fc.integer({ min: 0, max: 400_000_00 }), fc.integer({ min: 0, max: 99 }));

const line: fc.Arbitrary<OrderLine> = fc.record({
  sku,
  title: fc.constant('连体衣'),
  quantity: fc.integer({ min: 1, max: 7 }),
  unitPrice: fen,
  couponShare: fen,
  refunded: fc.oneof(fc.constant(0), fen),
  excluded: maybe(fc.constantFrom('fresh', 'made-to-order', 'opened-hygiene')),
  exclusionConfirmedAt: maybe(moment),
  guaranteeDays: fc.constantFrom(0, 20, 180, 730),
});

const claim: fc.Arbitrary<Claim> = fc
  .record({
    wish: fc.constantFrom(...wishes),
    reason: fc.constantFrom(...reasons),
    now: moment,
    zone,
    order: fc.record({
      number: fc.constant('1'),
      paidAt: maybe(moment),
      dispatchedAt: maybe(moment),
      receivedAt: maybe(moment),
      status: fc.constantFrom(...statuses),
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      outbound: fc.array(fc.record({ sku, quantity: fc.integer({ min: 1, max: 8 }) }), { maxLength: 3 }),
      outboundFreight: fc.integer({ min: 0, max: 3000 }),
      changes: fc.array(
        fc.record({
          kind: fc.constantFrom('oversell-change', 'oversell-deletion', 'out-of-stock-deletion'),
          from: maybe(sku),
          to: maybe(sku),
          agreed: fc.boolean(),
        }),
        { maxLength: 2 },
      ),
      priceGuaranteeUntil: maybe(moment),
      customerRequestedClose: fc.boolean(),
    }),
    line: fc.nat(2),
    condition: fc.record({ tags: fc.boolean(), resaleable: fc.boolean(), proof: fc.boolean() }),
    stock: fc.dictionary(sku, fc.integer({ min: 0, max: 3 })),
    exchangeFor: maybe(sku),
    bookedInBy: maybe(fc.constantFrom('agent', 'warehouse')),
    lowerPrice: maybe(fen),
    priceDifferencePaid: fc.boolean(),
    lastScanAt: maybe(moment),
    promisedBy: maybe(moment),
    failedRepairs: fc.nat(3),
    actor: fc.constantFrom(...roles),
  })
  .map((made) => ({ ...made, line: made.line % made.order.lines.length }));

const pays = ['refund', 'compensation', 'keep-with-compensation', 'price-difference'];

const always = (property: (claim: Claim, decision: Decision) => void, runs = 1000) =>
  fc.assert(
    fc.property(claim, (made) => property(made, decide(made))),
    { numRuns: runs },
  );

describe('money', () => {
  test('is whole fen, never negative, and only where it is allowed', () => {
    always((_, { amount, outcome, plans }) => {
      for (const { amount: some, apart, cost } of plans) {
        expect(
          Number.isSafeInteger(some ?? 0) && Number.isSafeInteger(apart) && Number.isSafeInteger(cost),
        ).toBe(true);
        expect(Math.min(some ?? 0, apart, cost)).toBeGreaterThanOrEqual(0);
        expect(cost).toBe((some ?? 0) + apart);
      }
      expect(amount).toBe(outcome === 'refused' ? null : (plans[0]?.amount ?? null));
    });
  });

  test('never goes back beyond what was paid and not yet refunded', () => {
    always((made, { plans }) => {
      const all =
        made.wish === 'close'
          ? paidForOrder(made.order)
          : Math.max(0, priceOf(lineOf(made)) - lineOf(made).refunded);
      for (const { kind, amount } of plans) {
        if (kind === 'compensation')
          expect(amount).toBeLessThanOrEqual(Math.ceil(priceOf(lineOf(made)) / 10));
        else expect(amount ?? 0).toBeLessThanOrEqual(all + made.order.outboundFreight);
      }
    });
  });

  test('asked for again and again, all refunds together stay within what was paid', () => {
    fc.assert(
      fc.property(
        claim,
        fc.array(fc.record({ wish: fc.constantFrom(...wishes), reason: fc.constantFrom(...reasons) }), {
          maxLength: 6,
        }),
        (made, asked) => {
          const first = { ...made.order.lines[made.line]!, refunded: 0 };
          const paid = priceOf(first) + made.order.outboundFreight;
          let order = { ...made.order, lines: [first] };
          let paidBack = 0;
          for (const { wish, reason } of asked) {
            const { amount, plans } = decide({ ...made, wish, reason, line: 0, order });
            if (!['return', 'refund', 'special-approval'].includes(plans[0]?.kind ?? '')) continue;
            const before = order.lines[0]!;
            const goods = Math.min(amount ?? 0, priceOf(before) - before.refunded);
            const freight = (amount ?? 0) - goods;
            paidBack += amount ?? 0;
            order = {
              ...order,
              outboundFreight: order.outboundFreight - freight,
              lines: [{ ...before, refunded: before.refunded + goods }],
            };
          }
          expect(paidBack).toBeLessThanOrEqual(paid);
        },
      ),
      { numRuns: 600 },
    );
  });

  test('nobody gives alone more than their limit', () => {
    always((made, { outcome, plans }) => {
      const [plan] = plans;
      if (outcome !== 'allowed' || !plan) return;
      if (!['compensation', 'keep-with-compensation', 'price-difference'].includes(plan.kind)) return;
      const { limits } = defaultPolicy;
      const limit = made.actor in limits ? limits[made.actor as keyof typeof limits] : 0;
      expect(plan.amount).toBeLessThanOrEqual(limit);
    });
  });
});

describe('plans', () => {
  test('are three at most, different in kind, and never what the stock does not hold', () => {
    always((made, { plans }) => {
      const kinds = plans.map(({ kind }) => kind);
      expect(kinds.length).toBeLessThanOrEqual(3);
      expect(new Set(kinds).size).toBe(kinds.length);
      if (kinds.includes('exchange')) expect(hasAny(made)).toBe(true);
      if (kinds.includes('resend')) expect(hasSame(made)).toBe(true);
      const asksRemedy = ['return', 'exchange', 'refund', 'compensation'].includes(made.wish);
      if (made.reason === 'harm' && asksRemedy) expect(kinds).not.toContain('keep-with-compensation');
    });
  });

  test('never pay nothing: a refund, a compensation or a difference of 0 is not offered', () => {
    let empty = 0;
    always((made, { plans, why, outcome, amount }) => {
      if (paidFor(lineOf(made)) === 0) empty += 1;
      for (const plan of plans) {
        expect(plan.amount).not.toBe(0);
        if (pays.includes(plan.of)) expect(plan.amount).toBeGreaterThan(0);
      }
      expect(amount).not.toBe(0);
      if (outcome === 'allowed' && made.wish === 'refund') expect(plans.length).toBeGreaterThan(0);
      if (plans.every((plan) => plan.amount === null))
        expect(why.map(({ clause }) => clause)).not.toContain('amount-paid');
    }, 2000);
    expect(empty).toBeGreaterThan(200);
  });

  test('a special approval always names who approves, when it comes first', () => {
    always((_, { plans, approval, outcome }) => {
      expect(outcome === 'approval').toBe(approval !== null);
      if (plans[0]?.kind === 'special-approval' && outcome !== 'refused') expect(approval).not.toBeNull();
    });
  });
});

describe('reasons', () => {
  test('are there, and complete in both languages', () => {
    always((made, { why }) => {
      expect(why.length).toBeGreaterThan(0);
      for (const one of why) {
        for (const lang of ['zh', 'en'] as const) {
          expect(whyWords(one, lang, made.zone)).not.toMatch(/[{}]|NaN|undefined|Infinity|Invalid/);
        }
      }
    });
  });
});

describe('time', () => {
  const windows = (now: number, where: string, receivedAt: number, more: Partial<Claim>) => {
    const base = claimOf({ order: { receivedAt, paidAt: receivedAt } });
    return decide({ ...base, now, zone: where, lowerPrice: 100_00, ...more });
  };
  const rank = { allowed: 0, approval: 1, refused: 2 };

  test('what is past stays past', () => {
    const asks: Partial<Claim>[] = [
      { wish: 'return' },
      { wish: 'exchange' },
      { wish: 'price-difference' },
      { wish: 'return', reason: 'defect' },
      { wish: 'compensation', reason: 'defect', actor: 'supervisor' },
    ];
    fc.assert(
      fc.property(
        zone,
        moment,
        fc.nat(300 * day),
        fc.nat(300 * day),
        fc.constantFrom(...asks),
        (where, from, one, more, ask) => {
          const sooner = windows(from + one, where, from, ask);
          const later = windows(from + one + more, where, from, ask);
          expect(rank[later.outcome]).toBeGreaterThanOrEqual(rank[sooner.outcome]);
        },
      ),
      { numRuns: 600 },
    );
  });

  test('a window ends at a local midnight, its last day whole', () => {
    fc.assert(
      fc.property(zone, moment, fc.nat(400), (where, begun, days) => {
        const end = endOfWindow(where, begun, days);
        const wall = (at: number) => new Date(at + offsetAt(where, at));
        const [first, last] = [wall(begun), wall(end - 1)].map((at) => Math.floor(at.getTime() / day));
        expect(last! - first!).toBe(days);
        expect(Math.floor(wall(end).getTime() / day) - first!).toBe(days + 1);
      }),
      { numRuns: 600 },
    );
  });

  test('the same wall clock gives the same answer in every zone of a fixed offset', () => {
    fc.assert(
      fc.property(fc.integer({ min: -12, max: 14 }), moment, fc.nat(60 * day), (hours, received, after) => {
        const text = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
        const shift = hours * 3_600_000;
        const here = windows(received + after, 'UTC', received, {});
        const there = windows(received + after - shift, text, received - shift, {});
        expect(there.outcome).toBe(here.outcome);
      }),
    );
  });

  test('a leap day is a day', () => {
    expect(endOfWindow('+08:00', time('2028-02-24'), 7)).toBe(time('2028-03-03T00:00'));
    expect(endOfWindow('+08:00', time('2027-02-24'), 7)).toBe(time('2027-03-04T00:00'));
  });

  test('where clocks go forward at midnight, the day before is not an hour short', () => {
    const begun = Date.parse('2026-08-29T12:00:00-04:00');
    expect(endOfWindow('America/Santiago', begun, 7)).toBe(Date.parse('2026-09-06T00:00:00-04:00'));
  });
});
