/** Every sentence that one key puts into a reply passes the service standard as it stands. */
import { describe, expect, test } from 'vitest';
import { type Claim, reasons, statuses, wishes } from '../commerce/policy/claim.ts';
import { decide } from '../commerce/policy/decide.ts';
import { defaultPolicy } from '../commerce/policy/policy.ts';
import { claimOf, time } from '../commerce/policy/testing.ts';
import { check } from '../standard/check.ts';
import type { Facts, Lang } from '../standard/facts.ts';
import { refusalSentence } from './kind-refusals.ts';
import { offerWords } from './plan-offers.ts';

const langs: Lang[] = ['zh', 'en'];

const shelves: readonly (readonly [Record<string, number>, number | null, boolean])[] = [
  [{ 'A-90': 2, 'A-100': 3 }, 9900, true],
  [{}, null, false],
];

/** Every wish for every reason, early and late, with stock and without, by an agent and by a supervisor. */
function* everyClaim(): Generator<Claim> {
  for (const wish of wishes)
    for (const reason of reasons)
      for (const status of statuses)
        for (const now of ['2026-11-15', '2026-11-26', '2027-01-20'])
          for (const [stock, lowerPrice, tags] of shelves)
            for (const exchangeFor of [null, 'A-100']) {
              const given = {
                wish,
                reason,
                now,
                stock,
                lowerPrice,
                exchangeFor,
                condition: { tags, resaleable: tags },
                promisedBy: time('2026-11-13'),
                order: { status, ...(status === 'received' ? {} : { receivedAt: null }) },
              };
              yield claimOf(given);
              yield claimOf({ ...given, actor: 'lead', item: { refunded: 11900 } });
              yield claimOf({ ...given, item: { couponShare: 12900 } });
              yield claimOf({ ...given, promisedBy: null, item: { excluded: 'fresh' } });
            }
}

const sentences = new Map<string, Lang>();
for (const claim of everyClaim()) {
  const { plans, outcome, why } = decide(claim);
  for (const lang of langs) {
    for (const plan of plans)
      for (const instead of [null, '尺码 100'])
        sentences.set(
          offerWords({ plan, claim, policy: defaultPolicy, instead, currency: 'CNY' }, lang),
          lang,
        );
    const no = outcome === 'refused' ? refusalSentence(why, lang, claim.zone) : null;
    if (no !== null) sentences.set(no, lang);
  }
}

const facts = (lang: Lang, said: string): Facts => ({
  lang,
  channel: 'chat',
  hours: 'always',
  turns: [{ from: 'customer', text: said }],
});

describe('what one key puts into the reply', () => {
  test('there is much of it, and none has a hole', () => {
    expect(sentences.size).toBeGreaterThan(80);
    for (const text of sentences.keys()) expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
  });

  test.each([
    ['我买的连体衣想退货', 'I would like to return the bodysuit'],
    ['都破了，你们这什么质量，气死我了！', 'It is torn. What kind of quality is this, I am furious!'],
  ])('to “%s” it passes the standard', (zh, en) => {
    const found = [...sentences].flatMap(([text, lang]) =>
      check({ text }, facts(lang, lang === 'zh' ? zh : en), 0)
        .filter(({ weight }) => weight === 'block' || weight === 'warn')
        .map(({ rule, evidence }) => `${rule} “${evidence}” in: ${text}`),
    );
    expect([...new Set(found)]).toEqual([]);
  });

  test('speaks the language that was asked for', () => {
    for (const [text, lang] of sentences) {
      const bare = text.replace('尺码 100', '').replaceAll('连体衣', '');
      expect(/[\u3400-\u9fff]/.test(bare), text).toBe(lang === 'zh');
    }
  });

  test('harm: the person first, no goods and no money', () => {
    const claim = claimOf({ reason: 'harm' });
    const offer = {
      plan: decide(claim).plans[0]!,
      claim,
      policy: defaultPolicy,
      instead: null,
      currency: 'CNY',
    };
    expect(offerWords(offer, 'zh')).not.toMatch(/退|换|元|补偿/);
    expect(offerWords(offer, 'en')).not.toMatch(/return|refund|exchange|¥|compensat/);
  });
});
