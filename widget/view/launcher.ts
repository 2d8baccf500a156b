import type { ChatState } from '../chat.ts';
import { unreadOf } from '../chat.ts';
import type { Words } from '../words/words.ts';
import { button, element, icon, say } from './element.ts';

const bubble =
  'M20 11.5c0 3.9-3.6 7-8 7-.9 0-1.8-.1-2.600-.4L5 20l1-3.200A6.600 6.600 0 0 1 4 11.500c0-3.900 3.600-7 8-7s8 3.100 8 7Z';

/** The button that opens the chat, with the number of unread messages on it. */
export function createLauncher(words: Words, onClick: () => void) {
  const badge = element('span', { class: 'badge', 'data-testid': 'widget-unread' });
  const label = element('span', { class: 'label' }, words.launcher);
  const node = button(
    { class: 'launcher', 'data-testid': 'widget-launcher', 'aria-expanded': 'false' },
    onClick,
    icon(bubble),
    label,
    badge,
  );

  function update(state: ChatState, open: boolean) {
    const unread = unreadOf(state);
    node.hidden = open;
    node.setAttribute('aria-expanded', String(open));
    badge.hidden = unread === 0;
    say(badge, unread > 99 ? '99+' : String(unread));
    node.setAttribute('aria-label', unread ? `${words.launcher}, ${words.unread(unread)}` : words.launcher);
  }

  return { node, update };
}
