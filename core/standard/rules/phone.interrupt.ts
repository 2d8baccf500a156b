import type { Rule } from '../rule.ts';

/** The agent begins to speak while the caller still speaks. */
export const interrupt: Rule = {
  id: 'phone.interrupt',
  weight: 'note',
  moments: ['after'],
  says: {
    zh: { title: '抢话', reason: '顾客还没说完客服就开口，容易漏掉内容，也显得不耐烦。' },
    en: {
      title: 'Interrupted the caller',
      reason: 'The agent began to speak before the caller had finished.',
    },
  },
  turn(message, { facts, turns, agent }) {
    const { from, turn, at } = message;
    if (facts.channel !== 'phone' || from !== 'agent' || at === undefined) return [];
    const cut = turns
      .slice(Math.max(0, turn - 3), turn + 2)
      .some((other) => other.from === 'customer' && (other.at ?? at) < at && at < (other.until ?? at));
    return cut && !isAssent(message.view.bare) && !agent(turn).bareAssent ? [message.view.markAll()] : [];
  },
  abstains({ facts, turns }) {
    if (facts.channel !== 'phone') return null;
    const unknown = turns.some(({ from, until }) => from === 'customer' && until === undefined);
    return unknown ? 'no-phone-data' : null;
  },
};

/** A sound that only shows that one listens. */
const isAssent = (bare: string) =>
  /^(?:嗯|恩|哦|对|是|好|是的|好的|您说|您讲|mmhmm|uhhuh|yes|yeah|right|ok|isee|mm|mhm)+$/.test(bare);
