/** A key as it is written on the keyboard in front of one. */
const mac = /Mac|iPhone|iPad/.test(navigator.userAgent);
const names: Record<string, string> = {
  Mod: mac ? '⌘' : 'Ctrl',
  Alt: mac ? '⌥' : 'Alt',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

export const shownKey = (key: string): string => names[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/** Of keys pressed together. */
export const shownKeys = (keys: string): string => keys.split('+').map(shownKey).join(' + ');
