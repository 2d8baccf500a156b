import { saidOnce, toneRule } from '../tone/tone-rule.ts';
import { chineseThreats, englishThreats, reassures } from './attitude.threat.words.ts';

const builds = [chineseThreats, englishThreats];

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
  {
    tone: 'threat',
    from: { alone: -60, withEvidence: -500 },
    evidence: ({ view }) => saidOnce(view, builds, reassures),
    unless: ({ view }, score) =>
      score < 60 && !consequence.test(view.text) && saidOnce(view, builds, reassures) === null,
  },
);

const consequence =
  /黑名单|拉黑|封|后果|后悔|试试看|试一试|走着瞧|等着瞧|等着|别[怪想再逼]|不然|否则|要么|小心|当心|掂量|敢|就[别不没当按给]|地址|住|知道你|知道您|记[着住下]|律师|法务|起诉|告你|报警|派出所|作废|没收|取消|不退|一分(?![价货])|休想|吃亏|名单|标记|截图|公开|同行|账号|信不信|逼|以后|永远|后面|\b(?:block\w*|ban\w*|regret|else|warn\w*|lawyer|legal|police|cancel\w*|nothing|never|see what|if you|keep|one more|blacklist\w*|flag\w*|forfeit\w*|consequences?|careful|remember|try|close[ds]?|suspend\w*|void|sue|report\w*|lose|lost)\b/;
