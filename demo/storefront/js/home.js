import { products } from './catalogue.js';
import { draw } from './drawings.js';
import { element } from './element.js';
import { address, lang } from './lang.js';
import { askButton, price, showPage } from './page.js';
import { words } from './words.js';

void showPage(words.shop, () => [hero(), promises(), element('h2', {}, words.inSeason), shelf()]);

function hero() {
  const pictures = ['sleeping-bag', 'bodysuit', 'hat'].map((id) =>
    draw(
      products.find((one) => one.id === id),
      '',
    ),
  );
  return element(
    'section',
    { class: 'hero' },
    element(
      'div',
      {},
      element('h1', {}, words.heroTitle),
      element('p', {}, words.heroText),
      askButton(words.heroAction),
    ),
    element('div', { class: 'pictures', 'aria-hidden': 'true' }, ...pictures),
  );
}

function promises() {
  return element('ul', { class: 'promises' }, ...words.promises.map((promise) => element('li', {}, promise)));
}

function shelf() {
  return element('div', { class: 'shelf' }, ...products.map(card));
}

function card(product) {
  return element(
    'a',
    { class: 'card', href: address('product.html', { id: product.id }) },
    draw(product, product.name[lang]),
    element('span', { class: 'name' }, product.name[lang]),
    element('span', { class: 'price' }, price(product.price)),
  );
}
