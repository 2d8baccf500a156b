/** The standard as one shop has it: its rules with the shop's weights, and what a finding costs there. */
import type { RuleId, Weight } from './finding.ts';
import { lighterOf } from './finding.ts';
import type { Rule } from './rule.ts';
import { rules as allRules } from './rules/index.ts';
import type { ScoreSettings } from './score.ts';
import { defaultSettings } from './score.ts';
import type { Channel, StandardInForce, StandardSettings } from './settings.ts';
import { settingOf } from './settings.ts';

export interface Standard extends StandardInForce {
  /** What check, watch and review judge by. */
  rules: Record<Channel, readonly Rule[]>;
  scoring: Record<Channel, ScoreSettings>;
}

/** Made once for a version: the shop's phrases are compiled here. */
export function standardOf(inForce: StandardInForce): Standard {
  const { settings, toothless } = inForce;
  const tuned = allRules.map((rule) => rule.tuned?.(settings) ?? rule);
  return {
    ...inForce,
    rules: {
      chat: applySettings(tuned, settings, 'chat', toothless),
      phone: applySettings(tuned, settings, 'phone', toothless),
    },
    scoring: { chat: scoringOf(settings, 'chat'), phone: scoringOf(settings, 'phone') },
  };
}

/** The rules that are on, with the shop's weights; a rule that nothing is said about stays the same object. */
export function applySettings(
  rules: readonly Rule[],
  settings: StandardSettings,
  channel: Channel,
  toothless: readonly RuleId[] = [],
): readonly Rule[] {
  return rules.flatMap((rule) => {
    const { on = true, weight = rule.weight } = settingOf(rule.id, settings, channel);
    if (!on) return [];
    return [weighing(rule, toothless.includes(rule.id) ? lighterOf(weight, 'warn') : weight)];
  });
}

export function scoringOf(settings: StandardSettings, channel: Channel): ScoreSettings {
  const rulePoints = { ...defaultSettings.rulePoints };
  for (const named of [settings.rules, settings.channels[channel]]) {
    for (const [rule, { points }] of Object.entries(named) as [RuleId, { points?: number }][])
      if (points !== undefined) rulePoints[rule] = points;
  }
  const { repeatPercent, meritLimit } = settings;
  return { points: { ...defaultSettings.points, ...settings.points }, rulePoints, repeatPercent, meritLimit };
}

/** A review that is milder than the live rule stays so. */
function weighing(rule: Rule, weight: Weight): Rule {
  if (weight === rule.weight) return rule;
  const weightAfter = rule.weightAfter && lighterOf(rule.weightAfter, weight);
  return { ...rule, weight, weightAfter };
}
