import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chinesePlans } from './agent/plans.zh.ts';
import { englishPlans } from './agent/plans.en.ts';
import { chineseSoothing } from './agent/soothing.zh.ts';
import { englishSoothing } from './agent/soothing.en.ts';
import { chineseCurses, chineseSlurs } from './rules/attitude.insult.zh.ts';
import { englishCurses, englishSlurs } from './rules/attitude.insult.en.ts';
import { englishTurnbacks } from './rules/attitude.rhetorical.en.ts';
import { chineseTurnbacks } from './rules/attitude.rhetorical.zh.ts';
import * as bribe from './rules/redline.review-bribe.zh.ts';
import * as claim from './rules/redline.claim.zh.ts';
import * as promise from './rules/redline.promise.zh.ts';
import { mayAnyStandIn, Sought } from './sieve.ts';
import { viewOf } from './text.ts';

describe('a pattern that is sought', () => {
  const refund = new Sought(/(?:可以|能)给您退/);
  const hidden = new Sought(/.{2}/);

  test('is passed over where it cannot stand', () => expect(refund.mayStandIn('可以给您换')).toBe(false));
  test('is searched where all its words stand', () => {
    expect(refund.standsIn('能给您退')).toBe(true);
    expect(refund.standsIn('给您退，能行')).toBe(false);
  });
  test('is always searched where nothing is known of it', () => expect(hidden.mayStandIn('')).toBe(true));
  test('is found in one text after another', () => {
    expect(['能给您退', '好的', '能给您退'].map((text) => refund.mayStandIn(text))).toEqual([
      true,
      false,
      true,
    ]);
    expect(mayAnyStandIn('好的', [refund])).toBe(false);
  });
  test('is found when it came later than others were sought', () => {
    expect(refund.mayStandIn('zebra 斑马')).toBe(false);
    expect([new Sought(/斑马/), new Sought(/zebra/)].every((one) => one.standsIn('zebra 斑马'))).toBe(true);
  });
  test('survives any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        (text) => refund.standsIn(text) === /(?:可以|能)给您退/.test(text),
      ),
    );
    expect(refund.mayStandIn('能'.repeat(65_536))).toBe(false);
  });
});

const sought = [
  ...[...chinesePlans, ...englishPlans].map(({ named }) => named),
  ...chineseSlurs.concat(englishSlurs, chineseTurnbacks, englishTurnbacks).map(({ says }) => says),
  chineseCurses,
  englishCurses,
  ...chineseSoothing,
  ...englishSoothing,
  ...[bribe, claim, promise].flatMap(({ chinese }) => [chinese.sign, ...chinese.says]),
];
const examples = new URL('../../training/examples/agent/', import.meta.url);

describe('of all patterns of the standard', () => {
  test('none is lost in the examples', () => {
    const texts = readdirSync(examples)
      .flatMap((file) => readFileSync(new URL(file, examples), 'utf8').split('\n'))
      .filter((_, line) => line % 5 === 0)
      .map((line) => viewOf(line.split('\t').at(-1)!).text);
    const lost = texts.flatMap((text) =>
      sought
        .filter((one) => !one.mayStandIn(text) && text.search(one.pattern) >= 0)
        .map(({ pattern }) => [pattern, text]),
    );
    expect(texts.length).toBeGreaterThan(500);
    expect(lost).toEqual([]);
  });
  test('few are searched in an ordinary message', () => {
    const { text } = viewOf('好的，已经帮您看过了，包裹后天上午送到，请您留意一下。');
    expect(sought.filter((one) => one.mayStandIn(text)).length).toBeLessThan(sought.length / 10);
  });
});
