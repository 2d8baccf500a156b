/** A policy number by number: what differs between two, and one person's changes put on another's. Pure. */
import { defaultPolicy, type Policy } from '../../../../core/commerce/policy/policy.ts';

/** A number or a cap by its path (`days.return`); the excluded kinds as one list. */
export type Value = number | null | readonly string[];

export interface PolicyChange {
  field: string;
  before: Value;
  after: Value;
}

/** Every number of the policy by its path, in the order of the default. */
export const fields: readonly string[] = [...leavesOf(defaultPolicy).keys()];

export function leavesOf(policy: Policy): Map<string, Value> {
  const leaves = new Map<string, Value>();
  const walk = (part: object, path: string) => {
    for (const [key, value] of Object.entries(part) as [string, object | Value][]) {
      const field = path === '' ? key : `${path}.${key}`;
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) walk(value, field);
      else leaves.set(field, value as Value);
    }
  };
  walk(policy, '');
  return leaves;
}

/** The same policy with one value another. */
export function changed(policy: Policy, field: string, value: Value): Policy {
  const [first, ...rest] = field.split('.') as [string, ...string[]];
  const set = (part: Record<string, unknown>, key: string, keys: string[]): Record<string, unknown> => ({
    ...part,
    [key]: keys.length === 0 ? value : set(part[key] as Record<string, unknown>, keys[0]!, keys.slice(1)),
  });
  return set(policy as unknown as Record<string, unknown>, first, rest) as unknown as Policy;
}

export function changesBetween(before: Policy, after: Policy): PolicyChange[] {
  const was = leavesOf(before);
  return [...leavesOf(after)].flatMap(([field, value]) => {
    const old = was.get(field) ?? null;
    return same(old, value) ? [] : [{ field, before: old, after: value }];
  });
}

/** What `mine` changed in `base`, done to `theirs`. Where both changed the same, mine stands and is told. */
export function rebased(
  base: Policy,
  mine: Policy,
  theirs: Policy,
): { policy: Policy; both: PolicyChange[] } {
  const changedByThem = new Map(changesBetween(base, theirs).map((one) => [one.field, one.after]));
  let policy = theirs;
  const both: PolicyChange[] = [];
  for (const { field, after } of changesBetween(base, mine)) {
    const other = changedByThem.get(field);
    if (other !== undefined && !same(other, after)) both.push({ field, before: other, after });
    policy = changed(policy, field, after);
  }
  return { policy, both };
}

const same = (one: Value, other: Value): boolean => JSON.stringify(one) === JSON.stringify(other);
