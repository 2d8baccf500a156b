/** What a shop decides about the standard. Stored with a version; what it does not name is as the standard has it. */
import type { Facts } from './facts.ts';
import type { RuleId, Weight } from './finding.ts';
import { defaultSettings } from './score.ts';
import type { WaitThresholds } from './waiting.ts';
import { defaultThresholds } from './waiting.ts';

export type Channel = Facts['channel'];

export interface RuleSetting {
  /** Off: neither shown nor scored. */
  on?: boolean;
  weight?: Weight;
  /** Taken off for a finding of it; for a merit, added. */
  points?: number;
}

export type RuleSettings = Partial<Record<RuleId, RuleSetting>>;

/** Words that the shop never wants said. `*` stands for a few characters of the same sentence. */
export interface ForbiddenPhrase {
  phrase: string;
  weight: Exclude<Weight, 'alert'>;
  /** Messages in which it must not be found, and in which it must. Tried whenever the settings are saved. */
  passes: string[];
  fails: string[];
  note: string;
}

export interface StandardSettings {
  rules: RuleSettings;
  /** What is other on one channel goes over `rules`. */
  channels: Record<Channel, RuleSettings>;
  /** Taken off for a finding of each weight; an alert stands on the customer's words and costs nothing. */
  points: Record<Exclude<Weight, 'alert'>, number>;
  /** What a second and later finding of the same rule costs, in per cent of the first. */
  repeatPercent: number;
  /** The most that merits add. */
  meritLimit: number;
  /** Seconds without an answer, in chat. */
  thresholds: WaitThresholds;
  phrases: ForbiddenPhrase[];
  /** In per cent: a rule whose findings are confirmed less often stops no message any more. 0: it always may. */
  leastPrecision: number;
}

/** What a shop judges by: its settings at a version, and the rules that have lost their teeth since. */
export interface StandardInForce {
  /** 0: as the shop was set up; nobody has changed anything. */
  version: number;
  settings: StandardSettings;
  /** Their blocks are warnings until somebody has looked at them. */
  toothless: RuleId[];
}

export const standardSettings: StandardSettings = {
  rules: {},
  channels: { chat: {}, phone: {} },
  points: {
    block: defaultSettings.points.block,
    warn: defaultSettings.points.warn,
    note: defaultSettings.points.note,
  },
  repeatPercent: defaultSettings.repeatPercent,
  meritLimit: defaultSettings.meritLimit,
  thresholds: defaultThresholds,
  phrases: [],
  leastPrecision: 85,
};

export const standardInForce: StandardInForce = { version: 0, settings: standardSettings, toothless: [] };

/** What the shop says about a rule on a channel. */
export function settingOf(rule: RuleId, settings: StandardSettings, channel: Channel): RuleSetting {
  return { ...settings.rules[rule], ...settings.channels[channel][rule] };
}
