import { describe, expect, test } from 'vitest';
import { engineVersion } from './engine-version.ts';
import type { Finding, RuleId, Weight } from './finding.ts';
import { defaultSettings, score } from './score.ts';

const found = (rule: RuleId, weight: Weight, turn: number): Finding => ({
  rule,
  weight,
  moment: 'send',
  turn,
  start: 0,
  end: 1,
  evidence: 'x',
});
const scored = (...findings: Finding[]) => score({ findings, notJudged: [] });

describe('a score', () => {
  test('starts at 100 and names the engine', () => {
    expect(scored()).toEqual({ points: 100, veto: null, lines: [], notJudged: [], engine: engineVersion });
  });

  test('explains each point it takes off', () => {
    const { points, lines } = scored(
      found('attitude.rhetorical', 'block', 1),
      found('timing.slow-reply', 'note', 3),
    );
    expect(lines).toEqual([
      { rule: 'attitude.rhetorical', turn: 1, weight: 'block', points: -20 },
      { rule: 'timing.slow-reply', turn: 3, weight: 'note', points: -3 },
    ]);
    expect(points).toBe(100 + lines.reduce((sum, line) => sum + line.points, 0));
  });

  test('takes less for a repetition', () => {
    const { lines } = scored(found('timing.slow-reply', 'warn', 1), found('timing.slow-reply', 'warn', 3));
    expect(lines.map(({ points }) => points)).toEqual([-8, -4]);
  });

  test('counts one rule once a message', () => {
    expect(scored(found('attitude.command', 'warn', 1), found('attitude.command', 'warn', 1)).points).toBe(
      92,
    );
  });

  test('never falls below 0', () => {
    const turns = Array.from({ length: 20 }, (_, turn) => found('attitude.rhetorical', 'block', turn));
    expect(scored(...turns).points).toBe(0);
  });

  test('an alert for a person costs the agent nothing', () => {
    expect(scored(found('complaint.sensitive', 'alert', 0)).points).toBe(100);
  });

  test('hints do not count', () => {
    expect(scored({ ...found('substance.symbols-only', 'warn', 1), hint: true }).lines).toEqual([]);
  });

  test('shows what could not be judged', () => {
    const notJudged = [{ rule: 'timing.slow-reply' as const, why: 'no-times' as const }];
    expect(score({ findings: [], notJudged }).notJudged).toEqual(notJudged);
  });
});

describe('one veto', () => {
  test.each<RuleId>(['redline.privacy', 'attitude.insult', 'attitude.threat'])(
    '%s sets it to 0, pending',
    (rule) => {
      expect(scored(found(rule, 'block', 2))).toMatchObject({
        points: 0,
        veto: 'pending',
        lines: [{ rule, turn: 2, veto: true }],
      });
    },
  );

  test.each<[RuleId, Weight]>([
    ['attitude.rhetorical', 'block'],
    ['redline.promise', 'warn'],
  ])('%s does not', (rule, weight) => expect(scored(found(rule, weight, 2)).veto).toBeNull());
});

describe('what people decided', () => {
  const insult = found('attitude.insult', 'block', 1);
  const late = found('timing.slow-reply', 'note', 3);
  const settled = (verdict: 'wrong' | 'risk-taken' | 'own-reason') =>
    score({ findings: [insult, late], notJudged: [] }, defaultSettings, [
      { rule: 'attitude.insult', turn: 1, verdict },
    ]);

  test('a wrong finding costs nothing', () => {
    expect(settled('wrong')).toMatchObject({
      points: 97,
      veto: null,
      lines: [{ rule: 'timing.slow-reply' }],
    });
  });

  test('a risk that the supervisor took is the supervisor’s', () => {
    expect(settled('risk-taken')).toMatchObject({
      points: 97,
      veto: null,
      lines: [{ rule: 'attitude.insult', to: 'supervisor', points: -20 }, { rule: 'timing.slow-reply' }],
    });
  });

  test('the agent’s own reason lets it leave, and the score stands', () => {
    expect(settled('own-reason')).toMatchObject({ points: 0, veto: 'pending' });
  });

  test('a verdict on another message changes nothing', () => {
    const verdicts = [{ rule: insult.rule, turn: 9, verdict: 'wrong' as const }];
    expect(score({ findings: [insult], notJudged: [] }, defaultSettings, verdicts).veto).toBe('pending');
  });
});

describe('settings of a shop', () => {
  test('give a rule its own points', () => {
    const settings = { ...defaultSettings, rulePoints: { 'timing.slow-reply': 10 } as const };
    expect(score({ findings: [found('timing.slow-reply', 'note', 1)], notJudged: [] }, settings).points).toBe(
      90,
    );
  });

  test('merits add at most ten and never above 100', () => {
    const settings = {
      ...defaultSettings,
      rulePoints: { 'merit.greeting': 8, 'merit.farewell': 8 } as const,
    };
    const merits = [found('merit.greeting', 'note', 0), found('merit.farewell', 'note', 4)];
    const faults = [found('attitude.rhetorical', 'block', 2)];
    expect(score({ findings: [...merits, ...faults], notJudged: [] }, settings).points).toBe(90);
    expect(score({ findings: merits, notJudged: [] }, settings).points).toBe(100);
  });
});
