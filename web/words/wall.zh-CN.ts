export const wallZh = {
  'figure.open': '进行中',
  'figure.queued': '排队',
  'figure.waiting': '等回复',
  'figure.late': '已超时',
  'figure.unhappy': '不满',
  'figure.longest': '最久等待',
  group: '小组',
  'group.all': '全部小组',
  order: '排序',
  'order.concern': '最要紧的在前',
  'order.wait': '等最久的在前',
  'empty.group': '这个小组没有进行中的会话。',
};
