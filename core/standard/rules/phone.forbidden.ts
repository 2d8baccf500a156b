import type { Rule } from '../rule.ts';
import { forbiddenOnThePhone } from './phone.forbidden.words.ts';

/** What the handbook forbids in its situations on the telephone. */
export const forbiddenWords: Rule = {
  id: 'phone.forbidden',
  weight: 'note',
  moments: ['after'],
  says: {
    zh: { title: '电话禁语', reason: '这句话在电话里不该说：听着生硬，或把难处推给了顾客。' },
    en: {
      title: 'Not said on the phone',
      reason: 'The handbook forbids these words on a call: they sound curt or push the caller.',
    },
  },
  turn({ from, view }, { facts }) {
    if (facts.channel !== 'phone' || from !== 'agent') return [];
    for (const { start, text } of view.sentences) {
      const found = forbiddenOnThePhone(text);
      if (found) return [view.mark(start + found.start, start + found.end)];
    }
    return [];
  },
};
