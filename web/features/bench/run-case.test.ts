import { describe, expect, it } from 'vitest';
import { standardOf } from '../../../core/standard/apply-settings.ts';
import { standardInForce } from '../../../core/standard/settings.ts';
import type { CaseLine } from './case-file.ts';
import { runCase, sumOf, turnsAbout } from './run-case.ts';

const standard = standardOf(standardInForce);
const rude = { turn: 1, rule: 'attitude.rhetorical' } as const;

const run = (some: Partial<CaseLine>) =>
  runCase(
    {
      id: 'a',
      lang: 'zh',
      channel: 'chat',
      turns: [
        { from: 'customer', text: '盖子漏水怎么办' },
        { from: 'agent', text: '难道您自己不会看说明书吗' },
      ],
      expect: [],
      free: [],
      open: [],
      ...some,
    },
    standard,
  );

describe('a case', () => {
  it('is kept where what must be found is found', () => {
    expect(run({ expect: [rude] }).expect).toEqual([{ ...rude, found: true }]);
    expect(sumOf([run({ expect: [rude] })])).toEqual({ missed: 0, invented: 0 });
  });

  it('fails where it is missed, and where a rejected rule still finds something', () => {
    const missed = run({ expect: [{ turn: 0, rule: 'complaint.safety' }] });
    const wrong = run({ free: [rude.rule] });
    expect(missed.expect[0]!.found).toBe(false);
    expect(wrong.free).toEqual([{ rule: rude.rule, turns: [1] }]);
    // Nobody said anything of it, and an agent would have seen it.
    expect(missed.free).toEqual([{ rule: rude.rule, turns: [1] }]);
    expect(sumOf([missed, wrong])).toEqual({ missed: 1, invented: 2 });
  });

  it('counts neither way what nobody has judged', () => {
    expect(run({ free: [rude.rule], open: [rude] }).free).toEqual([{ rule: rude.rule, turns: [] }]);
  });

  it('shows the messages it is about, else how it began', () => {
    expect(turnsAbout(run({ free: [rude.rule] }))).toEqual([1]);
    expect(turnsAbout(run({ free: ['attitude.threat'], open: [rude] }))).toEqual([0, 1]);
  });
});
