import { found, meritRule } from '../merits/merit.ts';
import type { Message, Scene } from '../rule.ts';

/** Silence after which an unasked message is a return, in milliseconds. */
const away = 10 * 60_000;

/** Came back unasked with news, or to see whether all is well. */
export const followUp = meritRule({
  id: 'merit.follow-up',
  says: {
    zh: { title: '主动回访', reason: '顾客没催，客服自己回来告知进展或关心结果。' },
    en: {
      title: 'Came back unasked',
      reason: 'Returned with news, or to see whether all is well, before being asked.',
    },
  },
  earned: (message, scene) => (cameUnasked(message, scene) ? found(message, news) : null),
});

const news =
  /回(?:复)?[您你][啦了]|跟[您你](?:说|讲|同步|汇报)|(?:查|问|核实|确认|联系|催|办|处理|解决|安排|退|发|寄|批|换|改|到)[^,。]{0,6}(?:到|好|清楚|完|出)?[了啦]|已经?|结果|进展|回访|(?:收到|用|吃|穿|装)[^,。]{0,8}(?:怎么样|合适|还好|满意|顺利|习惯)[了吗么]?|\b(?:update|news|found|checked|confirmed|sorted|done|shipped|sent|refunded|arrived|following up|checking (?:in|back)|how (?:is|are|did|does)|good news)\b/;

function cameUnasked({ turn, at }: Message, { turns, customer }: Scene): boolean {
  const before = turns[turn - 1];
  if (!before || at === undefined || before.at === undefined || at - before.at < away) return false;
  if (before.from === 'agent') return turns.some(({ from }, i) => i < turn && from === 'customer');
  return before.from === 'customer' && customer(turn - 1).courtesy !== null;
}
