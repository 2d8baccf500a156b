import type { Rule } from '../rule.ts';
import type { ToneJudge } from '../tone/tone-rule.ts';
import { shownOrHeard } from '../tone/tone-rule.ts';
import { saying } from '../wording.ts';
import { chinese } from './redline.review-bribe.zh.ts';
import { english } from './redline.review-bribe.en.ts';

const wordings = [chinese, english];

/** A rating or a complaint is spoken of; a star in a name is none. */
const rated = /[评夸晒诉删撤]|返[现利]|(?:[五5满全几一]|颗)[星分]|介入|维权|纠纷|和解/;

const heard: ToneJudge = {
  tone: 'bribe',
  from: { alone: 60 },
  unless: ({ view }, score) => score < 150 && !rated.test(view.text) && !english.sign.standsIn(view.text),
};

/** Money or a gift in exchange for a good rating, for changing one, or for taking a complaint back. */
export const reviewBribe: Rule = {
  id: 'redline.review-bribe',
  weight: 'block',
  moments: ['send'],
  says: {
    zh: {
      title: '用好处换评价',
      reason: '用钱、礼品或退款换好评、改评或撤诉，违反平台规则，也会伤了口碑。',
    },
    en: {
      title: 'Paying for a rating',
      reason: 'Money, a gift or a refund hangs on a good rating, a changed one, or a complaint taken back.',
    },
  },
  draft: (message, scene) => shownOrHeard(saying(message, scene, wordings), heard, message, scene),
};
