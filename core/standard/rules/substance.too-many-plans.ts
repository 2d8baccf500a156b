import { mostPlansIn } from '../agent/plans.ts';
import type { AgentReading } from '../agent/reading.ts';
import { readAgent } from '../agent/reading.ts';
import type { Rule } from '../rule.ts';
import type { TextView } from '../text.ts';

/** Three plans can be compared; more are a price list. */
const most = 3;
/** Four plans do not fit into less. */
const shortest = 12;

/** More than three plans in one message. */
export const tooManyPlans: Rule = {
  id: 'substance.too-many-plans',
  weight: 'note',
  moments: ['send'],
  says: {
    zh: { title: '方案太多', reason: '一条消息里超过三个方案，顾客难以选择；给一到三个，并推荐其中一个。' },
    en: {
      title: 'Too many plans',
      reason:
        'More than three plans in one message are hard to choose from: offer one to three and recommend one.',
    },
  },
  draft({ view }) {
    if (view.text.length < shortest || mostPlansIn(view) < most) return [];
    const plans = readAgent(view).plans.filter(({ start }) => !inBrackets(view.original, start));
    return plans.length + besides(plans, view) > most ? [plans.at(-1)!] : [];
  },
};

/** What stands in brackets is small print. */
function inBrackets(original: string, at: number): boolean {
  const before = original.slice(0, at);
  const opened = Math.max(before.lastIndexOf('('), before.lastIndexOf('（'));
  return opened > Math.max(before.lastIndexOf(')'), before.lastIndexOf('）'));
}

/** A part of the money back is another plan than all of it. */
function besides(plans: AgentReading['plans'], { unquoted }: TextView): number {
  if (!all.test(unquoted) || !part.test(unquoted)) return 0;
  const isCounted = plans.some(({ kind }) => kind === 'compensation') && !voucher.test(unquoted);
  return isCounted ? 0 : 1;
}

const all =
  /全(?:额|部|款)?退|退全|\b(?:full|whole|all of)\b.{0,12}\b(?:refund|money)|refund(?: you)? (?:the (?:lot|full|whole)|in full|everything)/;
const voucher = /券|红包|积分|补偿|赔|voucher|coupon|credit|points/;
const part =
  /退(?:您|你)?[^,全]{0,4}(?:\d|一半|半|部分)|\b(?:half|partial|part of|\d+ ?%|\$\d+)\b.{0,16}(?:back|refund)|refund(?: you)? (?:half|part|\$?\d)/;
