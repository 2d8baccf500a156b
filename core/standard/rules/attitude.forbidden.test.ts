import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseOf, factsOf } from '../../../test/rule-cases.ts';
import { standardOf } from '../apply-settings.ts';
import { check, review } from '../check.ts';
import type { Rule } from '../rule.ts';
import type { ForbiddenPhrase } from '../settings.ts';
import { standardInForce, standardSettings } from '../settings.ts';
import { rules } from './index.ts';
import { forbidden } from './attitude.forbidden.ts';

const words = (phrase: string, weight: ForbiddenPhrase['weight'] = 'warn'): ForbiddenPhrase => {
  return { phrase, weight, passes: [], fails: [], note: '' };
};

const isForbidden = ({ id }: Rule) => id === 'attitude.forbidden';

const standardWith = (...phrases: ForbiddenPhrase[]) =>
  standardOf({ ...standardInForce, settings: { ...standardSettings, phrases } });

const found = (text: string, ...phrases: ForbiddenPhrase[]) =>
  check({ text }, factsOf(caseOf(text)), 0, { rules: standardWith(...phrases).rules.chat })
    .filter(({ rule }) => rule === 'attitude.forbidden')
    .map(({ evidence, weight }) => [evidence, weight]);

test('is in the list of rules', () => expect(rules).toContain(forbidden));

describe('fails', () => {
  test.each([
    ['活动规则', '按活动规则办理哈', '活动规则'],
    ['活动规则', '這是活動規則規定的', '活動規則'],
    ['活动规则', '活 动 规 则在首页', '活 动 规 则'],
    ['活动规则', '活*动*规*则在首页', '活*动*规*则'],
    ['这*不归*管', '这件事情不归我们组管哦', '这件事情不归我们组管'],
    ['喂', '喂，在吗', '喂'],
    ['找boss', '您去找 boss 说', '找 boss'],
    ['找 boss', '您去找BOSS说', '找BOSS'],
    ['no', 'No, sorry', 'No'],
    ['company policy', "That's Company  Policy, sorry.", 'Company  Policy'],
    ['not * department', 'This is not really our department', 'not really our department'],
    ['ＯＫ了吧', 'ok了吧？', 'ok了吧'],
    ['甲乙甲*丙', '甲乙甲乙甲，丙', '甲乙甲，丙'],
  ])('“%s” in “%s”', (phrase, text, evidence) => {
    expect(found(text, words(phrase))).toEqual([[evidence, 'warn']]);
  });
});

describe('passes', () => {
  test.each([
    ['活动规则', '活动的规则在首页'],
    ['活动规则', '您说的“活动规则”我看到了'],
    ['这*不归*管', '这边帮您看。地址不归这里，我来管'],
    ['这*不归*管', '这件事情说来话长一共有十几个人经手不归我管'],
    ['这*不归*管', '管这事的同事不归我'],
    ['no', 'I know a good one, nothing to worry about'],
    ['is', 'this'],
    ['12', '一共123元'],
    ['活动规则', ''],
  ])('“%s” not in “%s”', (phrase, text) => {
    expect(found(text, words(phrase))).toEqual([]);
  });

  test('anything while the list is empty', () => expect(found('活动规则')).toEqual([]));
});

describe('weights', () => {
  test('each phrase has its own; the gravest in a message speaks for it', () => {
    const list = [words('活动规则', 'note'), words('找厂家', 'block'), words('看首页', 'warn')];
    expect(found('活动规则看首页', ...list)).toEqual([['看首页', 'warn']]);
    expect(found('活动规则看首页，再找厂家，找厂家', ...list)).toEqual([
      ['找厂家', 'block'],
      ['找厂家', 'block'],
    ]);
  });

  test('a list that has lost its teeth warns', () => {
    const settings = { ...standardSettings, phrases: [words('找厂家', 'block'), words('看首页', 'note')] };
    const { rules: own } = standardOf({ version: 2, settings, toothless: ['attitude.forbidden'] });
    const weights = (text: string) =>
      check({ text }, factsOf(caseOf(text)), 0, { rules: own.chat.filter(isForbidden) }).map(
        ({ weight }) => weight,
      );
    expect(weights('找厂家')).toEqual(['warn']);
    expect(weights('看首页')).toEqual(['note']);
  });

  test('a review finds what was sent', () => {
    const turns = [{ from: 'agent' as const, text: '找厂家去' }];
    const { rules: own } = standardWith(words('找厂家', 'note'));
    const { findings } = review({ ...factsOf(caseOf('')), id: 'c', turns }, 0, {
      rules: own.chat.filter(isForbidden),
    });
    expect(findings).toMatchObject([
      { rule: 'attitude.forbidden', weight: 'note', turn: 0, start: 0, end: 3 },
    ]);
  });
});

test('finds what a plain search finds, and nothing else', () => {
  const letter = fc.constantFrom('甲', '乙', '丙', 'x');
  const phrase = fc.array(letter, { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.array(phrase, { minLength: 1, maxLength: 6 }), fc.array(letter), (phrases, letters) => {
      const text = letters.join('');
      // Three of the same are drawn out, and "x" beside "x" is inside a word: neither is what is tried here.
      fc.pre(!/(.)\1/.test(text + phrases.join('|')));
      const hits = found(text, ...phrases.map((one) => words(one)));
      expect(hits.length > 0).toBe(phrases.some((one) => text.includes(one)));
    }),
  );
});

test('any text is searched, in a time that grows with its length alone', () => {
  const list = Array.from({ length: 500 }, (_, i) => words(`甲乙*${String.fromCharCode(0x4e00 + i)}丙*丁`));
  const { chat } = standardWith(...list).rules;
  const only = chat.filter(isForbidden);
  const facts = factsOf(caseOf('甲'));
  const search = (text: string) => check({ text }, facts, 0, { rules: only });
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void search(text)));
  const began = performance.now();
  search('甲乙一丙'.repeat(16_000));
  search('甲乙'.repeat(32_000));
  expect(performance.now() - began).toBeLessThan(2_000);
});
