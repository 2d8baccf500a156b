/** What the file calls things: a spreadsheet is read by people. */
import type { QualityRow } from '../../../../core/quality/answers.ts';
import type { Said } from '../../../../core/quality/bands.ts';
import type { Lang } from '../../../../core/standard/facts.ts';
import type { RuleId } from '../../../../core/standard/finding.ts';
import { rules } from '../../../../core/standard/rules/index.ts';
import type { Group } from '../../../../core/team/roles.ts';

export interface ExportWords {
  heads: string[];
  group: Record<Group, string>;
  said: Record<Said, string>;
  veto: Record<NonNullable<QualityRow['veto']>, string>;
  yes: string;
}

export const exportWords: Record<Lang, ExportWords> = {
  zh: {
    heads: [
      '结束时间',
      '顾客',
      '第几次服务',
      '客服',
      '小组',
      '得分',
      '一票否决',
      '已复核',
      '成立的问题',
      '这一处',
      '结论',
      '会话编号',
      '消息',
    ],
    group: { 'pre-sales': '售前', 'in-sales': '售中', 'after-sales': '售后' },
    said: { open: '未判定', contested: '有异议', right: '已确认', wrong: '误判', 'risk-taken': '担责放行' },
    veto: { pending: '待确认', confirmed: '已确认' },
    yes: '是',
  },
  en: {
    heads: [
      'Ended',
      'Customer',
      'Episode',
      'Agent',
      'Group',
      'Score',
      'Veto',
      'Reviewed',
      'Standing findings',
      'This finding',
      'Said of it',
      'Conversation',
      'Message',
    ],
    group: { 'pre-sales': 'Pre-sales', 'in-sales': 'In-sales', 'after-sales': 'After-sales' },
    said: {
      open: 'Not judged',
      contested: 'Contested',
      right: 'Confirmed',
      wrong: 'Wrong',
      'risk-taken': 'Own risk',
    },
    veto: { pending: 'To be confirmed', confirmed: 'Confirmed' },
    yes: 'yes',
  },
};

const says = new Map(rules.map((rule) => [rule.id, rule.says]));

/** Its title; of a rule that this engine has no more, its id. */
export const ruleTitle = (rule: RuleId, lang: Lang): string => says.get(rule)?.[lang].title ?? rule;
