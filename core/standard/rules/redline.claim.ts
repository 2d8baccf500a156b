import type { Rule } from '../rule.ts';
import type { ToneJudge } from '../tone/tone-rule.ts';
import { shownOrHeard } from '../tone/tone-rule.ts';
import { viewOf } from '../text.ts';
import { saying } from '../wording.ts';
import { contradicted, statesFacts } from './redline.claim.facts.ts';
import { bornOut, falselyScarce, isScarce } from './redline.claim.stock.ts';
import { chinese } from './redline.claim.zh.ts';
import { english } from './redline.claim.en.ts';

/** Whether words are judged by the facts or the stock of a product. */
export function standsOnFacts(words: string): boolean {
  const { text } = viewOf(words);
  return statesFacts(text) || isScarce(text);
}

const wordings = [chinese, english];

const heard: ToneJudge = {
  tone: 'claim',
  from: { alone: 100 },
  unless: ({ view }, score) =>
    score < 150 && !chinese.sign.standsIn(view.text) && !english.sign.standsIn(view.text),
};

/** Claims that the shop cannot back: other than the product's facts say, superlatives, healing, scarcity. */
export const claim: Rule = {
  id: 'redline.claim',
  weight: 'block',
  moments: ['send'],
  says: {
    zh: {
      title: '没有依据的宣传',
      reason: '与商品资料不符，或者用了最高级、医疗功效、虚假紧缺的说法，店铺拿不出依据。',
    },
    en: {
      title: 'A claim without ground',
      reason:
        "Differs from the product's facts, or is a superlative, a healing effect or scarcity the shop cannot back.",
    },
  },
  draft(message, scene) {
    const marks = [...contradicted(message, scene), ...falselyScarce(message, scene)];
    if (marks.length > 0) return marks;
    return shownOrHeard(saying(message, scene, wordings), heard, message, scene).filter(
      ({ start, end }) => !bornOut(message.text.slice(start, end), message, scene),
    );
  },
};
