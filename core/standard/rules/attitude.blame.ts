import type { Sentence } from '../sentences.ts';
import { asks } from '../sentences.ts';
import { toneRule, worstSentence } from '../tone/tone-rule.ts';

/** Puts the fault on the customer. */
export const blame = toneRule(
  {
    id: 'attitude.blame',
    weight: 'warn',
    says: {
      zh: { title: '归咎顾客', reason: '先不论是谁的原因，指责只会让事情更难办；请说事实和下一步。' },
      en: {
        title: 'Blaming the customer',
        reason: 'Whoever is at fault, blame makes it harder. Say the facts and the next step.',
      },
    },
  },
  {
    tone: 'blame',
    from: { alone: -10 },
    // A reproach in the form of a question is rhetorical; who says sorry for the trouble blames nobody.
    unless: ({ view }, score) =>
      asksIn(worstSentence(view, 'blame')) ||
      (score < 150 && apology.test(view.text)) ||
      (score < 100 && !pointing.test(view.text)) ||
      (score < 30 && plain.test(view.text)),
  },
);

const asksIn = (sentence: Sentence | null) => sentence !== null && asks(sentence);

/** How it is done, or whether a fact is right. */
const plain = /就(?:可以|行|好)[了啦咯哦]?\s*$|是(?:您|你)的[^,。!?]{1,8}[吗嘛么]亲*\s*$/;

const apology = /抱歉|对不起|不好意思|给您带来|为您带来|添麻烦|\bsorry\b|apolog/;

/** Somebody is meant. */
const pointing =
  /[您你亲]|自己|别人|大家|人家|其他|当初|当时|本来|明明|非要|\b(?:you|your|yours|yourself|nobody|no one|everyone|everybody|others|customers?|buyer|user)\b/;
