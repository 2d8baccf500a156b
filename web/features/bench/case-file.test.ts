import { describe, expect, it } from 'vitest';
import { marksOf, placesIn, readCases, withMark, type CaseLine } from './case-file.ts';

const line = (some: Partial<CaseLine>): CaseLine => ({
  id: 'a',
  lang: 'zh',
  channel: 'chat',
  turns: [],
  expect: [],
  free: [],
  open: [],
  ...some,
});
const blame = { turn: 1, rule: 'attitude.blame' } as const;
const laterBlame = { turn: 3, rule: 'attitude.blame' } as const;
const threat = { turn: 1, rule: 'attitude.threat' } as const;

describe('the case file', () => {
  it('is a case a line', () => {
    const text = `${JSON.stringify(line({ id: 'a' }))}\n${JSON.stringify(line({ id: 'b' }))}\n`;
    expect(readCases(text).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(readCases('')).toEqual([]);
  });

  it('says what was confirmed, rejected, missed, and what nobody judged', () => {
    const one = line({ expect: [blame, { turn: 5, rule: 'emotion.unsoothed' }], free: ['attitude.threat'] });
    expect(marksOf(one, [blame, threat, { turn: 2, rule: 'timing.slow-reply' }])).toEqual([
      { ...blame, verdict: 'right' },
      { ...threat, verdict: 'wrong' },
      { turn: 5, rule: 'emotion.unsoothed', verdict: 'missed' },
    ]);
  });

  it('leaves a rejected finding out where another of its rule was confirmed', () => {
    expect(marksOf(line({ expect: [blame] }), [blame, laterBlame])).toEqual([
      { ...blame, verdict: 'right' },
      { ...laterBlame, verdict: 'wrong' },
    ]);
    expect(marksOf(line({ expect: [blame], open: [laterBlame] }), [blame, laterBlame])).toHaveLength(1);
  });

  it('says nothing of a conversation that it lacks', () => {
    expect(marksOf(undefined, [blame])).toEqual([]);
  });
});

describe('a mark', () => {
  it('takes the place of the one before; said again it is taken back', () => {
    const right = withMark([], { ...blame, verdict: 'right' });
    const wrong = withMark(right, { ...blame, verdict: 'wrong' });
    expect(wrong).toEqual([{ ...blame, verdict: 'wrong' }]);
    expect(withMark(wrong, { ...blame, verdict: 'wrong' })).toEqual([]);
    expect(withMark(wrong, { ...threat, verdict: 'right' })).toHaveLength(2);
  });

  it('stands once a turn and rule', () => {
    expect(placesIn([blame, threat, blame, laterBlame])).toEqual([blame, threat, laterBlame]);
  });
});
