import { describe, expect, it } from 'vitest';
import { rules } from '../../../core/standard/rules/index.ts';
import { isProtected, weightsOf } from '../../../core/standard/settings-problems.ts';
import { standardSettings } from '../../../core/standard/settings.ts';
import type { KnownRule } from './rule-settings.ts';
import { asStandard, byFamily, channelsApart, inForce, isOwn, whyFixed, withRule } from './rule-settings.ts';

const known = (id: string): KnownRule => {
  const rule = rules.find((one) => one.id === id)!;
  const { weight: ownWeight, moments } = rule;
  return { rule: rule.id, ownWeight, moments, weights: weightsOf(rule), protected: isProtected(rule.id) };
};
const rhetorical = known('attitude.rhetorical');

describe('a rule that the shop sets', () => {
  it('keeps what was said before, and forgets what is the standard’s again', () => {
    const milder = withRule(standardSettings, rhetorical.rule, null, { weight: 'warn' });
    const cheaper = withRule(milder, rhetorical.rule, null, { points: 5 });
    expect(cheaper.rules).toEqual({ 'attitude.rhetorical': { weight: 'warn', points: 5 } });
    expect(withRule(cheaper, rhetorical.rule, null, { weight: undefined }).rules).toEqual({
      'attitude.rhetorical': { points: 5 },
    });
    expect(asStandard(cheaper, rhetorical.rule)).toEqual(standardSettings);
  });

  it('may be another on the telephone', () => {
    const onPhone = withRule(standardSettings, rhetorical.rule, 'phone', { on: false });
    expect(inForce(onPhone, rhetorical, 'phone').on).toBe(false);
    expect(inForce(onPhone, rhetorical, 'chat').on).toBe(true);
    expect(inForce(onPhone, rhetorical, null).on).toBe(true);
    expect(channelsApart(onPhone, rhetorical.rule)).toEqual(['phone']);
    expect([isOwn(onPhone, rhetorical.rule), isOwn(standardSettings, rhetorical.rule)]).toEqual([
      true,
      false,
    ]);
  });

  it('costs what its weight costs, unless it has points of its own', () => {
    const milder = withRule(standardSettings, rhetorical.rule, null, { weight: 'note' });
    expect(inForce(milder, rhetorical, null).points).toBe(standardSettings.points.note);
    const dear = withRule(milder, rhetorical.rule, 'chat', { points: 40 });
    expect(inForce(dear, rhetorical, 'chat').points).toBe(40);
    expect(inForce(dear, rhetorical, 'phone').points).toBe(standardSettings.points.note);
    expect(inForce(standardSettings, known('merit.plans'), null).points).toBe(3);
  });
});

describe('why not everything can be set', () => {
  it.each([
    ['attitude.rhetorical', []],
    ['redline.privacy', ['protected']],
    ['complaint.safety', ['alert', 'protected']],
    ['complaint.sensitive', ['alert']],
    ['timing.slow-reply', ['too-late']],
    ['merit.thanks', ['merit']],
    ['attitude.forbidden', ['by-phrase']],
  ])('%s: %j', (id, why) => expect(whyFixed(known(id))).toEqual(why));

  it('every rule with fewer than three weights says why', () => {
    const unexplained = rules
      .map(({ id }) => known(id))
      .filter((rule) => rule.weights.length < 3 && whyFixed(rule).length === 0);
    expect(unexplained).toEqual([]);
  });
});

it('every rule stands in a family', () => {
  const all = rules.map(({ id }) => known(id));
  expect(byFamily(all).flatMap((group) => group.rules)).toHaveLength(all.length);
});
