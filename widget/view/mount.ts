import type { Chat } from '../chat.ts';
import type { Settings } from '../settings.ts';
import { words as catalogue } from '../words/words.ts';
import { element } from './element.ts';
import { createLauncher } from './launcher.ts';
import { createPanel } from './panel.ts';
import css from './style.css?inline';

/** Puts the widget on the page, behind a shadow root that the page's own styles don't enter. Returns what opens it. */
export function mount(settings: Settings, chat: Chat): () => void {
  const words = catalogue[settings.lang];
  const host = element('div', { lang: settings.lang === 'zh' ? 'zh-CN' : 'en' });
  const root = host.attachShadow({ mode: 'open' });
  const launcher = createLauncher(words, open);
  const panel = createPanel(words, settings, chat, close);
  const phone = matchMedia('(max-width: 480px)');
  let isOpen = false;
  dress(root);
  root.append(panel.node, launcher.node);
  document.documentElement.append(host);
  raise(host);
  keepKeys(host, close);
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
  }

  function hasUnread() {
    const { view, line } = chat.state();
    return line === 'online' && view !== null && view.readByCustomer < view.seq;
  }

  return open;
}

/** A constructed sheet is allowed where the page's CSP forbids inline styles; older browsers know only the element. */
function dress(root: ShadowRoot) {
  if (!('adoptedStyleSheets' in root)) return void (root as ShadowRoot).append(element('style', {}, css));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
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
