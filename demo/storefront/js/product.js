import { findProduct } from './catalogue.js';
import { draw } from './drawings.js';
import { element } from './element.js';
import { address, lang } from './lang.js';
import { askButton, price, showPage } from './page.js';
import { words } from './words.js';

const product = findProduct(new URLSearchParams(location.search).get('id'));

void showPage(product?.name[lang] ?? words.shop, () => [
  back(),
  product ? details() : element('p', {}, words.noProduct),
]);

function back() {
  return element('a', { class: 'back', href: address('index.html') }, `← ${words.back}`);
}

function details() {
  return element(
    'section',
    { class: 'product' },
    element('div', { class: 'picture' }, draw(product, product.name[lang])),
    element(
      'div',
      {},
      element('h1', {}, product.name[lang]),
      element('p', { class: 'price' }, price(product.price)),
      element('h2', {}, words.sizes),
      element('ul', { class: 'sizes' }, ...product.sizes.map((size) => element('li', {}, size))),
      facts(),
      askButton(words.askProduct),
    ),
  );
}

function facts() {
  const said = {
    material: product.material[lang],
    safety: words.safety,
    season: product.season[lang],
    care: product.care[lang],
  };
  const rows = Object.keys(said).flatMap((key) => [
    element('dt', {}, words.facts[key]),
    element('dd', {}, said[key]),
  ]);
  return element('dl', {}, ...rows);
}
