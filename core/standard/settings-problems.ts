/** Why a shop's settings can't be saved, field by field. Their shape is checked before. */
import type { Problem } from '../refusal.ts';
import type { RuleId, Weight } from './finding.ts';
import { lighterOf } from './finding.ts';
import { phraseProblems } from './phrase-problems.ts';
import type { Rule } from './rule.ts';
import { rules as allRules } from './rules/index.ts';
import type { RuleSetting, RuleSettings, StandardSettings } from './settings.ts';

export function settingsProblems(settings: StandardSettings, rules: readonly Rule[] = allRules): Problem[] {
  const { channels, phrases } = settings;
  return [
    ...rulesProblems('rules', settings.rules, rules),
    ...rulesProblems('channels.chat', channels.chat, rules),
    ...rulesProblems('channels.phone', channels.phone, rules),
    ...phrases.flatMap((phrase, i) => phraseProblems(`phrases.${i}`, phrase)),
  ];
}

/**
 * What never becomes less than a warning: a shop may stop being strict about red lines, insults and threats, but its
 * agents and its customers are owed that somebody says a word. A report of harm to a person always calls somebody.
 */
export function isProtected(rule: RuleId): boolean {
  return (
    rule.startsWith('redline.') ||
    rule === 'attitude.insult' ||
    rule === 'attitude.threat' ||
    rule === 'complaint.safety'
  );
}

/** The weights that a shop can give a rule; an alert is the customer's words and a merit a good thing: they keep theirs. */
export function weightsOf(rule: Rule): Weight[] {
  if (rule.weight === 'alert' || rule.id.startsWith('merit.') || rule.id === 'attitude.forbidden')
    return [rule.weight];
  // Only what is judged before it happens can be stopped.
  const stops = (rule.moments.includes('send') && !rule.hints) || rule.moments.includes('act');
  const weights: Weight[] = stops ? ['block', 'warn', 'note'] : ['warn', 'note'];
  return isProtected(rule.id) ? weights.filter((weight) => !isTooLight(weight)) : weights;
}

const isTooLight = (weight: Weight) => weight !== 'warn' && lighterOf(weight, 'warn') === weight;

function rulesProblems(field: string, named: RuleSettings, rules: readonly Rule[]): Problem[] {
  return (Object.entries(named) as [RuleId, RuleSetting][]).flatMap(([id, setting]) => {
    const rule = rules.find((one) => one.id === id);
    return rule
      ? ruleProblems(`${field}.${id}`, setting, rule)
      : [{ field: `${field}.${id}`, problem: 'unknown-field' }];
  });
}

function ruleProblems(field: string, { on, weight }: RuleSetting, rule: Rule): Problem[] {
  const problems: Problem[] = [];
  if (on === false && isProtected(rule.id)) problems.push({ field: `${field}.on`, problem: 'protected' });
  if (weight !== undefined && !weightsOf(rule).includes(weight)) {
    const tooLight = isProtected(rule.id) && isTooLight(weight);
    problems.push({ field: `${field}.weight`, problem: tooLight ? 'protected' : 'not-allowed' });
  }
  return problems;
}
