/** What every page says whose settings are kept version by version, in Chinese: apart, since it comes with those pages. */
export const versionsZh = {
  'bar.changes': '{count} 处修改，还没有保存',
  'bar.newer': '刚有了第 {version} 版，先看看它改了什么',
  'bar.newer.look': '看看',
  'bar.discard': '放弃修改',
  'bar.discard.sure': '放弃全部修改？',
  'bar.preview': '预览并保存',

  'leave.title': '修改还没有保存',
  'leave.what': '离开这个页面，修改就没有了。',
  'leave.stay': '留下',
  'leave.go': '放弃并离开',

  'preview.title': '预览影响',
  'preview.mine': '您的修改',

  'save.note': '为什么改',
  'save.note.hint': '写给以后看的人，会留在历次版本里',
  'save.note.missing': '请写一句为什么改，以后的人会看。',
  'save.submit': '保存为第 {version} 版',
  'save.saving': '正在保存，马上就好……',
  'save.saved': '已保存为第 {version} 版，立刻生效',

  'conflict.title': '{name}刚保存了第 {version} 版，您的修改还在',
  'conflict.what': '{time} · {note}',
  'conflict.theirs': '对方改了',
  'conflict.both': '两边都改了同一处，合并后以您的为准',
  'conflict.merge': '合并到新版上',
  'conflict.take': '放弃我的修改，用新版',
  'conflict.merged': '已合并到第 {version} 版，请再预览一次',

  'version.one': '第 {version} 版',
  'version.inForce': '现行第 {version} 版',
  'version.current': '现行',
  'version.byDesk': '系统',
  'version.noNote': '没有写说明',
  'version.changes': '看改了什么',
  'version.hide': '收起',
  'version.reuse': '取用这一版',
  'version.reused': '第 {version} 版的设置已取来，预览后才会保存',
} as const;
