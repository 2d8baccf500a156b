/** Why a forbidden phrase can't be saved: apart, so that a page can try one without the rules. */
import type { Problem } from '../refusal.ts';
import { compilePhrases, phraseParts } from './phrase-matcher.ts';
import type { ForbiddenPhrase } from './settings.ts';
import { viewOf } from './text.ts';

/** Its examples are tried on the phrase alone: which of them went wrong is what the shop must know. */
export function phraseProblems(field: string, { phrase, passes, fails }: ForbiddenPhrase): Problem[] {
  if (!phraseParts(phrase)) return [{ field: `${field}.phrase`, problem: 'malformed' }];
  const search = compilePhrases([phrase]);
  const found = (text: string) => search(viewOf(text).unquoted).length > 0;
  return [
    ...passes.flatMap((text, i): Problem[] =>
      found(text) ? [{ field: `${field}.passes.${i}`, problem: 'example-found' }] : [],
    ),
    ...fails.flatMap((text, i): Problem[] =>
      found(text) ? [] : [{ field: `${field}.fails.${i}`, problem: 'example-missed' }],
    ),
  ];
}
