import type { Message, Rule, Scene } from '../rule.ts';
import type { ToneJudge } from '../tone/tone-rule.ts';
import { shownOrHeard } from '../tone/tone-rule.ts';
import { saying } from '../wording.ts';
import { chinese } from './complaint.invited.zh.ts';
import { english } from './complaint.invited.en.ts';

const wordings = [chinese, english];

const heard: ToneJudge = {
  tone: 'invited',
  from: { alone: -30 },
  unless: ({ view }, score) =>
    score < 150 && !chinese.sign.standsIn(view.text) && !english.sign.standsIn(view.text),
};

/** Invites a complaint, or hands out the way to one, that nobody asked for. */
export const invited: Rule = {
  id: 'complaint.invited',
  weight: 'block',
  moments: ['send'],
  says: {
    zh: {
      title: '请人投诉',
      reason: '顾客没有问投诉渠道，却让他去投诉、给差评，等于把人往外推。',
    },
    en: {
      title: 'Inviting a complaint',
      reason: 'Nobody asked how to complain; sending the customer there pushes them away.',
    },
  },
  draft(message, scene) {
    const marks = shownOrHeard(saying(message, scene, wordings), heard, message, scene);
    return marks.length > 0 && !askedForChannel(message, scene) ? marks : [];
  },
};

/** Once the customer asked for the channel, withholding it would be the fault. */
function askedForChannel({ turn }: Message, { turns, customer }: Scene): boolean {
  for (let i = Math.min(turn, turns.length) - 1; i >= 0; i--)
    if (turns[i]!.from === 'customer' && customer(i).asksForChannel) return true;
  return false;
}
