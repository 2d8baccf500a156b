import { findProduct, orders } from './catalogue.js';
import { draw } from './drawings.js';
import { element } from './element.js';
import { address, lang } from './lang.js';
import { askButton, price, showPage } from './page.js';
import { words } from './words.js';

void showPage(words.orders, (customer, signIn) => [
  element('h1', {}, words.orders),
  ...(customer ? orders.map(card) : [invitation(signIn)]),
]);

function invitation(signIn) {
  return element(
    'section',
    { class: 'invitation' },
    element('p', {}, words.ordersHint),
    element('button', { type: 'button', class: 'primary', onclick: signIn }, words.signIn),
  );
}

function card({ number, on, state, news, items }) {
  const bought = items.map(({ id, ...item }) => ({ ...item, product: findProduct(id) }));
  const total = bought.reduce((sum, { product, count }) => sum + product.price * count, 0);
  return element(
    'article',
    { class: 'order' },
    element(
      'header',
      {},
      element('span', {}, `${words.orderNumber} ${number}`),
      element('span', {}, `${words.orderedOn} ${on}`),
      element('b', {}, state[lang]),
    ),
    element('p', { class: 'news' }, news[lang]),
    ...bought.map(row),
    element(
      'footer',
      {},
      element('span', {}, `${words.total} `, element('b', {}, price(total))),
      askButton(words.askOrder),
    ),
  );
}

function row({ product, size, count }) {
  return element(
    'a',
    { class: 'item', href: address('product.html', { id: product.id }) },
    draw(product, ''),
    element('span', {}, product.name[lang], element('small', {}, `${words.size} ${size}`)),
    element('span', { class: 'price' }, `${price(product.price)} × ${count}`),
  );
}
