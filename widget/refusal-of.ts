import type { Refusal, Refused } from '../core/refusal.ts';

/** Why the desk said no; null: it was not reached. A part has a copy of its own of `Refused`, so it is known by its look. */
export const refusalOf = (error: unknown): Refusal | null => (error as Partial<Refused>).refusal ?? null;
