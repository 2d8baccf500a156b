/** `yinuo check --cases`: conversations whose findings people have judged; tells what the rules miss and what they invent. */
import type { Standard } from '../../core/standard/apply-settings.ts';
import { nowOf, readCaseLine } from '../../core/standard/case-form.ts';
import type { Rule } from '../../core/standard/rule.ts';
import type { FailedRule, RuleId } from '../../core/standard/finding.ts';
import { review } from '../../core/standard/check.ts';
import { rules as allRules } from '../../core/standard/rules/index.ts';

/** What people said of one conversation. */
interface Expectation {
  /** Must be found. */
  expect: Place[];
  /** Rules that must not be found at all. */
  free: string[];
  /** Nobody has judged these: they count neither way. */
  open: Place[];
}

interface Place {
  turn: number;
  rule: string;
}

interface Tally {
  expected: number;
  missed: string[];
  invented: string[];
}

/** Adds up what each rule does on the cases; `complain` is told of lines that can't be read. */
export class CaseReport {
  private readonly standard: Standard;
  private cases = 0;
  private readonly tallies = new Map<string, Tally>();

  constructor(standard: Standard) {
    this.standard = standard;
  }

  add(line: string, complain: (complaint: string) => void): void {
    const read = readCaseLine(line);
    if ('fault' in read) return complain(`${read.fault.field} ${read.fault.why}`);
    const judged = expectationOf(JSON.parse(line));
    if (typeof judged === 'string') return complain(judged);
    this.cases++;
    const { conversation } = read;
    const onFailure = ({ rule, error }: FailedRule) => complain(`${rule} failed to judge: ${String(error)}`);
    const rules = this.standard.rules[conversation.channel];
    const { findings } = review(conversation, nowOf(conversation), { rules, onFailure });
    const found = new Set(findings.map(placeOf));
    for (const place of judged.expect) {
      const tally = this.tallyOf(place.rule);
      tally.expected++;
      if (!found.has(placeOf(place))) tally.missed.push(shown(conversation.id, place));
    }
    const known = new Set([...judged.expect, ...judged.open].map(placeOf));
    for (const place of new Map(findings.map((one) => [placeOf(one), one])).values()) {
      const counts = judged.free.includes(place.rule) || isShown(place.rule);
      if (counts && !known.has(placeOf(place)))
        this.tallyOf(place.rule).invented.push(shown(conversation.id, place));
    }
  }

  /** Every case came out as people said. */
  get isClean(): boolean {
    return [...this.tallies.values()].every(({ missed, invented }) => missed.length + invented.length === 0);
  }

  text(): string {
    const lines = [...this.tallies]
      .toSorted()
      .flatMap(([rule, { expected, missed, invented }]) => [
        `${rule}: ${expected} expected, ${missed.length} missed, ${invented.length} false`,
        ...missed.map((place) => `  missed  ${place}`),
        ...invented.map((place) => `  false   ${place}`),
      ]);
    const [missed, invented] = [this.sum('missed'), this.sum('invented')];
    return [...lines, `${this.cases} cases, ${missed} missed, ${invented} false`, ''].join('\n');
  }

  private tallyOf(rule: string): Tally {
    let tally = this.tallies.get(rule);
    if (!tally) this.tallies.set(rule, (tally = { expected: 0, missed: [], invented: [] }));
    return tally;
  }

  private sum(which: 'missed' | 'invented'): number {
    return [...this.tallies.values()].reduce((total, tally) => total + tally[which].length, 0);
  }
}

const placeOf = ({ turn, rule }: Place) => `${turn} ${rule}`;
const shown = (id: string, { turn }: Place) => `${id} turn ${turn}`;

const weights = new Map<RuleId, Rule['weight']>(allRules.map(({ id, weight }) => [id, weight]));

/** Notes and merits that nobody asked about are no false alarms: the agent never saw them. */
const isShown = (rule: string) => (weights.get(rule as RuleId) ?? 'note') !== 'note';

/** What is wrong with it as a sentence, or what people said. */
function expectationOf(form: Partial<Record<keyof Expectation, unknown>>): Expectation | string {
  const { expect, free = [], open = [] } = form;
  if (!isPlaces(expect)) return 'expect must be a list of {turn, rule}';
  if (!isPlaces(open)) return 'open must be a list of {turn, rule}';
  if (!Array.isArray(free) || free.some((rule) => typeof rule !== 'string'))
    return 'free must be a list of rules';
  return { expect, free, open };
}

const isPlaces = (value: unknown): value is Place[] =>
  Array.isArray(value) && value.every((one) => Number.isInteger(one?.turn) && typeof one?.rule === 'string');
