import { becauseSaid, type Because } from '../../core/standard/because.ts';
import type { Lang } from '../../core/standard/facts.ts';
import type { RuleId } from '../../core/standard/finding.ts';
import { inScript } from '../words/index.ts';

/** What of the shop's own data speaks against these words, each fact once; '' where none does. */
export function factsAgainst(
  findings: readonly { rule: RuleId; because?: Because }[],
  of: RuleId,
  lang: Lang,
): string {
  const facts = findings.flatMap(({ rule, because }) =>
    rule === of && because ? becauseSaid(because, lang) : [],
  );
  return inScript([...new Set(facts)].join(lang === 'zh' ? '' : ' '));
}
