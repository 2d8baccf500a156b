/**
 * Who is at the shop: its server answers with the name and a token it signed for the desk, or with nothing for a visitor.
 * A real shop would write the token into the page itself.
 */
import { lang } from './lang.js';

/** `{ customerName, identityToken }`, or null for a visitor. */
export async function readCustomer() {
  const answer = await fetch('/demo/identity', { headers: { accept: 'application/json' } });
  return answer.status === 200 ? answer.json() : null;
}

export async function signIn() {
  await fetch('/demo/sign-in', { method: 'POST' });
  const customer = await readCustomer();
  if (customer) window.Yinuo?.identify(customer.identityToken);
  return customer;
}

export async function signOut() {
  await fetch('/demo/sign-out', { method: 'POST' });
  window.Yinuo?.signOut();
  return null;
}

/** The one tag that a shop puts on its pages. */
export function embedChat(customer) {
  const script = document.createElement('script');
  script.src = '/widget/widget.js';
  script.dataset.shop = 'yunduo';
  script.dataset.lang = lang;
  if (customer) script.dataset.identity = customer.identityToken;
  document.head.append(script);
}
