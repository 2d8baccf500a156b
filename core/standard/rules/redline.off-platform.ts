import type { Rule } from '../rule.ts';
import type { ToneJudge } from '../tone/tone-rule.ts';
import { shownOrHeard } from '../tone/tone-rule.ts';
import { saying } from '../wording.ts';
import { chinese } from './redline.off-platform.zh.ts';
import { english } from './redline.off-platform.en.ts';

const wordings = [chinese, english];

/** Where the money back is to go is asked of the customer. */
const paidOut = /(?:提现|退款|返还|打款)[^。!?]{0,30}提供[^。!?]{0,30}(?:开户|卡号|账号)/;

const heard: ToneJudge = {
  tone: 'off-platform',
  from: { alone: 20 },
  unless: ({ view }, score) =>
    score < 150 &&
    (paidOut.test(view.text) || !(chinese.sign.standsIn(view.text) || english.sign.standsIn(view.text))),
};

/** Leads the customer off the platform: another messenger, a private transfer, a deal elsewhere. */
export const offPlatform: Rule = {
  id: 'redline.off-platform',
  weight: 'block',
  moments: ['send'],
  says: {
    zh: {
      title: '引导离开平台',
      reason: '引导加私人联系方式、私下转账或到别处成交，顾客会失去平台的保障。',
    },
    en: {
      title: 'Leading off the platform',
      reason: 'A private messenger, a private transfer or a deal elsewhere takes the protection away.',
    },
  },
  draft: (message, scene) => shownOrHeard(saying(message, scene, wordings), heard, message, scene),
};
