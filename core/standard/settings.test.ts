import { describe, expect, test } from 'vitest';
import { caseOf, factsOf } from '../../test/rule-cases.ts';
import { applySettings, scoringOf, standardOf } from './apply-settings.ts';
import { check, review, watch } from './check.ts';
import type { Turn } from './facts.ts';
import type { Weight } from './finding.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { score } from './score.ts';
import { settingsProblems, weightsOf } from './settings-problems.ts';
import type { RuleSettings, StandardSettings } from './settings.ts';
import { standardInForce, standardSettings } from './settings.ts';

const rude = '说明书不是写了吗';
const facts = factsOf(caseOf(rude));

const settings = (changes: Partial<StandardSettings>): StandardSettings => ({
  ...standardSettings,
  ...changes,
});
const standard = (changes: Partial<StandardSettings>) =>
  standardOf({ ...standardInForce, settings: settings(changes) });
const weightsFound = (own: readonly Rule[]) =>
  check({ text: rude }, facts, 0, { rules: own.filter(isRhetorical) }).map(({ weight }): Weight => weight);
const isRhetorical = ({ id }: Rule) => id === 'attitude.rhetorical';

describe('what a shop sets', () => {
  test('nothing: the rules are the standard’s own, one by one', () => {
    expect(standardOf(standardInForce).rules.chat).toEqual(rules);
    for (const [i, rule] of standardOf(standardInForce).rules.chat.entries()) expect(rule).toBe(rules[i]);
  });

  test('a rule that is off finds nothing', () => {
    const own = standard({ rules: { 'attitude.rhetorical': { on: false } } });
    expect(weightsFound(own.rules.chat)).toEqual([]);
    expect(own.rules.phone).toHaveLength(rules.length - 1);
  });

  test('another weight; on one channel only', () => {
    const named: RuleSettings = { 'attitude.rhetorical': { weight: 'note' } };
    const own = standard({
      rules: { 'attitude.rhetorical': { weight: 'warn' } },
      channels: { chat: {}, phone: named },
    });
    expect(weightsFound(own.rules.chat)).toEqual(['warn']);
    expect(weightsFound(own.rules.phone)).toEqual(['note']);
  });

  test('a review that is milder than the live rule stays so', () => {
    const twofold: Rule = { ...rules[0]!, weight: 'warn', weightAfter: 'note' };
    const named = (weight: Weight) =>
      applySettings([twofold], settings({ rules: { [twofold.id]: { weight } } }), 'chat')[0]!;
    expect([named('note').weight, named('note').weightAfter]).toEqual(['note', 'note']);
    expect([named('block').weight, named('block').weightAfter]).toEqual(['block', 'note']);
  });

  test('a rule without teeth warns, a milder one stays as it is', () => {
    const blunt = (weight: Weight) =>
      standardOf({
        version: 3,
        settings: settings({ rules: { 'attitude.rhetorical': { weight } } }),
        toothless: ['attitude.rhetorical'],
      });
    expect(weightsFound(blunt('block').rules.chat)).toEqual(['warn']);
    expect(weightsFound(blunt('note').rules.chat)).toEqual(['note']);
  });

  test('a red line that fails to run holds the message only where it would stop it', () => {
    const failing = (weight: Weight): Rule => {
      const draft = () => {
        throw new Error('broken');
      };
      return { ...rules[0]!, id: 'redline.claim', weight, draft };
    };
    const found = (weight: Weight) => check({ text: rude }, facts, 0, { rules: [failing(weight)] });
    expect(found('block')).toMatchObject([{ failed: true, weight: 'block' }]);
    expect(found('warn')).toEqual([]);
  });

  test('the threshold of a slow reply', () => {
    const turns: Turn[] = [
      { from: 'customer', text: '在吗', at: 0 },
      { from: 'agent', text: '在的', at: 100_000 },
    ];
    const late = (finding: number) =>
      watch({ ...facts, turns }, 0, 100_000, {
        rules: standard({ thresholds: { ...standardSettings.thresholds, finding } }).rules.chat,
      }).map(({ rule }) => rule);
    expect(late(300)).not.toContain('timing.slow-reply');
    expect(late(90)).toContain('timing.slow-reply');
  });

  test('points: by weight, by rule, by channel', () => {
    const own = settings({
      points: { block: 30, warn: 5, note: 1 },
      rules: { 'attitude.rhetorical': { points: 12 } },
      channels: { chat: {}, phone: { 'attitude.rhetorical': { points: 4 } } },
    });
    const turns: Turn[] = [
      { from: 'customer', text: '这个怎么装' },
      { from: 'agent', text: rude },
    ];
    const found = review({ ...facts, id: 'c', turns }, 0, { rules: rules.filter(isRhetorical) });
    expect(score(found, scoringOf(own, 'chat')).points).toBe(88);
    expect(score(found, scoringOf(own, 'phone')).points).toBe(96);
    expect(scoringOf(own, 'chat').points).toEqual({ block: 30, warn: 5, note: 1, alert: 0 });
  });
});

describe('what is refused', () => {
  const problems = (changes: Partial<StandardSettings>) =>
    settingsProblems(settings(changes)).map(({ field, problem }) => `${field}: ${problem}`);

  test('of the standard’s own settings nothing', () => expect(problems({})).toEqual([]));

  test('red lines, insults, threats and harm to a person: off, or lighter than a warning', () => {
    expect(
      problems({ rules: { 'attitude.insult': { on: false }, 'redline.privacy': { weight: 'note' } } }),
    ).toEqual(['rules.attitude.insult.on: protected', 'rules.redline.privacy.weight: protected']);
    expect(problems({ channels: { chat: {}, phone: { 'attitude.insult': { on: false } } } })).toEqual([
      'channels.phone.attitude.insult.on: protected',
    ]);
    expect(
      problems({ rules: { 'attitude.insult': { weight: 'warn' }, 'redline.privacy': { points: 5 } } }),
    ).toEqual([]);
  });

  test('a rule that is not there, a weight that it cannot have', () => {
    expect(
      problems({
        rules: {
          'attitude.friendly': { on: true },
          'timing.slow-reply': { weight: 'block' },
          'complaint.sensitive': { weight: 'note' },
          'attitude.forbidden': { weight: 'warn' },
          'attitude.rhetorical': { weight: 'alert' },
        },
      }),
    ).toEqual([
      'rules.attitude.friendly: unknown-field',
      'rules.timing.slow-reply.weight: not-allowed',
      'rules.complaint.sensitive.weight: not-allowed',
      'rules.attitude.forbidden.weight: not-allowed',
      'rules.attitude.rhetorical.weight: not-allowed',
    ]);
  });

  test('every rule may have the weight that the standard gives it', () => {
    for (const rule of rules) expect(weightsOf(rule), rule.id).toContain(rule.weight);
  });

  test.each(['', '   ', '*', '活动*', '*规则', '一*二*三*四*五', '。。', '长'.repeat(61), '\ud83d'])(
    'the phrase “%s”',
    (phrase) => {
      const one = { phrase, weight: 'warn' as const, passes: [], fails: [], note: '' };
      expect(problems({ phrases: [one] })).toEqual(['phrases.0.phrase: malformed']);
    },
  );

  test.each(['(a+)+$', '.{0,9}{9}', '[活动]', '规则$|^'])(
    '“%s” is no pattern but the words it is written with',
    (phrase) => {
      const one = {
        phrase,
        weight: 'warn' as const,
        passes: ['规则', 'aaa', '活'],
        fails: [`看${phrase}`],
        note: '',
      };
      expect(problems({ phrases: [one] })).toEqual([]);
    },
  );

  test('examples that go wrong, each by its place', () => {
    const fine = {
      phrase: '活动规则',
      weight: 'warn' as const,
      passes: ['活动'],
      fails: ['活动规则'],
      note: '',
    };
    const wrong = {
      ...fine,
      passes: ['规则', '看活动规则'],
      fails: ['活动规则', '活动的规则', '您说的“活动规则”'],
    };
    expect(problems({ phrases: [fine, wrong] })).toEqual([
      'phrases.1.passes.1: example-found',
      'phrases.1.fails.1: example-missed',
      'phrases.1.fails.2: example-missed',
    ]);
  });
});
