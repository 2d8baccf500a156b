import type { Weight } from '../finding.ts';
import { lighterOf } from '../finding.ts';
import { compilePhrases } from '../phrase-matcher.ts';
import type { Rule } from '../rule.ts';
import type { ForbiddenPhrase } from '../settings.ts';

/** The shop's own list of words never to be said; empty until it is filled. */
export const forbidden: Rule = forbidding([]);

function forbidding(phrases: readonly ForbiddenPhrase[]): Rule {
  const search = compilePhrases(phrases.map(({ phrase }) => phrase));
  return {
    id: 'attitude.forbidden',
    weight: 'block',
    moments: ['send'],
    says: {
      zh: { title: '店铺服务禁语', reason: '这里有本店规定不对顾客说的话，请换一种说法。' },
      en: { title: 'Forbidden words', reason: 'This shop has decided never to say this to a customer.' },
    },
    draft({ view }) {
      if (phrases.length === 0) return [];
      const hits = search(view.unquoted);
      if (hits.length === 0) return [];
      // The gravest phrase speaks for the message: a finding stands once for each rule and message.
      const weight = hits.map(({ phrase }) => phrases[phrase]!.weight).reduce<Weight>(graver, 'note');
      return hits
        .filter(({ phrase }) => phrases[phrase]!.weight === weight)
        .map(({ start, end }) => ({ ...view.mark(start, end), weight }));
    },
    tuned: (settings) => (settings.phrases.length === 0 ? forbidden : forbidding(settings.phrases)),
  };
}

const graver = (one: Weight, another: Weight): Weight => (lighterOf(one, another) === one ? another : one);
