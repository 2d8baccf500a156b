/** A card of a product or an order, as the shop sent it: facts of then, nothing to press. */
import type { Card, OrderCard, ProductCard } from '../../core/commerce/card.ts';
import { tintOf } from '../../core/commerce/card.ts';
import type { WidgetLang } from '../lang.ts';
import { dress } from '../view/dress.ts';
import { element } from '../view/element.ts';
import css from './card.css?inline';
import { cardWords } from './words.ts';

const dressed = new WeakSet<ShadowRoot>();

export function dressOnce(root: ShadowRoot): void {
  if (!dressed.has(root)) dress(root, css);
  dressed.add(root);
}

/** In the place of its plain words; what was written with it stands below. */
export function drawCard(lang: WidgetLang, name: string, card: Card, plain: HTMLElement): void {
  const root = plain.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  dressOnce(root);
  const written: Node[] = [];
  for (let next = plain.nextSibling; next; next = next.nextSibling) written.push(next);
  if (written.length > 0) plain.after(element('div', { class: 'written' }, ...written));
  plain.replaceWith(card.kind === 'product' ? ofProduct(lang, name, card) : ofOrder(lang, card));
}

function ofProduct(
  lang: WidgetLang,
  name: string,
  { id, prices, sizes, currency }: ProductCard,
): HTMLElement {
  const words = cardWords[lang];
  const price =
    prices && [...new Set([prices.fromFen, prices.toFen])].map((fen) => money(fen, currency, lang));
  return frame(
    'product',
    words.product,
    element(
      'span',
      { class: 'tile', 'data-tint': String(tintOf(id)), 'aria-hidden': 'true' },
      [...name][0] ?? '',
    ),
    element('b', {}, name),
    ...(price ? [element('span', { class: 'price' }, price.join('–'))] : []),
    ...(sizes
      ? [element('small', {}, sizes.length > 0 ? words.sizes(sizes.join(' / ')) : words.soldOut)]
      : []),
  );
}

function ofOrder(lang: WidgetLang, card: OrderCard): HTMLElement {
  return frame('order', cardWords[lang].order(card.number), ...orderRows(lang, card));
}

/** What there is to say of an order; in a frame, or on a button. */
export function orderRows(lang: WidgetLang, card: OrderCard): Node[] {
  const words = cardWords[lang];
  const { number, state, lines, moreLines, paidFen, currency, parcel } = card;
  const way = parcel && [
    parcel.carrier,
    parcel.deliveredAt !== null
      ? words.delivered(moment(parcel.deliveredAt, lang))
      : parcel.scan && `${moment(parcel.scan.at, lang)} ${parcel.scan.said}`,
  ];
  return [
    row(
      element('b', {}, words.order(number)),
      ...(state ? [element('span', { class: 'state' }, words.state[state])] : []),
    ),
    ...lines.map(({ title, spec, quantity }) =>
      row(
        element('span', {}, title, ' ', element('small', {}, spec ?? '')),
        element('small', {}, `× ${quantity}`),
      ),
    ),
    ...(moreLines > 0 ? [element('small', {}, words.more(moreLines))] : []),
    ...(paidFen === null ? [] : [element('span', {}, words.paid(money(paidFen, currency, lang)))]),
    ...(way ? [element('small', { class: 'way' }, way.filter(Boolean).join(' · '))] : []),
  ];
}

function frame(kind: Card['kind'], label: string, ...children: Node[]): HTMLElement {
  return element(
    'div',
    { class: `card ${kind}`, role: 'group', 'aria-label': label, 'data-testid': 'widget-card' },
    ...children,
  );
}

const row = (...children: Node[]) => element('span', { class: 'row' }, ...children);

const money = (fen: number, currency: string, lang: WidgetLang) =>
  new Intl.NumberFormat(lang === 'en' ? 'en-GB' : lang, { style: 'currency', currency }).format(fen / 100);

const moment = (at: number, lang: WidgetLang) =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
