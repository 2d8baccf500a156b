/** Why it was decided so: a clause of the policy with its dates and amounts. The sentences are in `core/words/policy.ts`. */
import type { Clause } from '../../words/policy.ts';

export interface Why {
  clause: Clause;
  values: Readonly<Record<string, Value>>;
}

/** A number or word as it is, money, a moment, or the 24:00 at which a day ends. */
export type Value = number | string | { fen: number } | { at: number } | { endOfDay: number };

export const why = (clause: Clause, values: Why['values'] = {}): Why => ({ clause, values });
export const fen = (amount: number): Value => ({ fen: amount });
export const at = (moment: number): Value => ({ at: moment });
export const endOfDay = (moment: number): Value => ({ endOfDay: moment });
