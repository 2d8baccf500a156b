import type { PublicLook } from '../../core/team/widget-look.ts';
import type { Chat } from '../chat.ts';
import { unreadOf } from '../chat.ts';
import type { Settings } from '../settings.ts';
import type { Words } from '../words/words.ts';
import { dress } from './dress.ts';
import { element, say } from './element.ts';
import { keepFocus } from './focus.ts';
import { createLauncher } from './launcher.ts';
import { createPanel } from './panel.ts';
import css from './style.css?inline';

/** Puts the widget on the page, behind a shadow root that the page's own styles don't enter. Returns what opens it. */
export function mount(settings: Settings, words: Words, look: PublicLook | null, chat: Chat): () => void {
  const host = element('div', { lang: settings.lang });
  const root = host.attachShadow({ mode: 'open' });
  const launcher = createLauncher(words, open);
  const panel = createPanel(words, settings, chat, close);
  const phone = matchMedia('(max-width: 480px)');
  // While the chat is closed, its log says nothing to a screen reader.
  const news = element('div', { class: 'quiet', role: 'status' });
  let isOpen = false;
  dress(root, css);
  if (look) for (const node of [panel.node, launcher.node]) wear(node, look);
  root.append(panel.node, launcher.node, news);
  document.documentElement.append(host);
  raise(host);
  keepKeys(host, () => isOpen && close());
  keepFocus(root, panel.node);
  fitToKeyboard(panel.node, phone);
  chat.onChange(update);
  document.addEventListener('visibilitychange', update);
  update();
  if (chat.hasBegunBefore()) chat.begin();

  function open() {
    isOpen = true;
    chat.begin();
    update();
    panel.toEnd();
    // On a phone the keyboard would cover half of what there is to read.
    if (phone.matches) panel.focusHead();
    else panel.focus();
  }

  function close() {
    isOpen = false;
    update();
    launcher.node.focus();
  }

  function update() {
    if (isOpen && document.visibilityState === 'visible' && hasUnread()) return chat.markRead();
    launcher.update(chat.state(), isOpen);
    panel.update(chat.state(), isOpen);
    // Where it covers the page, nothing else is there to be read.
    panel.node.setAttribute('aria-modal', String(phone.matches));
    const unread = isOpen ? 0 : unreadOf(chat.state());
    say(news, unread > 0 ? words.unread(unread) : '');
  }

  function hasUnread() {
    const { view, line } = chat.state();
    return line === 'online' && view !== null && view.readByCustomer < view.seq;
  }

  return open;
}

/** The shop's colours and side. Set through the object model, which a page that forbids inline styles allows. */
function wear(node: HTMLElement, { ink, soft, edge, side }: PublicLook) {
  node.style.setProperty('--ink', ink);
  node.style.setProperty('--ink-soft', soft);
  node.style.setProperty('--ink-edge', edge);
  node.classList.toggle('left', side === 'left');
}

/** Into the top layer, above every z-index of the page, where the browser has one. */
function raise(host: HTMLElement) {
  host.setAttribute('popover', 'manual');
  host.showPopover?.();
}

/** Keys pressed here are not the page's shortcuts. */
function keepKeys(host: HTMLElement, onEscape: () => void) {
  for (const type of ['keydown', 'keyup', 'keypress'])
    host.addEventListener(type, (event) => event.stopPropagation());
  host.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) onEscape();
  });
}

/** A phone's keyboard covers the page without resizing it. */
function fitToKeyboard(panel: HTMLElement, phone: MediaQueryList) {
  const { visualViewport } = window;
  visualViewport?.addEventListener('resize', () => {
    panel.style.height = phone.matches ? `${visualViewport.height}px` : '';
  });
}
