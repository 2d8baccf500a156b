import { toneRule } from '../tone/tone-rule.ts';

/** It was said before, is obvious, could be read above; or plain annoyance. */
export const impatient = toneRule(
  {
    id: 'attitude.impatient',
    weight: 'warn',
    says: {
      zh: { title: '不耐烦', reason: '“说过了”“上面写着”这类话会让顾客觉得被嫌弃，请当作第一次再说一遍。' },
      en: {
        title: 'Impatient',
        reason: 'It sounds annoyed at having to say it again. Say it as if for the first time.',
      },
    },
  },
  { tone: 'impatient', from: { alone: -50 } },
);
