/** Previews come in portions; their sum. Pure. */
import type { PreviewAnswer, PreviewRule } from '../../../core/api.ts';

export type Preview = Pick<PreviewAnswer, 'judged' | 'scores' | 'rules'>;

export const noPreview: Preview = { judged: 0, scores: [], rules: [] };

const mostExamples = 5;

export function added(sum: Preview, portion: Preview): Preview {
  const rules = new Map(sum.rules.map((line) => [line.rule, line]));
  for (const line of portion.rules) {
    const before = rules.get(line.rule);
    rules.set(line.rule, before ? both(before, line) : line);
  }
  return {
    judged: sum.judged + portion.judged,
    scores: [...sum.scores, ...portion.scores],
    rules: [...rules.values()].toSorted((a, b) => sizeOf(b) - sizeOf(a)),
  };
}

/** Those that fall furthest first, then those that rise most. */
export const byDifference = (scores: Preview['scores']): Preview['scores'] =>
  scores.toSorted((a, b) => a.after - a.before - (b.after - b.before));

const sizeOf = ({ appear, vanish, reweighed }: PreviewRule) => appear + vanish + reweighed;

function both(one: PreviewRule, other: PreviewRule): PreviewRule {
  return {
    rule: one.rule,
    appear: one.appear + other.appear,
    vanish: one.vanish + other.vanish,
    reweighed: one.reweighed + other.reweighed,
    examples: [...one.examples, ...other.examples].slice(0, mostExamples),
  };
}
