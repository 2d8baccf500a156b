/** What the standard says to one conversation, with some rules left out. Pure. */
import { nowOf } from '../../../core/standard/case-form.ts';
import { review } from '../../../core/standard/check.ts';
import type { Conversation, Turn } from '../../../core/standard/facts.ts';
import type { Finding, NotJudged, RuleFamily, RuleId, Weight } from '../../../core/standard/finding.ts';
import type { Rule } from '../../../core/standard/rule.ts';
import { score, type Score, type ScoreSettings, type Verdict } from '../../../core/standard/score.ts';
import { placeName, placesIn } from './case-file.ts';

export interface Trial {
  turns: readonly Turn[];
  channel: Conversation['channel'];
  findings: readonly Seen[];
  notJudged: NotJudged[];
}

export type Seen = Pick<Finding, 'rule' | 'weight' | 'moment' | 'turn' | 'start' | 'end' | 'evidence'>;

export function judged(conversation: Conversation, rules: readonly Rule[]): Trial {
  const { turns, channel } = conversation;
  return { turns, channel, ...review(conversation, nowOf(conversation), { rules }) };
}

/** A finding as the page shows it: once a turn and rule, all its words underlined. */
export interface Shown extends Seen {
  ranges: readonly { start: number; end: number; weight: Weight }[];
  /** Its rule is switched off here: it would not be there. */
  off: boolean;
  /** What it changes in the score; null: nothing, since it is off or was rejected. */
  points: number | null;
}

/** Which rules are left out, for whatever is on trial. */
export interface Switches {
  off: ReadonlySet<RuleId>;
  setOff(off: Set<RuleId>): void;
}

export interface Outcome {
  score: Score;
  /** With every rule on. */
  whole: Score;
  shown: Shown[];
  notJudged: NotJudged[];
}

/** Rules judge each on its own: one that is left out takes its own findings away and nothing else. */
export function outcomeOf(
  trial: Trial,
  off: ReadonlySet<RuleId>,
  settings: ScoreSettings,
  verdicts: readonly Verdict[],
): Outcome {
  const isOn = ({ rule }: { rule: RuleId }) => !off.has(rule);
  const findings = [...trial.findings];
  const notJudged = trial.notJudged.filter(isOn);
  const result = score({ findings: findings.filter(isOn), notJudged }, settings, verdicts);
  const points = new Map(result.lines.map((line) => [placeName(line), line.points]));
  const shown = [...Map.groupBy(findings, placeName)].map(([name, ranges]) => ({
    ...ranges[0]!,
    ranges,
    off: !isOn(ranges[0]!),
    points: points.get(name) ?? null,
  }));
  const whole = score({ findings, notJudged: trial.notJudged }, settings, verdicts);
  return { score: result, whole, shown, notJudged };
}

export interface Family {
  family: RuleFamily;
  rules: { id: RuleId; weight: Weight; found: number }[];
}

/** In the order of the standard. */
export function familiesOf(rules: readonly Rule[], findings: readonly Seen[]): Family[] {
  const places = placesIn(findings);
  const counted = rules.map(({ id, weight }) => ({
    id,
    weight,
    found: places.filter(({ rule }) => rule === id).length,
  }));
  const families = Map.groupBy(counted, ({ id }) => id.slice(0, id.indexOf('.')) as RuleFamily);
  return [...families].map(([family, own]) => ({ family, rules: own }));
}

/** All on, or all off: a family with some of each becomes whole first. */
export function switched(off: ReadonlySet<RuleId>, ids: readonly RuleId[], on: boolean): Set<RuleId> {
  const next = new Set(off);
  for (const id of ids)
    if (on) next.delete(id);
    else next.add(id);
  return next;
}
