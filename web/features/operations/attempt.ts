/**
 * Doing something once that must not be done twice. Its key is made when the dialog opens and goes along with every try, so
 * that the server knows a second one for what it is. Pure.
 */
export interface Attempt {
  key: string;
  /** What was asked under this key, as text; null: nothing yet. */
  asked: string | null;
  /** `unknown`: no answer came. It may have been done: only the very same may be asked again. */
  state: 'open' | 'asking' | 'unknown' | 'done';
}

export const begun = (key: string): Attempt => ({ key, asked: null, state: 'open' });

/** The very same where nothing may be asked now: it is being asked, was done, or would be something else than is unknown. */
export function ask(attempt: Attempt, wish: string, newKey: () => string): Attempt {
  const { key, asked, state } = attempt;
  if (state === 'asking' || state === 'done') return attempt;
  const same = asked === null || asked === wish;
  if (state === 'unknown' && !same) return attempt;
  // Refused before, and something else now: under the old key it would be an error.
  return { key: same ? key : newKey(), asked: wish, state: 'asking' };
}

export function answered(attempt: Attempt, how: 'done' | 'refused' | 'unanswered'): Attempt {
  return { ...attempt, state: how === 'done' ? 'done' : how === 'refused' ? 'open' : 'unknown' };
}
