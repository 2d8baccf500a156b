import type { AlertCause } from '../../core/events.ts';
import type { Lang } from '../../core/standard/facts.ts';
import type { Translate } from '../words/index.ts';
import { ruleWords } from './rule-words.ts';

/** Why somebody is called, in a few words. */
export function alertWords(cause: AlertCause, t: Translate, lang: Lang): string {
  if (cause.kind === 'wait') return t('alert.wait', { minutes: Math.round(cause.seconds / 6) / 10 });
  const { title } = ruleWords(cause.rule, lang);
  if (cause.kind === 'rule') return title;
  return t(cause.kind === 'rule-failed' ? 'alert.ruleFailed' : 'alert.ruleToothless', { rule: title });
}
