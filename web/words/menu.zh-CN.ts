/** What one sets for oneself in the account menu. */
export const menuZh = {
  'menu.notify': '打开桌面通知',
  'menu.notifyOff': '关闭桌面通知',
  'menu.private': '通知里不显示消息内容',
  'menu.privateOff': '通知里显示消息内容',
  'menu.traditional': '改用繁体中文',
  'menu.simplified': '改用简体中文',
} as const;
