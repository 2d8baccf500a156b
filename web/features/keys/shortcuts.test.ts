import { describe, expect, it } from 'vitest';
import { nameOf, shortcutFor, shortcuts } from './shortcuts.ts';

const pressed = (key: string, more: Partial<Parameters<typeof nameOf>[0]> = {}) =>
  nameOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...more })!;
const idle = { typing: false, singleKeys: true };

describe('a key', () => {
  it('is the same on every keyboard: Ctrl or ⌘', () => {
    expect(pressed('k', { ctrlKey: true })).toBe('Mod+K');
    expect(pressed('k', { metaKey: true })).toBe('Mod+K');
    expect(nameOf({ key: 'Shift', ctrlKey: false, metaKey: false, altKey: false })).toBeNull();
  });

  it('does what the table says, one alone or two after one another', () => {
    expect(shortcutFor('j', null, idle)?.id).toBe('next');
    expect(shortcutFor('i', 'g', idle)?.id).toBe('inbox');
    expect(shortcutFor('i', null, idle)).toBeUndefined();
  });

  it('that is a letter is a letter while somebody types, and where single keys are off', () => {
    for (const { keys, always } of shortcuts) {
      const [last, before = null] = keys.split(' ').toReversed() as [string, string?];
      expect(Boolean(shortcutFor(last, before, { typing: true, singleKeys: true })), keys).toBe(
        always === true,
      );
      expect(Boolean(shortcutFor(last, before, { typing: false, singleKeys: false })), keys).toBe(
        always === true,
      );
    }
  });

  it('means one thing only', () => {
    const keys = shortcuts.map((one) => one.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
