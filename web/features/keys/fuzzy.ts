/** How well a few typed letters fit a name: null where they don't. Pure. */
export function fits(typed: string, name: string): number | null {
  const wanted = typed.toLowerCase().replaceAll(/\s+/g, '');
  const own = name.toLowerCase();
  if (wanted === '') return 0;
  const whole = own.indexOf(wanted);
  if (whole >= 0) return 1000 - whole;
  let at = -1;
  let score = 500;
  for (const letter of wanted) {
    const next = own.indexOf(letter, at + 1);
    if (next < 0) return null;
    // Letters that stand together, or begin a word, count for more.
    const begins = next === 0 || /[\s·:：/-]/.test(own[next - 1]!);
    if (next !== at + 1 && !begins) score -= next - at;
    at = next;
  }
  return score;
}

/** The best first; equal ones keep their order. `names`: by any of which each is found. */
export function ranked<T>(typed: string, all: readonly T[], names: (one: T) => readonly string[]): T[] {
  return all
    .map((one) => ({ one, score: Math.max(...names(one).map((name) => fits(typed, name) ?? -Infinity)) }))
    .filter(({ score }) => score > -Infinity)
    .toSorted((a, b) => b.score - a.score)
    .map(({ one }) => one);
}
