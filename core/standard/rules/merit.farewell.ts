import { isLastOfAgent } from '../answer.ts';
import { found, meritRule } from '../merits/merit.ts';

/** A farewell that wishes the customer something; "bye" alone is manners. */
export const farewell = meritRule({
  id: 'merit.farewell',
  says: {
    zh: { title: '用心道别', reason: '最后一句带着祝福或关心，让顾客带着好心情离开。' },
    en: { title: 'A good farewell', reason: 'The last words wish the customer well.' },
  },
  earned(message, scene) {
    const isLast = isLastOfAgent(message.turn, scene);
    return isLast && scene.turns.some(({ from }) => from === 'customer') ? found(message, wishes) : null;
  },
});

const wishes =
  /(?:祝|愿)(?:福)?(?:[您你]|咱|亲|宝宝|孩子|家人|全家)[^,。!?]{2,24}|(?:祝|愿)[^,。!?]{0,6}(?:愉快|开心|顺利|平安|健康|幸福|快乐|好运|安康)|早日康复|照顾好自己|注意(?:身体|保暖|休息|安全)|\b(?:have a (?:\w+ )?(?:day|evening|night|weekend|morning|afternoon|time|trip|holiday)|enjoy (?:your|the)|take (?:good )?care|all the best|best wishes|get well soon|wish(?:ing)? you)\b/;
