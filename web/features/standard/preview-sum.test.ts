import { expect, it } from 'vitest';
import type { PreviewExample, PreviewRule, PreviewScore } from '../../../core/api.ts';
import { added, byDifference, noPreview } from './preview-sum.ts';

const example = (messageSeq: number): PreviewExample => ({
  change: 'appears',
  conversationId: 'c',
  episodeId: 'e',
  messageSeq,
  start: 0,
  end: 1,
  weight: 'warn',
  evidence: '喂',
});
const line = (rule: PreviewRule['rule'], appear: number, vanish = 0): PreviewRule => {
  return {
    rule,
    appear,
    vanish,
    reweighed: 0,
    examples: Array.from({ length: appear }, (_, i) => example(i)),
  };
};
const score = (before: number, after: number): PreviewScore => {
  return { conversationId: `${before}`, episodeId: 'e', customerName: null, closedAt: null, before, after };
};

it('portions add up, rule by rule, those that change most first, with a few examples', () => {
  const one = { judged: 20, scores: [score(90, 80)], rules: [line('attitude.blame', 3)] };
  const two = { judged: 7, scores: [], rules: [line('phone.hold', 1, 9), line('attitude.blame', 4)] };
  const sum = [one, two].reduce(added, noPreview);
  expect([sum.judged, sum.scores]).toEqual([27, one.scores]);
  expect(
    sum.rules.map(({ rule, appear, vanish, examples }) => [rule, appear, vanish, examples.length]),
  ).toEqual([
    ['phone.hold', 1, 9, 1],
    ['attitude.blame', 7, 0, 5],
  ]);
});

it('the scores that fall furthest stand first', () => {
  const order = byDifference([score(80, 90), score(90, 30), score(70, 69)]).map(({ before }) => before);
  expect(order).toEqual([90, 70, 80]);
});
