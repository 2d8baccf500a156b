/** What is wrong with a policy that a shop wrote: kinder than the law it may be, never less. */
import { lawfulExclusions, type Policy } from './policy.ts';

export interface PolicyProblem {
  /** Its path: `days.return`. */
  field: string;
  problem:
    | 'missing'
    | 'unknown-field'
    | 'not-whole' // a whole number, 0 or more
    | 'below-law'
    | 'above-law'
    | 'too-low'
    | 'too-high'
    | 'below-other' // less than `other`, which it has to include
    | 'not-lawful' // an exclusion that the law does not name
    | 'repeated';
  limit?: number;
  other?: string;
}

export type PolicyResult = { policy: Policy } | { problems: PolicyProblem[] };

/** Reads a policy from what a shop saved or sent; every field must be there. */
export function readPolicy(value: unknown): PolicyResult {
  const problems = problemsOf(value);
  return problems.length > 0 ? { problems } : { policy: value as Policy };
}

interface Bound {
  least?: number;
  most?: number;
  /** The bound is the law's, not ours. */
  law?: 'least' | 'most';
  /** May be null: no such limit. */
  optional?: true;
}

const percent: Bound = { most: 100 };
const money: Bound = { most: 100_000_000_00 };
const days: Bound = { most: 3_650 };

const bounds: Record<string, Bound> = {
  'days.return': { ...days, least: 7, law: 'least' },
  'days.lateReturn': days,
  'days.defect': { ...days, least: 7, law: 'least' },
  'days.doubt': days,
  'days.price': days,
  'days.payout': { least: 1, most: 7, law: 'most' },
  stalledHours: { least: 1, most: 720 },
  failedRepairs: { least: 1, most: 2, law: 'most' },
  'compensation.defect.percent': percent,
  'compensation.defect.most': { ...money, optional: true },
  'compensation.agreedChange.percent': percent,
  'compensation.agreedChange.most': { ...money, optional: true },
  'compensation.shortage.percent': percent,
  'compensation.shortage.most': { ...money, optional: true },
  'compensation.late.percent': percent,
  'compensation.late.most': { ...money, optional: true },
  'limits.agent': money,
  'limits.lead': money,
  'limits.supervisor': money,
  'limitsPerOrder.agent': money,
  'limitsPerOrder.lead': money,
  'limitsPerOrder.supervisor': money,
  'limitsPerDay.agent': money,
  'limitsPerDay.lead': money,
  'limitsPerDay.supervisor': money,
};

/** The second never lies below the first. */
const ascending: [string, string][] = [
  ['days.return', 'days.lateReturn'],
  ['days.doubt', 'days.defect'],
  ['limits.agent', 'limits.lead'],
  ['limits.lead', 'limits.supervisor'],
  ['limitsPerOrder.agent', 'limitsPerOrder.lead'],
  ['limitsPerOrder.lead', 'limitsPerOrder.supervisor'],
  ['limitsPerDay.agent', 'limitsPerDay.lead'],
  ['limitsPerDay.lead', 'limitsPerDay.supervisor'],
  // Who may give it once may give it on an order, and in a day.
  ['limits.agent', 'limitsPerOrder.agent'],
  ['limits.lead', 'limitsPerOrder.lead'],
  ['limits.supervisor', 'limitsPerOrder.supervisor'],
  ['limits.agent', 'limitsPerDay.agent'],
  ['limits.lead', 'limitsPerDay.lead'],
  ['limits.supervisor', 'limitsPerDay.supervisor'],
];

function problemsOf(value: unknown): PolicyProblem[] {
  const written = leavesOf(value, '');
  const found = Object.entries(bounds).flatMap(([field, bound]) => numberProblems(field, written, bound));
  const faulty = new Set(found.map(({ field }) => field));
  const order = ascending.flatMap(([lower, field]): PolicyProblem[] => {
    if (faulty.has(lower) || faulty.has(field)) return [];
    return (written.get(field) as number) < (written.get(lower) as number)
      ? [{ field, problem: 'below-other', other: lower }]
      : [];
  });
  const unknown = [...written.keys()].filter(
    (field) => !Object.hasOwn(bounds, field) && field !== 'excludedByLaw',
  );
  return [
    ...found,
    ...order,
    ...exclusionProblems(written.get('excludedByLaw')),
    ...unknown.map((field): PolicyProblem => ({ field, problem: 'unknown-field' })),
  ];
}

function numberProblems(field: string, written: Map<string, unknown>, bound: Bound): PolicyProblem[] {
  const { least = 0, most = Infinity, law, optional } = bound;
  const value = written.get(field);
  if (value === null && optional) return [];
  if (value === undefined || value === null) return [{ field, problem: 'missing' }];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    return [{ field, problem: 'not-whole' }];
  }
  if (value < least) {
    return [{ field, problem: law === 'least' ? 'below-law' : 'too-low', limit: least }];
  }
  if (value > most) return [{ field, problem: law === 'most' ? 'above-law' : 'too-high', limit: most }];
  return [];
}

/** A shop may take back what the law lets it exclude, not exclude what the law does not. */
function exclusionProblems(value: unknown): PolicyProblem[] {
  if (!Array.isArray(value)) return [{ field: 'excludedByLaw', problem: 'missing' }];
  return value.flatMap((kind, index): PolicyProblem[] => {
    const field = `excludedByLaw[${index}]`;
    if (!lawfulExclusions.includes(kind)) return [{ field, problem: 'not-lawful' }];
    return value.indexOf(kind) < index ? [{ field, problem: 'repeated' }] : [];
  });
}

/** Every value by its path; lists stay whole. */
function leavesOf(value: unknown, path: string): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return new Map(path === '' ? [] : [[path, value]]);
  }
  return new Map(
    Object.entries(value).flatMap(([key, part]) => [...leavesOf(part, path === '' ? key : `${path}.${key}`)]),
  );
}
