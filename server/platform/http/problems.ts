/** Refusals as RFC 9457 problem details, in the reader's language. */
import type { ZodError } from 'zod';
import type { ProblemDetails } from '../../../core/api.ts';
import type { Problem, Refusal } from '../../../core/refusal.ts';
import type { Lang } from '../../../core/standard/facts.ts';
import { refusalWords } from '../../../core/words/refusals.ts';

const statuses: Record<Refusal['code'], number> = {
  unauthenticated: 401,
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

/** The fields that were not acceptable, in the refusal's own terms. */
export function problemsOf(error: ZodError): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    const field = issue.path.join('.');
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({
          field: [field, key].filter(Boolean).join('.'),
          problem: 'unknown-field',
        }));
      case 'too_big':
        return [{ field, problem: 'too-long', limit: Number(issue.maximum) }];
      case 'too_small':
        return [{ field, problem: 'too-short', limit: Number(issue.minimum) }];
      case 'invalid_type':
        return [{ field, problem: issue.input === undefined ? 'missing' : 'wrong-type' }];
      case 'invalid_value':
        return [{ field, problem: 'not-allowed' }];
      default:
        return [{ field, problem: 'malformed' }];
    }
  });
}

/** The first language of the header that we speak; Chinese where none is. */
export function langOf(acceptLanguage: string | undefined): Lang {
  const wanted = (acceptLanguage ?? '').toLowerCase().match(/\b(zh|en)\b/);
  return wanted?.[1] === 'en' ? 'en' : 'zh';
}
