import type { Rule } from '../rule.ts';
import type { ToneJudge } from '../tone/tone-rule.ts';
import { shownOrHeard } from '../tone/tone-rule.ts';
import { saying } from '../wording.ts';
import { chinese } from './redline.promise.zh.ts';
import { english } from './redline.promise.en.ts';

const wordings = [chinese, english];

const heard: ToneJudge = {
  tone: 'promise',
  from: { alone: -20 },
  unless: ({ view }, score) =>
    score < 150 && !chinese.sign.standsIn(view.text) && !english.sign.standsIn(view.text),
};

/** An absolute promise of what the shop does not hold in its hands. */
export const promise: Rule = {
  id: 'redline.promise',
  weight: 'warn',
  moments: ['send'],
  says: {
    zh: {
      title: '绝对的承诺',
      reason: '把到货、合身、不坏这类自己说了不算的事说成百分百，做不到时顾客会更失望。',
    },
    en: {
      title: 'An absolute promise',
      reason: 'This promises for certain what the shop cannot control: arrival, fit, wear, approval.',
    },
  },
  draft: (message, scene) => shownOrHeard(saying(message, scene, wordings), heard, message, scene),
};
