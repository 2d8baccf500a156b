/** A number of the policy as one reads it, and what a field is counted in. Pure. */
import type { Lang } from '../../../../core/standard/facts.ts';
import { amount } from '../../orders/amount.ts';
import type { Value } from './policy-changes.ts';
import type { SettingsSay } from './settings-words.ts';

export type Unit = 'days' | 'hours' | 'times' | 'percent' | 'money' | 'kinds';

export function unitOf(field: string): Unit {
  if (field === 'excludedByLaw') return 'kinds';
  if (field === 'stalledHours') return 'hours';
  if (field === 'failedRepairs') return 'times';
  if (field.startsWith('days.')) return 'days';
  return field.endsWith('.percent') ? 'percent' : 'money';
}

export function valueWords(field: string, value: Value, say: SettingsSay, lang: Lang): string {
  if (value === null) return say('value.noCap');
  if (Array.isArray(value)) {
    return value.length === 0
      ? say('value.none')
      : value.map((kind) => say(`kind.${kind}` as never)).join(say('value.and'));
  }
  const unit = unitOf(field);
  return unit === 'money'
    ? amount(value as number, 'CNY', lang)
    : say(`value.${unit as 'days' | 'hours' | 'times' | 'percent'}`, { value: value as number });
}

/** In what order the page has them; a number that none of these names stands in the last. */
export const groups = ['returns', 'money', 'compensation', 'limits'] as const;
export type GroupName = (typeof groups)[number];

export function groupOf(field: string): GroupName {
  if (field.startsWith('compensation.')) return 'compensation';
  if (field === 'days.price' || field === 'days.payout') return 'money';
  if (/^days\.|^failedRepairs$|^excludedByLaw$/.test(field)) return 'returns';
  if (field === 'stalledHours') return 'compensation';
  return 'limits';
}
