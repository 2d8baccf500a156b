import { embedChat, readCustomer, signIn, signOut } from './customer.js';
import { element, svgElement } from './element.js';
import { address, lang } from './lang.js';
import { words } from './words.js';

/** Builds a page of the shop around its own content, which is drawn again when somebody signs in or out. */
export async function showPage(title, content) {
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  document.title = title === words.shop ? title : `${title} · ${words.shop}`;
  const main = element('main');
  const account = element('div', { class: 'account' });
  document.body.append(header(account), main, footer());
  const customer = await readCustomer().catch(() => null);
  show(customer);
  embedChat(customer);

  function show(who) {
    account.replaceChildren(...accountOf(who));
    main.replaceChildren(...content(who, async () => show(await signIn())));
  }

  function accountOf(who) {
    const name = element('span', {}, who ? words.hello(who.customerName) : words.visitor);
    const change = who ? async () => show(await signOut()) : async () => show(await signIn());
    const testid = who ? 'shop-sign-out' : 'shop-sign-in';
    return [
      name,
      element(
        'button',
        { type: 'button', 'data-testid': testid, onclick: change },
        who ? words.signOut : words.signIn,
      ),
    ];
  }
}

export function price(fen) {
  const currency = { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' };
  return new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en', currency).format(fen / 100);
}

/** A button that opens the chat. */
export function askButton(label) {
  return element('button', { type: 'button', class: 'primary', onclick: () => window.Yinuo?.open() }, label);
}

function header(account) {
  const mark = svgElement(
    'svg',
    { viewBox: '0 0 48 32', 'aria-hidden': 'true' },
    svgElement('path', { d: 'M11 30a10 10 0 0 1 1-20 13 13 0 0 1 25 3.500A8.500 8.500 0 0 1 37 30Z' }),
  );
  return element(
    'header',
    { class: 'top' },
    element(
      'a',
      { class: 'brand', href: address('index.html') },
      mark,
      element('b', {}, words.shop),
      element('span', {}, words.slogan),
    ),
    element(
      'nav',
      {},
      element('a', { href: address('index.html') }, words.home),
      element('a', { href: address('orders.html') }, words.orders),
      element('a', { href: otherLanguage() }, words.otherLanguage),
    ),
    account,
  );
}

function otherLanguage() {
  const url = new URL(location.href);
  if (lang === 'en') url.searchParams.delete('lang');
  else url.searchParams.set('lang', 'en');
  return url.href;
}

function footer() {
  return element('footer', {}, element('p', {}, words.footer));
}
