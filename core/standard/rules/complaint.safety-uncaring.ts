import { caresFirst } from '../agent/care.ts';
import { exchangeAt } from '../answer.ts';
import type { Rule } from '../rule.ts';

/** Somebody was hurt, and the answer speaks of goods or money before the person. */
export const safetyUncaring: Rule = {
  id: 'complaint.safety-uncaring',
  weight: 'warn',
  weightAfter: 'note',
  moments: ['live', 'after'],
  says: {
    zh: {
      title: '有人受伤却没先问人',
      reason: '顾客报告受伤或危险，要先问人怎么样、建议就医，再谈商品和钱。',
    },
    en: {
      title: 'Goods before the person',
      reason: 'Somebody is hurt: ask after them and point to a doctor before goods or money.',
    },
  },
  turn(message, scene) {
    const exchange = exchangeAt(message, scene);
    const harmed = exchange?.asked.some((turn) => scene.customer(turn).harm !== null);
    if (!exchange || !harmed) return [];
    return caresFirst(exchange.answer.map((turn) => scene.view(turn))) ? [] : [message.view.markAll()];
  },
};
