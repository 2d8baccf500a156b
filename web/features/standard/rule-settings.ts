/** What a shop says about single rules, and what holds for them then. Pure. */
import type { RuleStanding } from '../../../core/api.ts';
import type { RuleFamily, RuleId, Weight } from '../../../core/standard/finding.ts';
import { defaultSettings } from '../../../core/standard/score.ts';
import type {
  Channel,
  RuleSetting,
  RuleSettings,
  StandardSettings,
} from '../../../core/standard/settings.ts';

/** What the page needs to know of a rule. */
export type KnownRule = Pick<RuleStanding, 'rule' | 'ownWeight' | 'weights' | 'protected' | 'moments'>;

/** Of one channel, or of both. What is `undefined` in `change` is as the standard has it again. */
export function withRule(
  settings: StandardSettings,
  rule: RuleId,
  channel: Channel | null,
  change: RuleSetting,
): StandardSettings {
  if (channel === null) return { ...settings, rules: changed(settings.rules, rule, change) };
  const { channels } = settings;
  return { ...settings, channels: { ...channels, [channel]: changed(channels[channel], rule, change) } };
}

/** As much of the settings as a rule's row needs. */
export type RulePart = Pick<StandardSettings, 'rules' | 'channels' | 'points'>;

/** What concerns one rule alone. */
export function partOf({ rules, channels, points }: StandardSettings, rule: RuleId): RulePart {
  const only = (named: RuleSettings) => (named[rule] ? { [rule]: named[rule] } : {});
  return {
    rules: only(rules),
    channels: { chat: only(channels.chat), phone: only(channels.phone) },
    points,
  };
}

/** What is said about it, of one channel or of both; nothing said is an empty object. */
export const saidOf = (settings: RulePart, rule: RuleId, channel: Channel | null): RuleSetting =>
  (channel === null ? settings.rules : settings.channels[channel])[rule] ?? {};

/** Whether anything is said about it that is not the standard's own. */
export const isOwn = (settings: RulePart, rule: RuleId): boolean =>
  [null, ...allChannels].some((channel) => Object.keys(saidOf(settings, rule, channel)).length > 0);

export const allChannels = ['chat', 'phone'] as const satisfies Channel[];

/** All that is said about it taken back. */
export function asStandard(settings: StandardSettings, rule: RuleId): StandardSettings {
  const nothing = { on: undefined, weight: undefined, points: undefined };
  return [null, ...allChannels].reduce((now, channel) => withRule(now, rule, channel, nothing), settings);
}

/** Those that say something else of it than what holds for both. */
export const channelsApart = (settings: RulePart, rule: RuleId): Channel[] =>
  allChannels.filter((channel) => Object.keys(saidOf(settings, rule, channel)).length > 0);

/** What holds on a channel, or where nothing else is said of one. */
export function inForce(settings: RulePart, { rule, ownWeight }: KnownRule, channel: Channel | null) {
  const both = saidOf(settings, rule, null);
  const said = channel === null ? both : { ...both, ...saidOf(settings, rule, channel) };
  const weight = said.weight ?? ownWeight;
  return { on: said.on ?? true, weight, points: said.points ?? pointsOf(settings, rule, weight) };
}

/** What a finding of it costs, or a merit adds, where the shop says nothing of its own; null: each phrase its own. */
function pointsOf({ points }: RulePart, rule: RuleId, weight: Weight): number | null {
  if (rule === byPhrase) return null;
  return defaultSettings.rulePoints?.[rule] ?? (weight === 'alert' ? 0 : points[weight]);
}

export type Fixed = 'protected' | 'alert' | 'merit' | 'by-phrase' | 'too-late';

/** Why not everything about it can be set. */
export function whyFixed({ rule, ownWeight, weights, protected: kept }: KnownRule): Fixed[] {
  const why: Fixed[] = [];
  if (rule === byPhrase) why.push('by-phrase');
  else if (isMerit(rule)) why.push('merit');
  else if (ownWeight === 'alert') why.push('alert');
  else if (!weights.includes('block')) why.push('too-late');
  if (kept) why.push('protected');
  return why;
}

/** The shop's own phrases: each has a weight. */
export const byPhrase: RuleId = 'attitude.forbidden';

export const isMerit = (rule: RuleId): boolean => rule.startsWith('merit.');

const families: readonly RuleFamily[] = [
  'redline',
  'attitude',
  'emotion',
  'complaint',
  'repetition',
  'substance',
  'timing',
  'phone',
  'merit',
];

export function byFamily<One extends { rule: RuleId }>(
  rules: readonly One[],
): { family: RuleFamily; rules: One[] }[] {
  return families
    .map((family) => ({ family, rules: rules.filter(({ rule }) => rule.startsWith(`${family}.`)) }))
    .filter((group) => group.rules.length > 0);
}

function changed(named: RuleSettings, rule: RuleId, change: RuleSetting): RuleSettings {
  const { [rule]: before, ...others } = named;
  const said = Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined);
  return said.length === 0 ? others : { ...others, [rule]: Object.fromEntries(said) };
}
