import { Refused } from '../../core/refusal.ts';
import type { Lang } from '../../core/standard/facts.ts';
import { refusalWords } from '../../core/words/refusals.ts';
import { inScript, translator } from '../words/index.ts';

/** What went wrong and what to do, for the person who sees it. */
export function sentence(error: unknown, lang: Lang): string {
  if (error instanceof Refused) return inScript(refusalWords(error.refusal, lang));
  return translator(lang)('page.failed.defect', {
    message: error instanceof Error ? error.message : String(error),
  });
}
