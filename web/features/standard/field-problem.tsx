import type { Problem } from '../../../core/refusal.ts';
import { Refused } from '../../../core/refusal.ts';
import { sentence } from '../../lib/failure.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useDraft } from './draft-provider.tsx';
import { useStandardWords } from './words.ts';

export const problemId = (field: string) => `problem-${field}`;

/** What is wrong at this very field, and what to do about it. */
export function FieldProblem({ field }: { field: string }) {
  const { lang } = usePreferences();
  const t = useStandardWords();
  const { problems } = useDraft();
  const problem = problems.get(field);
  if (!problem) return null;
  return (
    <p className="field-problem" id={problemId(field)} data-testid="field-problem" data-field={field}>
      {words(problem)}
    </p>
  );

  /** Beside its field a sentence need not name it. */
  function words(one: Problem): string {
    if (one.problem === 'example-missed') return t('phrase.fails.missed');
    if (one.problem === 'example-found') return t('phrase.passes.found');
    if (one.problem === 'missing') return t('phrase.example.missing');
    if (one.problem === 'malformed' && field.endsWith('.phrase')) return t('phrase.malformed');
    return sentence(new Refused({ code: 'invalid', problems: [one] }), lang);
  }
}
