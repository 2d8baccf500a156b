import { describe, expect, it } from 'vitest';
import { standardOf } from '../../../core/standard/apply-settings.ts';
import { standardInForce } from '../../../core/standard/settings.ts';
import { readPaste } from './paste.ts';
import { familiesOf, judged, outcomeOf, switched } from './trial.ts';

const { rules, scoring } = standardOf(standardInForce);

function tried(text: string) {
  const read = readPaste(text, { channel: 'chat', hours: 'always', now: 0 });
  if ('fault' in read) throw new Error(JSON.stringify(read.fault));
  return judged(read.conversation, rules.chat);
}

const rude = tried(
  '10:00 顾客：盖子漏水怎么办\n10:01 客服：难道您自己不会看说明书吗\n10:02 顾客：算了\n10:03 客服：难道是我让您买的吗',
);
const rule = 'attitude.rhetorical';

describe('a trial', () => {
  it('underlines the words and says what they cost', () => {
    const { shown } = outcomeOf(rude, new Set(), scoring.chat, []);
    const found = shown.find((one) => one.rule === rule)!;
    expect(found).toMatchObject({ turn: 1, off: false, weight: 'block', points: -20 });
    const [range] = found.ranges;
    expect(rude.turns[1]!.text.slice(range!.start, range!.end)).toBe(found.evidence);
    // The second of the same rule costs half.
    expect(shown.find((one) => one.rule === rule && one.turn === 3)!.points).toBe(-10);
  });

  it('without a rule loses its findings, keeps the others, and says what that changes', () => {
    const all = outcomeOf(rude, new Set(), scoring.chat, []);
    const some = outcomeOf(rude, new Set([rule]), scoring.chat, []);
    expect(some.score.points - all.score.points).toBe(30);
    expect(some.whole.points).toBe(all.score.points);
    expect(some.shown.filter(({ off }) => off).map(({ turn }) => turn)).toEqual([1, 3]);
    expect(some.shown.map((one) => one.rule)).toEqual(all.shown.map((one) => one.rule));
  });

  it('says the same as an engine that never had the rule', () => {
    const without = { chat: rules.chat.filter(({ id }) => id !== rule) };
    const read = readPaste(rude.turns.map(({ text }) => `客服：${text}`).join('\n'), {
      channel: 'chat',
      hours: 'always',
      now: 0,
    });
    if ('fault' in read) throw new Error('unreadable');
    const whole = outcomeOf(judged(read.conversation, rules.chat), new Set([rule]), scoring.chat, []);
    const less = outcomeOf(judged(read.conversation, without.chat), new Set(), scoring.chat, []);
    expect(whole.score).toEqual(less.score);
  });

  it('does not count what was rejected', () => {
    const rejected = outcomeOf(rude, new Set(), scoring.chat, [{ rule, turn: 1, verdict: 'wrong' }]);
    expect(rejected.shown.find((one) => one.turn === 1 && one.rule === rule)!.points).toBeNull();
    expect(rejected.shown.find((one) => one.turn === 3 && one.rule === rule)!.points).toBe(-20);
  });

  it('names what cannot be judged without times', () => {
    const { notJudged } = outcomeOf(tried('顾客：在吗\n客服：在的'), new Set(), scoring.chat, []);
    expect(notJudged).toContainEqual({ rule: 'timing.slow-reply', why: 'no-times' });
    const off = outcomeOf(tried('顾客：在吗\n客服：在的'), new Set(['timing.slow-reply']), scoring.chat, []);
    expect(off.notJudged.map((one) => one.rule)).not.toContain('timing.slow-reply');
  });
});

describe('the rules by family', () => {
  const families = familiesOf(rules.chat, rude.findings);

  it('are all there, each once, with what they found', () => {
    expect(families.flatMap((one) => one.rules.map(({ id }) => id)).toSorted()).toEqual(
      rules.chat.map(({ id }) => id).toSorted(),
    );
    const attitude = families.find(({ family }) => family === 'attitude')!;
    expect(attitude.rules.find(({ id }) => id === rule)).toMatchObject({ weight: 'block', found: 2 });
  });

  it('are switched one by one, or a family at once', () => {
    const off = switched(new Set(), [rule, 'attitude.blame'], false);
    expect([...off]).toEqual([rule, 'attitude.blame']);
    expect([...switched(off, [rule], true)]).toEqual(['attitude.blame']);
  });
});
