/** A change of the settings in a sentence. Pure. */
import type { Lang } from '../../../core/standard/facts.ts';
import type { RuleId, Weight } from '../../../core/standard/finding.ts';
import type { ForbiddenPhrase } from '../../../core/standard/settings.ts';
import { ruleWords } from '../../lib/rule-words.ts';
import type { Change, NumberName, Place } from './settings-changes.ts';
import type { StandardWords } from './words.ts';

/**
 * What changed, and from what to what; a phrase is told by itself.
 * @param ownWeight the standard's weight of a rule, as far as it is known
 */
export function changeWords(
  change: Change,
  t: StandardWords,
  lang: Lang,
  ownWeight: (rule: RuleId) => Weight | undefined,
): { what: string; fromTo: string } {
  const { place, before, after } = change;
  if (place.kind === 'phrase') return { what: phraseWords(place.phrase, change, t), fromTo: '' };
  const words = (value: unknown) =>
    value === undefined ? unsaidWords(place, t, ownWeight) : valueWords(place, value, t);
  return {
    what: placeWords(place, t, lang),
    fromTo: t('change.fromTo', { before: words(before), after: words(after) }),
  };
}

function placeWords(place: Exclude<Place, { kind: 'phrase' }>, t: StandardWords, lang: Lang): string {
  if (place.kind === 'number') return t(`number.${place.name}`);
  const rule = ruleWords(place.rule, lang).title;
  const part = t(`change.part.${place.part}`);
  if (place.channel === null) return t('change.rule', { rule, part });
  return t('change.rule.on', { rule, channel: t(`channel.${place.channel}`), part });
}

function phraseWords(phrase: string, { before, after }: Change, t: StandardWords): string {
  if (after === undefined) return t('change.phrase.gone', { phrase });
  if (before !== undefined) return t('change.phrase.other', { phrase });
  return t('change.phrase.new', { phrase, weight: t(`weight.${(after as ForbiddenPhrase).weight}`) });
}

/** What holds where the shop says nothing. */
function unsaidWords(
  place: Exclude<Place, { kind: 'phrase' }>,
  t: StandardWords,
  ownWeight: (rule: RuleId) => Weight | undefined,
): string {
  if (place.kind === 'number') return t('change.asStandard');
  if (place.channel !== null) return t('change.asBoth');
  const weight = place.part === 'weight' ? ownWeight(place.rule) : undefined;
  if (weight) return t('change.asStandard.weight', { weight: t(`weight.${weight}`) });
  return t(place.part === 'on' ? 'rules.isOn' : 'change.asStandard');
}

function valueWords(place: Exclude<Place, { kind: 'phrase' }>, value: unknown, t: StandardWords): string {
  if (place.kind === 'number') return numberWords(place.name, value as number | number[], t);
  if (place.part === 'on') return t(value === true ? 'rules.isOn' : 'rules.off');
  if (place.part === 'weight') return t(`weight.${value as Weight}`);
  return t('number.points', { value: value as number });
}

export type Unit = 'seconds' | 'percent' | 'points';

export function unitOf(name: NumberName): Unit {
  if (name.startsWith('thresholds.')) return 'seconds';
  return name === 'repeatPercent' || name === 'leastPrecision' ? 'percent' : 'points';
}

export function numberWords(name: NumberName, value: number | number[], t: StandardWords): string {
  const unit = unitOf(name);
  if (!Array.isArray(value)) return t(`number.${unit}`, { value });
  return value.length === 0 ? '—' : t(`number.${unit}`, { value: value.join(' / ') });
}
