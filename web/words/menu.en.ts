import type { menuZh } from './menu.zh-CN.ts';

export const menuEn: Record<keyof typeof menuZh, string> = {
  'menu.notify': 'Turn desktop notifications on',
  'menu.notifyOff': 'Turn desktop notifications off',
  'menu.private': 'Hide message text in notifications',
  'menu.privateOff': 'Show message text in notifications',
  'menu.traditional': 'Use traditional Chinese',
  'menu.simplified': 'Use simplified Chinese',
};
