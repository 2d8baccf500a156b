/** What a key does, in one place: the listener acts by it, the help sheet shows it. Pure. */
import { pages, type Page } from './pages.ts';

export interface Shortcut {
  id:
    | Page['id']
    | 'palette'
    | 'help'
    | 'next'
    | 'previous'
    | 'reply'
    | 'note'
    | 'whisper'
    | 'claim'
    | 'takeOver'
    | 'transfer'
    | 'resolve'
    | 'more'
    | 'side'
    | 'unread'
    | 'card'
    | 'buying'
    | 'plan'
    | 'leave';
  /** As shown; `Mod` is Ctrl or ⌘. A space parts keys pressed one after the other. */
  keys: string;
  /** Also while somebody types. */
  always?: true;
  act:
    | { open: 'palette' | 'help' }
    | { go: Page }
    /** Presses what the page marks with this `data-command`. */
    | { press: string }
    | { move: 1 | -1 }
    | { leave: true };
}

export const shortcuts: readonly Shortcut[] = [
  { id: 'palette', keys: 'Mod+K', always: true, act: { open: 'palette' } },
  { id: 'help', keys: '?', act: { open: 'help' } },
  { id: 'leave', keys: 'Escape', always: true, act: { leave: true } },
  { id: 'next', keys: 'Alt+ArrowDown', always: true, act: { move: 1 } },
  { id: 'previous', keys: 'Alt+ArrowUp', always: true, act: { move: -1 } },
  { id: 'next', keys: 'j', act: { move: 1 } },
  { id: 'previous', keys: 'k', act: { move: -1 } },
  { id: 'reply', keys: 'r', act: { press: 'reply' } },
  { id: 'note', keys: 'n', act: { press: 'note' } },
  { id: 'whisper', keys: 'w', act: { press: 'whisper' } },
  { id: 'claim', keys: 'c', act: { press: 'claim' } },
  { id: 'takeOver', keys: 'o', act: { press: 'take-over' } },
  { id: 'transfer', keys: 't', act: { press: 'transfer' } },
  { id: 'resolve', keys: 'e', act: { press: 'resolve' } },
  { id: 'more', keys: 'm', act: { press: 'more' } },
  { id: 'side', keys: 's', act: { press: 'side' } },
  { id: 'unread', keys: 'u', act: { press: 'unread' } },
  { id: 'buying', keys: 'b', act: { press: 'buying' } },
  { id: 'card', keys: 'Mod+J', always: true, act: { press: 'card' } },
  { id: 'plan', keys: 'p 1', act: { press: 'plan-1' } },
  { id: 'plan', keys: 'p 2', act: { press: 'plan-2' } },
  { id: 'plan', keys: 'p 3', act: { press: 'plan-3' } },
  ...pages.flatMap((page) => (page.keys ? { id: page.id, keys: page.keys, act: { go: page } } : [])),
];

/** Keys that parts of the desk hear by themselves, by the file that hears them. */
export const heardElsewhere = {
  'search/use-search-key.ts': { focusSearch: ['/'] },
  'composer/enter.ts': { send: ['Enter'], line: ['Shift+Enter'] },
  'composer/reply-composer.tsx': { suggestion: ['Alt+1', 'Alt+2'] },
  'inbox/row.tsx': { range: ['Shift'] },
  'customer/details/notes.tsx': { save: ['Mod+Enter'] },
  'warehouse/booking-form.tsx': { save: ['Mod+Enter'] },
  'warehouse/content-rows.tsx': { addArticle: ['Enter'] },
  'bench/edit-turn.tsx': { save: ['Mod+Enter'] },
  'bench/paste-box.tsx': { save: ['Mod+Enter'] },
} as const;

export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** As the table writes it; null: only a modifier. */
export function nameOf({ key, ctrlKey, metaKey, altKey }: Pressed): string | null {
  if (['Control', 'Meta', 'Alt', 'Shift'].includes(key)) return null;
  if (ctrlKey || metaKey) return `Mod+${key.toUpperCase()}`;
  return altKey ? `Alt+${key}` : key;
}

/** @param before the key pressed just before; null: none, or too long ago */
export function shortcutFor(
  name: string,
  before: string | null,
  { typing, singleKeys }: { typing: boolean; singleKeys: boolean },
): Shortcut | undefined {
  const fits = (keys: string) =>
    shortcuts.find(({ keys: own, always }) => own === keys && (always || (!typing && singleKeys)));
  return (before !== null ? fits(`${before} ${name}`) : undefined) ?? fits(name);
}
