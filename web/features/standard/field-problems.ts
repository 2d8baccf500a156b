/** What is wrong with settings that are being written, by the field it stands at. Pure. */
import { phraseProblems } from '../../../core/standard/phrase-problems.ts';
import type { Problem, Refusal } from '../../../core/refusal.ts';
import type { ForbiddenPhrase, StandardSettings } from '../../../core/standard/settings.ts';

/** By field: `phrases.0.fails.1`. The first of a field speaks. */
export type FieldProblems = ReadonlyMap<string, Problem>;

/** What can be told here, before the server is asked. */
export const problemsIn = ({ phrases }: StandardSettings): FieldProblems =>
  byField(phrases.flatMap((phrase, at) => problemsOf(phrase).map((one) => within(`phrases.${at}`, one))));

/** What the server said, in the page's own terms. */
export const problemsOfRefusal = (refusal: Refusal): FieldProblems =>
  byField(
    refusal.code === 'invalid'
      ? refusal.problems.map((one) => ({ ...one, field: one.field.replace(/^settings\./, '') }))
      : [],
  );

/** Those that stand at a field or below it. */
export const problemsUnder = (problems: FieldProblems, field: string): Problem[] =>
  [...problems.values()].filter((one) => one.field === field || one.field.startsWith(`${field}.`));

/** A phrase that nobody touched is the same object, and need not be tried again. */
const tried = new WeakMap<ForbiddenPhrase, Problem[]>();

function problemsOf(phrase: ForbiddenPhrase): Problem[] {
  let problems = tried.get(phrase);
  if (!problems) tried.set(phrase, (problems = [...unwritten(phrase), ...phraseProblems('', phrase)]));
  return problems;
}

/** An example without words is no example yet, whatever the search makes of it. */
function unwritten({ passes, fails }: ForbiddenPhrase): Problem[] {
  const missing = (side: 'passes' | 'fails', texts: string[]) =>
    texts.flatMap((text, at): Problem[] =>
      text.trim() === '' ? [{ field: `.${side}.${at}`, problem: 'missing' }] : [],
    );
  return [...missing('fails', fails), ...missing('passes', passes)];
}

const within = (field: string, problem: Problem): Problem => ({
  ...problem,
  field: `${field}${problem.field}`,
});

function byField(problems: readonly Problem[]): FieldProblems {
  const map = new Map<string, Problem>();
  for (const one of problems) if (!map.has(one.field)) map.set(one.field, one);
  return map;
}
