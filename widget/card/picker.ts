/** The customer's own orders to choose from: a list of buttons that the arrow keys walk and Escape leaves. */
import type { MadeCard, OrderCard } from '../../core/commerce/card.ts';
import type { Chat } from '../chat.ts';
import type { WidgetLang } from '../lang.ts';
import { refusalOf } from '../refusal-of.ts';
import { button, element, icon } from '../view/element.ts';
import { dressOnce, orderRows } from './card.ts';
import { cardWords } from './words.ts';

const cross = 'm7 7 10 10M17 7 7 17';

/** Above the composer's field, or away again; then the keyboard is back at what opened it. */
export function togglePicker(lang: WidgetLang, chat: Chat, composer: HTMLElement, opener: HTMLElement) {
  const close = () => {
    composer.querySelector('.picker')?.remove();
    opener.focus();
  };
  if (composer.querySelector('.picker')) return close();
  const picker = createPicker(lang, chat, composer.getRootNode() as ShadowRoot, close);
  composer.prepend(picker);
  picker.focus();
}

/** @param onClose the chosen one is on its way by then */
function createPicker(lang: WidgetLang, chat: Chat, root: ShadowRoot, onClose: () => void): HTMLElement {
  dressOnce(root);
  const words = cardWords[lang];
  const close = button(
    { class: 'close', 'aria-label': words.close, title: words.close },
    onClose,
    icon(cross),
  );
  const list = element('ul');
  const said = element('p', { role: 'status' });
  const again = button({ class: 'again' }, () => void fetchOrders(), words.again);
  const node = element(
    'div',
    {
      class: 'picker',
      role: 'dialog',
      'aria-label': words.pick,
      tabindex: '-1',
      'data-testid': 'widget-picker',
    },
    element('div', { class: 'row' }, element('b', {}, words.pick), close),
    said,
    again,
    list,
  );
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') onClose();
    else if (!walk(event.key)) return;
    // The panel would close on the one and scroll on the others.
    event.stopPropagation();
    event.preventDefault();
  });
  void fetchOrders();
  return node;

  async function fetchOrders() {
    tell(words.picking);
    try {
      const orders = (await (await chat.ask('orders')).json()) as MadeCard<OrderCard>[];
      list.replaceChildren(...orders.map((order) => element('li', {}, choice(order))));
      tell(orders.length > 0 ? '' : words.none);
      if (root.activeElement === node) list.querySelector('button')?.focus();
    } catch (error) {
      const refusal = refusalOf(error);
      tell(refusal?.code === 'too-many' ? words.tooMany(refusal.retryAfterSeconds) : words.notFetched, true);
    }
  }

  function tell(what: string, failed = false) {
    said.textContent = what;
    said.hidden = what === '';
    again.hidden = !failed;
  }

  function choice(order: MadeCard<OrderCard>): HTMLElement {
    const choose = () => {
      chat.attach(order);
      onClose();
    };
    return button(
      { class: 'card pick', 'data-testid': 'widget-order' },
      choose,
      ...orderRows(lang, order.card),
    );
  }

  /** Whether the key was one that walks. */
  function walk(key: string): boolean {
    const all = [...list.querySelectorAll('button')];
    const at = all.findIndex((one) => one === root.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[key];
    if (to === undefined) return false;
    all[Math.max(0, Math.min(all.length - 1, to))]?.focus();
    return true;
  }
}
