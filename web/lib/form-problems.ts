import type { FormInstance } from 'antd';
import { Refused } from '../../core/refusal.ts';
import type { Lang } from '../../core/standard/facts.ts';
import { refusalWords } from '../../core/words/refusals.ts';

/** Puts what the server refused under the fields it is about. Answers whether every problem found its field. */
export function showProblems(form: FormInstance, error: unknown, lang: Lang): boolean {
  if (!(error instanceof Refused) || error.refusal.code !== 'invalid') return false;
  const fields = Object.keys(form.getFieldsValue(true) as object);
  const { problems } = error.refusal;
  const known = problems.filter(({ field }) => fields.includes(field));
  form.setFields(
    known.map((problem) => ({
      name: problem.field,
      errors: [refusalWords({ code: 'invalid', problems: [problem] }, lang)],
    })),
  );
  return known.length > 0 && known.length === problems.length;
}
