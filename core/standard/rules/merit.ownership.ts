import { found, meritRule } from '../merits/merit.ts';

/** "I" take charge, not "we". */
export const ownership = meritRule({
  id: 'merit.ownership',
  says: {
    zh: { title: '主动担当', reason: '说的是“我来负责”，不是“我们会处理”。' },
    en: { title: 'Takes charge', reason: 'Says “I will see to it”, not “it will be handled”.' },
  },
  earned: (message) => found(message, charge),
});

const charge =
  /我(?!们)(?:会|来|一定|亲自|全程|一直|这边|本人|就|替您|帮您|给您|继续|接着)*(?:负责(?!人)|亲自|全程|盯(?:着|住|到|紧|好)|跟(?:进|踪|着|紧)到?|守着|一跟到底|管到底|兜底|扛)|我来(?:处理|解决|办|联系|跟|查|催|安排|沟通|协调|搞定|帮)|由我(?!们)|交给我(?!们)|包在我(?!们)|(?:我|这事)(?:算|记)(?:在)?我(?:的|头上)|\bi(?:'ll| will| am going to|'m going to) (?:personally|take care|take charge|handle|own|stay on|see (?:it|this) through|keep an eye|deal with|make sure|sort)|\bleave (?:it|this) (?:with|to) me\b|\bi(?:'m| am) (?:on it|responsible)\b|\blet me (?:personally|take care|take charge|handle)\b/;
