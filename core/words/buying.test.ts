/** The ready sentences say what was counted, and would pass at the desk. */
import { describe, expect, test } from 'vitest';
import { decide } from '../commerce/policy/decide.ts';
import { claimOf, toBeSent } from '../commerce/policy/testing.ts';
import type { BasketLine } from '../commerce/price/basket.ts';
import { bestPrice } from '../commerce/price/best-price.ts';
import type { Offer } from '../commerce/price/offer.ts';
import { defaultStacking } from '../commerce/price/offer.ts';
import type { Body } from '../commerce/size/advise-size.ts';
import { adviseSize } from '../commerce/size/advise-size.ts';
import { readSizeTable } from '../commerce/size/read-size-table.ts';
import { check } from '../standard/check.ts';
import type { Lang } from '../standard/facts.ts';
import { companionWords, priceWords, shortageWords, sizeWhyWords, sizeWords } from './buying.ts';

const now = Date.parse('2026-11-20T10:00+08:00');
const asked: Record<Lang, string> = { zh: '你好，想问一下', en: 'Hello, I have a question' };
const findings = (text: string, lang: Lang) =>
  check(
    { text, at: now },
    {
      lang,
      channel: 'chat',
      hours: 'always',
      turns: [{ from: 'customer', text: asked[lang], at: now - 5000 }],
    },
    now,
  )
    .filter(({ rule }) => !rule.startsWith('merit.'))
    .map(({ rule, evidence }) => `${rule}: ${evidence}`);
const langs: Lang[] = ['zh', 'en'];
const names: Record<Lang, string> = { zh: '晚安月亮睡袋', en: 'Moon sleeping bag' };

const line = (title: string, unitFen: number, quantity: number, listFen = unitFen): BasketLine => {
  const promotion = listFen > unitFen ? { name: '暖身周', endsAt: 1, guaranteedUntil: null } : null;
  return { sku: title, productId: title, title, spec: '80', quantity, listFen, unitFen, promotion };
};
const threshold: Offer = {
  offerId: '1',
  name: '满199减20',
  layer: 'threshold',
  form: {
    form: 'off',
    tiers: [
      { fromFen: 199_00, offFen: 20_00 },
      { fromFen: 399_00, offFen: 50_00 },
    ],
    repeats: false,
  },
  currency: 'CNY',
  productIds: null,
  onPromoted: true,
  alone: false,
};

describe.each(langs)('in %s', (lang) => {
  test('the sum is told line by line, and passes', () => {
    const basket = [line(names[lang], 159_00, 1, 199_00), line('A', 69_00, 2)];
    const text = priceWords(basket, bestPrice(basket, [threshold], defaultStacking), 'CNY', lang);
    expect(text).toContain('¥297.00');
    expect(text).toContain('-¥20.00');
    expect(text).toContain('¥277.00');
    expect(findings(text, lang)).toEqual([]);
    const near = [line('A', 330_00, 1)];
    const more = priceWords(near, bestPrice(near, [threshold], defaultStacking), 'CNY', lang);
    expect(more).toContain('¥69.00');
    expect(findings(more, lang)).toEqual([]);
    const bare = priceWords(near, bestPrice(near, [], defaultStacking), 'USD', lang);
    expect(bare).toContain('USD 330.00');
    expect(findings(bare, lang)).toEqual([]);
  });

  const table = readSizeTable('80码 75-85cm 10-12kg\n90码 85-95cm 12-14kg\n100码 95-105cm 14-16kg')!;
  const bodies: [string, Body, RegExp][] = [
    ['sure', { height: 90, weight: 13 }, /90/],
    ['one measure', { height: 90 }, /体重|weight/],
    ['near the end', { height: 94.5, weight: 13 }, /100/],
    ['between two', { height: 90, weight: 15 }, /90.*100|between 90 and 100/],
    ['outside', { height: 120, weight: 15 }, /75–105/],
    ['far apart', { height: 78, weight: 15 }, /再量|once more/],
  ];
  test.each(bodies)('a size: %s', (_, body, says) => {
    const advice = adviseSize(table, body);
    const text = sizeWords(names[lang], advice, lang)!;
    expect(text).toMatch(says);
    expect(findings(text, lang)).toEqual([]);
    for (const why of advice.why) expect(sizeWhyWords(why, lang)).not.toMatch(/undefined|\{/);
  });

  test('nothing is said where nothing was given', () => {
    expect(sizeWords('A', adviseSize(table, {}), lang)).toBeNull();
  });

  test('what goes with it', () => {
    const text = companionWords(
      names[lang],
      { name: 'B', together: 18, percent: 18 },
      { of: 100, days: 180 },
      lang,
    );
    expect(text).toMatch(/100.*18/);
    expect(findings(text, lang)).toEqual([]);
  });

  test.each([
    [1, [{ code: 'A-100', spec: '100', stock: 3 }], { 'A-100': 3 }, 3],
    [2, [], {}, 2],
  ])('a shortage of %d', (quantity, swaps, stock, plans) => {
    const claim = claimOf({ wish: 'refund', reason: 'oversell', order: toBeSent, item: { quantity }, stock });
    const decision = decide(claim);
    const shortage = { title: names[lang], spec: '80', units: 1, quantity, currency: 'CNY', decision, swaps };
    const text = shortageWords(shortage, lang);
    expect(text.match(/^\d\. /gm)).toHaveLength(plans);
    expect(text).toContain(quantity === 1 ? '¥119.00' : '¥248.00');
    expect(findings(text, lang)).toEqual([]);
  });
});
