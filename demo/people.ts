/** Who works in the demo shop. Every password is the same and printed at the start: it is a demo. */
import type { Group, Role } from '../core/team/roles.ts';

export const demoPassword = 'yinuo-demo';

export interface DemoPerson {
  login: string;
  name: string;
  workNumber: string;
  role: Role;
  groups: Group[];
  /** What the start line calls them. */
  title: { zh: string; en: string };
}

export const demoPeople: DemoPerson[] = [
  {
    login: 'lin',
    name: '林小满',
    workNumber: '1001',
    role: 'agent',
    groups: ['pre-sales'],
    title: { zh: '售前客服', en: 'pre-sales agent' },
  },
  {
    login: 'zhou',
    name: '周知夏',
    workNumber: '1002',
    role: 'agent',
    groups: ['in-sales'],
    title: { zh: '售中客服', en: 'in-sales agent' },
  },
  {
    login: 'chen',
    name: '陈立秋',
    workNumber: '1003',
    role: 'agent',
    groups: ['after-sales'],
    title: { zh: '售后客服', en: 'after-sales agent' },
  },
  {
    login: 'he',
    name: '何谷雨',
    workNumber: '1008',
    role: 'lead',
    groups: ['pre-sales', 'in-sales', 'after-sales'],
    title: { zh: '值班组长', en: 'duty lead' },
  },
  {
    login: 'shen',
    name: '沈白露',
    workNumber: '1010',
    role: 'supervisor',
    groups: ['pre-sales', 'in-sales', 'after-sales'],
    title: { zh: '主管', en: 'supervisor' },
  },
  {
    login: 'qiao',
    name: '乔霜降',
    workNumber: '1012',
    role: 'reviewer',
    groups: [],
    title: { zh: '质检', en: 'quality reviewer' },
  },
  {
    login: 'su',
    name: '苏小雪',
    workNumber: '1015',
    role: 'finance',
    groups: [],
    title: { zh: '财务', en: 'finance' },
  },
  {
    login: 'fang',
    name: '方惊蛰',
    workNumber: '1018',
    role: 'warehouse',
    groups: [],
    title: { zh: '仓库', en: 'warehouse' },
  },
  {
    login: 'admin',
    name: '管理员',
    workNumber: '1000',
    role: 'administrator',
    groups: [],
    title: { zh: '管理员', en: 'administrator' },
  },
];
