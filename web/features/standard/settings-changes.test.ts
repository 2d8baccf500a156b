import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ForbiddenPhrase, StandardSettings } from '../../../core/standard/settings.ts';
import { standardSettings } from '../../../core/standard/settings.ts';
import { changesBetween, rebased } from './settings-changes.ts';

const settings = (changes: Partial<StandardSettings>): StandardSettings => ({
  ...standardSettings,
  ...changes,
});
const phrase = (words: string, note = ''): ForbiddenPhrase => {
  return { phrase: words, weight: 'warn', passes: [], fails: [], note };
};

describe('what differs', () => {
  it('is nothing between the same settings, however they were made', () => {
    expect(changesBetween(standardSettings, structuredClone(standardSettings))).toEqual([]);
  });

  it('is told place by place', () => {
    const after = settings({
      rules: { 'attitude.blame': { weight: 'note' } },
      channels: { chat: {}, phone: { 'attitude.blame': { on: false } } },
      meritLimit: 5,
      phrases: [phrase('看首页')],
    });
    expect(changesBetween(standardSettings, after)).toEqual([
      {
        place: { kind: 'number', name: 'meritLimit' },
        before: standardSettings.meritLimit,
        after: 5,
      },
      {
        place: { kind: 'rule', channel: null, rule: 'attitude.blame', part: 'weight' },
        before: undefined,
        after: 'note',
      },
      {
        place: { kind: 'rule', channel: 'phone', rule: 'attitude.blame', part: 'on' },
        before: undefined,
        after: false,
      },
      {
        place: { kind: 'phrase', phrase: '看首页', nth: 0 },
        before: undefined,
        after: phrase('看首页'),
      },
    ]);
  });

  it('keeps two phrases of the same words apart', () => {
    const after = settings({ phrases: [phrase('看首页'), phrase('看首页', '两遍')] });
    expect(changesBetween(settings({ phrases: [phrase('看首页')] }), after)).toHaveLength(1);
  });
});

describe('mine on theirs', () => {
  it('keeps what each changed, and tells where both changed the same', () => {
    const mine = settings({
      meritLimit: 5,
      repeatPercent: 25,
      phrases: [phrase('找厂家')],
      rules: { 'attitude.blame': { points: 4 } },
    });
    const theirs = settings({
      meritLimit: 8,
      leastPrecision: 90,
      phrases: [phrase('看首页')],
      rules: { 'attitude.blame': { weight: 'warn' } },
    });
    expect(rebased(standardSettings, mine, theirs)).toEqual({
      settings: settings({
        meritLimit: 5,
        repeatPercent: 25,
        leastPrecision: 90,
        phrases: [phrase('看首页'), phrase('找厂家')],
        rules: { 'attitude.blame': { weight: 'warn', points: 4 } },
      }),
      conflicts: [{ place: { kind: 'number', name: 'meritLimit' }, before: 8, after: 5 }],
    });
  });

  it('takes away what I took away', () => {
    const base = settings({ phrases: [phrase('看首页'), phrase('找厂家')] });
    const mine = settings({ phrases: [phrase('找厂家')] });
    const theirs = { ...base, meritLimit: 3 };
    expect(rebased(base, mine, theirs).settings).toEqual({ ...mine, meritLimit: 3 });
  });

  it('is theirs where I changed nothing, and mine where they did', () => {
    const some = fc.record({
      meritLimit: fc.nat(100),
      phrases: fc.array(
        fc.constantFrom('甲', '乙', '丙').map((words) => phrase(words)),
        { maxLength: 4 },
      ),
      rules: fc.constantFrom({}, { 'attitude.blame': { on: false, points: 3 } }),
    });
    fc.assert(
      fc.property(some, some, (one, other) => {
        const [a, b] = [settings(one), settings(other)];
        expect(rebased(a, a, b)).toEqual({ settings: b, conflicts: [] });
        expect(changesBetween(rebased(a, b, a).settings, b)).toEqual([]);
      }),
    );
  });
});
