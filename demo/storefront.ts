/** The shop's own site: its pages, and a pretended sign-in that hands the widget a signed identity. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { SignJWT } from 'jose';
import { demoKey, demoKeyId, demoSlug } from './shop.ts';

/** Each page is the same frame around a script and a stylesheet of its own. */
const pages = { '': 'home', 'index.html': 'home', 'orders.html': 'orders', 'product.html': 'product' };

const cookie = 'yunduo_customer';
const tokenLifeSeconds = 600;

/** The customer who is known here; what the shop would read from its own database. */
const customer = {
  id: 'member-8801',
  name: '王女士',
  phones: ['13800138001'],
  addresses: ['杭州市西湖区文三路 88 号 3 幢 502 室'],
  orders: ['YD2026111500731', 'YD2026110300418'],
  orderState: 'received',
};

export async function serveStorefront(
  http: FastifyInstance,
  secret: string,
  now: () => number,
): Promise<void> {
  await http.register(fastifyStatic, {
    root: fileURLToPath(new URL('./storefront/', import.meta.url)),
    prefix: '/shop/',
    index: false,
    decorateReply: false,
  });
  const hidden = { schema: { hide: true } };
  http.get('/shop', hidden, async (_, reply) => reply.redirect('/shop/'));
  const frame = await readFile(new URL('./storefront/page.html', import.meta.url), 'utf8');
  for (const [address, page] of Object.entries(pages))
    http.get(`/shop/${address}`, hidden, async (_, reply) =>
      reply.type('text/html; charset=utf-8').send(frame.replaceAll('{page}', page)),
    );
  http.post('/demo/sign-in', hidden, async (_, reply) =>
    reply
      .setCookie(cookie, customer.id, { path: '/demo', httpOnly: true, sameSite: 'strict' })
      .code(204)
      .send(),
  );
  http.post('/demo/sign-out', hidden, async (_, reply) =>
    reply.clearCookie(cookie, { path: '/demo' }).code(204).send(),
  );
  http.get('/demo/identity', hidden, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (request.cookies[cookie] !== customer.id) return reply.code(204).send();
    return { identityToken: await sign(secret, now()), customerName: customer.name };
  });
}

function sign(secret: string, now: number): Promise<string> {
  const { id, name, phones, addresses, orders, orderState } = customer;
  const issued = Math.floor(now / 1000);
  return new SignJWT({ name, phones, addresses, orders, order_state: orderState })
    .setProtectedHeader({ alg: 'HS256', kid: demoKeyId })
    .setSubject(id)
    .setAudience(demoSlug)
    .setIssuedAt(issued)
    .setExpirationTime(issued + tokenLifeSeconds)
    .sign(demoKey(secret));
}
