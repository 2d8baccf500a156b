import { toneRule } from '../tone/tone-rule.ts';

/** Threatens the customer with what the shop, or somebody, will do to them. */
export const threat = toneRule(
  {
    id: 'attitude.threat',
    weight: 'block',
    says: {
      zh: { title: '威胁顾客', reason: '威胁的话不能发给顾客；有规则要说明，就平和地说规则。' },
      en: {
        title: 'Threat',
        reason: 'Threats must not reach a customer. Where a rule applies, state it calmly.',
      },
    },
  },
  { tone: 'threat', from: { alone: -60 } },
);
