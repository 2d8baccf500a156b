/** A case under the standard in force: the same that `yinuo check --cases` tells of it. Pure. */
import type { Standard } from '../../../core/standard/apply-settings.ts';
import { readCase } from '../../../core/standard/case-form.ts';
import type { RuleId, Weight } from '../../../core/standard/finding.ts';
import { rules as allRules } from '../../../core/standard/rules/index.ts';
import { isAt, type CaseLine, type Place } from './case-file.ts';
import { judged } from './trial.ts';

export interface CaseRun {
  line: CaseLine;
  expect: (Place & { found: boolean })[];
  /** Rules that must not be found, and those that people see though nobody said so: where they still are. */
  free: { rule: RuleId; turns: number[] }[];
}

export function runCase(line: CaseLine, standard: Standard): CaseRun {
  const read = readCase(line);
  const found: readonly Place[] =
    'fault' in read ? [] : judged(read.conversation, standard.rules[read.conversation.channel]).findings;
  const { expect, free, open } = line;
  const known = [...expect, ...open];
  const invented = found.filter(
    (one) => (free.includes(one.rule) || isShown(one.rule)) && !known.some((place) => isAt(one, place)),
  );
  return {
    line,
    expect: expect.map(({ turn, rule }) => ({
      turn,
      rule,
      found: found.some((one) => isAt(one, { turn, rule })),
    })),
    free: [...new Set([...free, ...invented.map(({ rule }) => rule)])].map((rule) => {
      const turns = invented.filter((one) => one.rule === rule).map(({ turn }) => turn);
      return { rule, turns: [...new Set(turns)] };
    }),
  };
}

const weights = new Map<RuleId, Weight>(allRules.map(({ id, weight }) => [id, weight]));

/** Notes and merits that nobody asked about are no false alarms: the agent never saw them. */
const isShown = (rule: RuleId) => (weights.get(rule) ?? 'note') !== 'note';

export function sumOf(runs: readonly CaseRun[]): { missed: number; invented: number } {
  return {
    missed: runs.flatMap(({ expect }) => expect).filter(({ found }) => !found).length,
    invented: runs.flatMap(({ free }) => free).flatMap(({ turns }) => turns).length,
  };
}

/** The messages that a person will want to read: where something must be found, or still is though it must not. */
export function turnsAbout({ line: { turns }, expect, free }: CaseRun): number[] {
  const places = new Set([...expect.map(({ turn }) => turn), ...free.flatMap((one) => one.turns)]);
  const about = [...places].filter((turn) => turns[turn]).toSorted((a, b) => a - b);
  return about.length > 0 ? about : turns.slice(0, 3).map((_, at) => at);
}
