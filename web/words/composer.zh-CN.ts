/** What the composer says beside the desk's own words. */
export const composerZh = {
  'draft.newer': '另一处有较新的草稿',
  'draft.newer.empty': '（已清空）',
  'draft.takeTheirs': '换成那份',
  'draft.keepMine': '保留这份',
  'draft.takeBoth': '两份都留',

  'onlookers.viewing': '{names} 也在看',
  'onlookers.writing': '{names} 正在写',

  'overtaken.title': '先没有发出：您写的时候有新消息',
  'overtaken.send': '看过了，仍然发送',

  'emoji.open': '表情',

  'later.open': '定时发送',
  'later.title': '定时发送',
  'later.ok': '定时发送',
  'later.cancel': '取消',
  'later.when': '发送时间',
  'later.past': '请选一个还没到的时间。',
  'later.preset.hour': '一小时后 {time}',
  'later.preset.evening': '今天傍晚 {time}',
  'later.preset.morning': '明天上午 {time}',
  'later.preset.afternoon': '明天下午 {time}',
  'later.even': '顾客在这之前又来信，也照样发出',
  'later.what': '到时会按服务规范再检查一遍；发不出去的，会放回草稿并提醒您。',
  'later.done': '已定时，到时自动发出',
  'later.cancelled': '已取消，原文放回作者的草稿',
  'later.edit': '修改',
  'later.remove': '取消定时',

  'returned.button': '{count} 条定时回复没有发出',
  'returned.title': '没有发出的定时回复',
  'returned.what': '原文已放回草稿。打开会话，改好再发。',
  'returned.open': '打开会话',
  'returned.cause.blocked': '按服务规范现在发不出去',
  'returned.cause.customer-wrote': '顾客在这之前又来信了',
  'returned.cause.not-the-assignee': '会话已转给同事',
  'returned.cause.already-closed': '这次服务已经结束',
  'returned.cause.taken-back': '组长把它收了回来',
  'returned.cause.not-possible': '现在不能发出',
} as const;
