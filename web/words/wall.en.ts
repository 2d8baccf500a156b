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
  order: 'Order',
  'order.concern': 'Gravest first',
  'order.wait': 'Longest wait first',
  load: 'Conversations of {name}',
  'empty.group': 'Nothing is open in this group.',
};
