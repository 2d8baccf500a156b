/** What is wrong with a policy, as a sentence for whoever edits it. */
import type { PolicyProblem } from '../commerce/policy/policy-problems.ts';
import type { Lang } from '../standard/facts.ts';

export function policyProblemWords(problem: PolicyProblem, lang: Lang): string {
  return lang === 'zh' ? inChinese(problem) : inEnglish(problem);
}

function inChinese({ field, problem, limit, other }: PolicyProblem): string {
  const name = policyFieldName(field, 'zh');
  switch (problem) {
    case 'missing':
      return `请填写${name}。`;
    case 'unknown-field':
      return `政策里没有“${field}”这一项，请去掉它。`;
    case 'not-whole':
      return `${name}须是不小于 0 的整数（金额以分计），请改正。`;
    case 'below-law':
      return `${name}不能少于 ${limit}：法律给顾客的就是这么多，店铺只能更宽。`;
    case 'above-law':
      return `${name}不能多于 ${limit}：法律给店铺的就是这么多，店铺只能更快。`;
    case 'too-low':
      return `${name}至少是 ${limit}，请改大。`;
    case 'too-high':
      return `${name}最多是 ${limit}，请改小。`;
    case 'below-other':
      return `${name}不能小于${policyFieldName(other!, 'zh')}，请调整其中一项。`;
    case 'not-lawful':
      return `${name}不在法律列出的不退商品之内：其他商品只有顾客购买时确认过才可不退，请去掉它。`;
    case 'repeated':
      return `${name}重复了，请去掉一个。`;
  }
}

function inEnglish({ field, problem, limit, other }: PolicyProblem): string {
  const name = policyFieldName(field, 'en');
  switch (problem) {
    case 'missing':
      return `Fill in the ${name}.`;
    case 'unknown-field':
      return `The policy has no “${field}”; leave it out.`;
    case 'not-whole':
      return `The ${name} must be a whole number, 0 or more (money in fen); mend it.`;
    case 'below-law':
      return `The ${name} cannot be below ${limit}: the law gives the customer that much, and a shop may only give more.`;
    case 'above-law':
      return `The ${name} cannot be above ${limit}: the law gives the shop that much, and it may only be quicker.`;
    case 'too-low':
      return `The ${name} is at least ${limit}; raise it.`;
    case 'too-high':
      return `The ${name} is at most ${limit}; lower it.`;
    case 'below-other':
      return `The ${name} cannot be below the ${policyFieldName(other!, 'en')}; change one of them.`;
    case 'not-lawful':
      return `The ${name} is not among what the law excludes: other goods stay only where the buyer confirmed it at purchase. Take it out.`;
    case 'repeated':
      return `The ${name} is there twice; take one out.`;
  }
}

export function policyFieldName(field: string, lang: Lang): string {
  const [, place] = /^excludedByLaw\[(\d+)\]$/.exec(field) ?? [];
  if (place !== undefined) {
    return lang === 'zh' ? `第 ${Number(place) + 1} 类不退商品` : `excluded kind ${Number(place) + 1}`;
  }
  return fields[field]?.[lang] ?? field;
}

const fields: Record<string, Record<Lang, string>> = {
  'days.return': { zh: '无理由退货天数', en: 'days to return without a reason' },
  'days.lateReturn': { zh: '组长特批退货天数', en: 'days to return with the lead’s approval' },
  'days.defect': { zh: '质量问题退换天数', en: 'days to return what is defective' },
  'days.doubt': { zh: '质量问题免举证天数', en: 'days in which a defect needs no proof' },
  'days.price': { zh: '价格保护天数', en: 'days of price protection' },
  'days.payout': { zh: '到店后退款天数', en: 'days to pay the refund' },
  stalledHours: { zh: '物流停滞小时数', en: 'hours after which a parcel counts as stalled' },
  failedRepairs: { zh: '可退货的维修失败次数', en: 'failed repairs before a return' },
  excludedByLaw: { zh: '依法不退的商品', en: 'exclusions by law' },
  'compensation.defect.percent': { zh: '质量问题留用补偿比例', en: 'share for keeping what is defective' },
  'compensation.defect.most': { zh: '质量问题留用补偿上限', en: 'cap for keeping what is defective' },
  'compensation.agreedChange.percent': { zh: '改单留用补偿比例', en: 'share for keeping an agreed change' },
  'compensation.agreedChange.most': { zh: '改单留用补偿上限', en: 'cap for keeping an agreed change' },
  'compensation.shortage.percent': { zh: '缺货补偿比例', en: 'share for a shortage' },
  'compensation.shortage.most': { zh: '缺货补偿上限', en: 'cap for a shortage' },
  'compensation.late.percent': { zh: '延误补偿比例', en: 'share for lateness' },
  'compensation.late.most': { zh: '延误补偿上限', en: 'cap for lateness' },
  'limits.agent': { zh: '客服单笔额度', en: 'agent’s limit' },
  'limits.lead': { zh: '组长单笔额度', en: 'lead’s limit' },
  'limits.supervisor': { zh: '主管单笔额度', en: 'supervisor’s limit' },
  'limitsPerOrder.agent': { zh: '客服每单累计额度', en: 'agent’s limit for an order' },
  'limitsPerOrder.lead': { zh: '组长每单累计额度', en: 'lead’s limit for an order' },
  'limitsPerOrder.supervisor': { zh: '主管每单累计额度', en: 'supervisor’s limit for an order' },
  'limitsPerDay.agent': { zh: '客服每日累计额度', en: 'agent’s limit for a day' },
  'limitsPerDay.lead': { zh: '组长每日累计额度', en: 'lead’s limit for a day' },
  'limitsPerDay.supervisor': { zh: '主管每日累计额度', en: 'supervisor’s limit for a day' },
};
