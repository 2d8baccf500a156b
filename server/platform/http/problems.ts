/** Refusals as RFC 9457 problem details, in the reader's language. */
import type { z } from 'zod';
import type { ProblemDetails } from '../../../core/api.ts';
import type { Problem, Refusal } from '../../../core/refusal.ts';
import type { Lang } from '../../../core/standard/facts.ts';
import { refuse } from '../../../core/refusal.ts';
import { refusalWords } from '../../../core/words/refusals.ts';

const statuses: Record<Refusal['code'], number> = {
  unauthenticated: 401,
  'second-step': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  invalid: 400,
  blocked: 422,
  'too-many': 429,
  unavailable: 503,
};

export function problemDetails(refusal: Refusal, lang: Lang): ProblemDetails {
  const { code, ...rest } = refusal;
  return {
    type: `/docs/problems#${code}`,
    title: code,
    status: statuses[code],
    detail: refusalWords(refusal, lang),
    code,
    ...rest,
  };
}

/** What the schema makes of it, or a refusal that names the fields. `whole` is what all of it is called. */
export function parse<T>(schema: z.ZodType<T>, data: unknown, whole: string): T {
  // With the input, since a field that is missing is told apart from one of the wrong kind by it.
  const parsed = schema.safeParse(data, { reportInput: true });
  if (parsed.success) return parsed.data;
  return refuse({ code: 'invalid', problems: problemsOf(parsed.error.issues, [], whole) });
}

/** The fields that were not acceptable, in the refusal's own terms. */
function problemsOf(issues: readonly Issue[], within: PropertyKey[], whole: string): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const path = [...within, ...issue.path];
    const field = path.join('.') || whole;
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({
          field: [...path, key].join('.'),
          problem: 'unknown-field',
        }));
      case 'too_big':
        if (issue.origin !== 'string') return [{ field, problem: 'not-allowed' }];
        return [{ field, problem: 'too-long', limit: Number(issue.maximum) }];
      case 'too_small':
        if (issue.origin !== 'string') return [{ field, problem: 'not-allowed' }];
        return [{ field, problem: 'too-short', limit: Number(issue.minimum) }];
      case 'invalid_type':
        return [{ field, problem: issue.input === undefined ? 'missing' : 'wrong-type' }];
      case 'invalid_value':
        return [{ field, problem: issue.input === undefined ? 'missing' : 'not-allowed' }];
      case 'invalid_union': {
        // Of several shapes, what is wrong by the one that it comes closest to.
        const [nearest] = issue.errors.toSorted((a, b) => a.length - b.length);
        return nearest ? problemsOf(nearest, path, whole) : [{ field, problem: 'not-allowed' }];
      }
      default:
        return [{ field, problem: 'malformed' }];
    }
  });
}

type Issue = z.core.$ZodIssue;

/** The first language of the header that we speak; Chinese where none is. */
export function langOf(acceptLanguage: string | undefined): Lang {
  const wanted = (acceptLanguage ?? '').toLowerCase().match(/\b(zh|en)\b/);
  return wanted?.[1] === 'en' ? 'en' : 'zh';
}
