/** What differs between two settings of the standard, place by place; and one person's changes put on another's. Pure. */
import type { RuleId } from '../../../core/standard/finding.ts';
import type {
  Channel,
  ForbiddenPhrase,
  RuleSetting,
  RuleSettings,
  StandardSettings,
} from '../../../core/standard/settings.ts';

export type NumberName =
  | 'points.block'
  | 'points.warn'
  | 'points.note'
  | 'repeatPercent'
  | 'meritLimit'
  | 'thresholds.remindAgent'
  | 'thresholds.callSupervisor'
  | 'thresholds.finding'
  | 'leastPrecision';

export type Place =
  | { kind: 'rule'; channel: Channel | null; rule: RuleId; part: keyof RuleSetting }
  | { kind: 'number'; name: NumberName }
  /** `nth`: of those with the same words. */
  | { kind: 'phrase'; phrase: string; nth: number };

/** undefined: not there, as the standard has it. */
export interface Change {
  place: Place;
  before: unknown;
  after: unknown;
}

export function changesBetween(before: StandardSettings, after: StandardSettings): Change[] {
  const [was, is] = [flat(before), flat(after)];
  const keys = new Set([...was.keys(), ...is.keys()]);
  return [...keys]
    .filter((key) => !same(was.get(key)?.value, is.get(key)?.value))
    .map((key) => ({
      place: (is.get(key) ?? was.get(key)!).place,
      before: was.get(key)?.value,
      after: is.get(key)?.value,
    }));
}

/** What `mine` changed in `base`, done to `theirs`. Where both changed the same, mine stands and the conflict is told. */
export function rebased(
  base: StandardSettings,
  mine: StandardSettings,
  theirs: StandardSettings,
): { settings: StandardSettings; conflicts: Change[] } {
  const merged = flat(theirs);
  const theirPlaces = new Set(changesBetween(base, theirs).map(({ place }) => keyOf(place)));
  const conflicts: Change[] = [];
  for (const { place, after } of changesBetween(base, mine)) {
    const key = keyOf(place);
    const before = merged.get(key)?.value;
    if (theirPlaces.has(key) && !same(before, after)) conflicts.push({ place, before, after });
    if (after === undefined) merged.delete(key);
    else merged.set(key, { place, value: after });
  }
  return { settings: settingsFrom([...merged.values()]), conflicts };
}

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

interface Entry {
  place: Place;
  value: unknown;
}

function flat(settings: StandardSettings): Map<string, Entry> {
  const { points, thresholds, repeatPercent, meritLimit, leastPrecision, channels } = settings;
  const numbers: Record<NumberName, number | number[]> = {
    'points.block': points.block,
    'points.warn': points.warn,
    'points.note': points.note,
    repeatPercent,
    meritLimit,
    'thresholds.remindAgent': thresholds.remindAgent,
    'thresholds.callSupervisor': thresholds.callSupervisor,
    'thresholds.finding': thresholds.finding,
    leastPrecision,
  };
  const entries: Entry[] = [
    ...ruleEntries(settings.rules, null),
    ...ruleEntries(channels.chat, 'chat'),
    ...ruleEntries(channels.phone, 'phone'),
    ...(Object.keys(numbers) as NumberName[]).map((name) => ({
      place: { kind: 'number' as const, name },
      value: numbers[name],
    })),
    ...phraseEntries(settings.phrases),
  ];
  return new Map(entries.map((entry) => [keyOf(entry.place), entry]));
}

function ruleEntries(named: RuleSettings, channel: Channel | null): Entry[] {
  return (Object.entries(named) as [RuleId, RuleSetting][]).flatMap(([rule, setting]) =>
    (Object.keys(setting) as (keyof RuleSetting)[])
      .filter((part) => setting[part] !== undefined)
      .map((part) => ({ place: { kind: 'rule', channel, rule, part }, value: setting[part] })),
  );
}

function phraseEntries(phrases: readonly ForbiddenPhrase[]): Entry[] {
  const seen = new Map<string, number>();
  return phrases.map((value) => {
    const { phrase } = value;
    const nth = seen.get(phrase) ?? 0;
    seen.set(phrase, nth + 1);
    return { place: { kind: 'phrase', phrase, nth }, value };
  });
}

function settingsFrom(entries: readonly Entry[]): StandardSettings {
  const numbers = {} as Record<NumberName, number>;
  const rules: Record<Channel | 'both', RuleSettings> = { both: {}, chat: {}, phone: {} };
  const phrases: ForbiddenPhrase[] = [];
  let remindAgent: number[] = [];
  for (const { place, value } of entries) {
    if (place.kind === 'phrase') phrases.push(value as ForbiddenPhrase);
    else if (place.kind === 'rule') {
      const named = rules[place.channel ?? 'both'];
      named[place.rule] = { ...named[place.rule], [place.part]: value };
    } else if (place.name === 'thresholds.remindAgent') remindAgent = value as number[];
    else numbers[place.name] = value as number;
  }
  return {
    rules: rules.both,
    channels: { chat: rules.chat, phone: rules.phone },
    points: {
      block: numbers['points.block'],
      warn: numbers['points.warn'],
      note: numbers['points.note'],
    },
    repeatPercent: numbers.repeatPercent,
    meritLimit: numbers.meritLimit,
    thresholds: {
      remindAgent,
      callSupervisor: numbers['thresholds.callSupervisor'],
      finding: numbers['thresholds.finding'],
    },
    phrases,
    leastPrecision: numbers.leastPrecision,
  };
}

/** In one order of keys, whoever made the place. */
function keyOf(place: Place): string {
  if (place.kind === 'rule') return `rule ${place.channel ?? ''} ${place.rule} ${place.part}`;
  return place.kind === 'number' ? `number ${place.name}` : `phrase ${place.nth} ${place.phrase}`;
}
