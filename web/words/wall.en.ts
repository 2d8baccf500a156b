import type { wallZh } from './wall.zh-CN.ts';

export const wallEn: Record<keyof typeof wallZh, string> = {
  'figure.open': 'Open',
  'figure.queued': 'In the queue',
  'figure.waiting': 'Awaiting reply',
  'figure.late': 'Overdue',
  'figure.unhappy': 'Unhappy',
  'figure.longest': 'Longest wait',
  group: 'Group',
  'group.all': 'All groups',
  'agents.none': 'No agents yet. An administrator invites them under People.',
  'agents.noneInGroup': 'Nobody is in this group yet. An administrator adds people under People.',
  order: 'Order',
  'order.concern': 'Gravest first',
  'order.wait': 'Longest wait first',
  load: 'Conversations of {name}',
  'empty.group': 'Nothing is open in this group.',
};
