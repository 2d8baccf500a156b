import { Refused } from '../../core/refusal.ts';
import type { Lang } from '../../core/standard/facts.ts';
import { refusalWords } from '../../core/words/refusals.ts';
import { inScript, translator } from '../words/index.ts';

/** What went wrong and what to do, for the person who sees it. */
export function sentence(error: unknown, lang: Lang): string {
  if (error instanceof Refused) return inScript(refusalWords(error.refusal, lang));
  if (isNotFetched(error)) return translator(lang)('page.failed.notFetched');
  return translator(lang)('page.failed.defect', {
    message: error instanceof Error ? error.message : String(error),
  });
}

/** A part of the desk that the browser could not fetch: the line is cut, or the desk was upgraded since. Each browser's own words. */
export const isNotFetched = (error: unknown): boolean =>
  error instanceof Error &&
  /dynamically imported module|preload CSS|Importing a module script failed/i.test(error.message);
