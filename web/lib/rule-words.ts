import type { Lang } from '../../core/standard/facts.ts';
import type { RuleId } from '../../core/standard/finding.ts';
import says from 'virtual:rule-says';

/** What a rule is called and why it stands; a rule of a newer server is at least named. */
export function ruleWords(rule: RuleId, lang: Lang): { title: string; reason: string } {
  return says[rule]?.[lang] ?? { title: rule, reason: '' };
}

/** All that have words. */
export const ruleIds = Object.keys(says) as RuleId[];
