/** A small Shopify and WooCommerce on this machine: what ours asks of them, and the ways in which they fail. */
import { createHmac } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { GuardedFetch } from '../server/platform/http/guarded-fetch.ts';
import { guardedFetch } from '../server/platform/http/guarded-fetch.ts';

type Data = Record<string, unknown>;

export interface FakeShopSystems {
  /** By their names on the internet, to this machine. */
  fetch: GuardedFetch;
  /** What was asked, without the host. */
  asked: string[];
  shopify: { orders: Data[]; products: Data[] };
  woocommerce: { orders: Data[]; products: Data[]; variations: Record<string, Data[]> };
  /** Before each answer; what it answers with is sent instead. */
  instead: ((path: string) => Instead | null) | null;
  /** Their own clock. */
  now(): number;
  /** As they sign their calls. */
  signed(secret: string, body: string): string;
  stop(): Promise<void>;
}

export type Instead = { status: number; headers?: Record<string, string>; body?: string } | 'cut';

export const shopifyHost = 'clouds.myshopify.com';
export const woocommerceHost = 'clouds.example';
export const shopifyKeys = { clientId: 'app-1', clientSecret: 'shpss_secret', hookSecret: 'shopify signs' };
export const woocommerceKeys = {
  consumerKey: 'ck_1',
  consumerSecret: 'cs_secret',
  hookSecret: 'woo signs',
};
const token = 'shpat_for_a_day';

export async function fakeShopSystems(): Promise<FakeShopSystems> {
  const server = createServer((request, response) => void receive(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const allowed = guardedFetch({ allow: (host, at) => host === '127.0.0.1' && at === String(port) });
  const fake: FakeShopSystems = {
    fetch: (url, asked) => allowed(toHere(url, port), asked),
    asked: [],
    shopify: { orders: [], products: [] },
    woocommerce: { orders: [], products: [], variations: {} },
    instead: null,
    now: Date.now,
    signed: (secret, body) => createHmac('sha256', secret).update(body).digest('base64'),
    stop: () => closed(server),
  };
  return fake;

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '', 'http://here');
    const path = url.pathname + url.search;
    fake.asked.push(path);
    const instead = fake.instead?.(path);
    if (instead === 'cut') return void request.socket.destroy();
    if (instead) return void response.writeHead(instead.status, instead.headers).end(instead.body);
    response.setHeader('date', new Date(fake.now()).toUTCString());
    const body = Buffer.concat(chunks).toString();
    const answer = url.pathname.startsWith('/wp-json/')
      ? woocommerce(fake, url, request.headers.authorization)
      : shopify(fake, url, request.headers['x-shopify-access-token'], body);
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify(answer.json));
  }
}

interface Answer {
  status: number;
  headers?: Record<string, string>;
  json: unknown;
}

/** The guard sees an address of this machine only where a test's own name stood. */
function toHere(url: string, port: number): string {
  const { hostname, pathname, search } = new URL(url);
  const ours = [shopifyHost, woocommerceHost].includes(hostname);
  return ours ? `http://127.0.0.1:${port}${pathname}${search}` : url;
}

function shopify(fake: FakeShopSystems, url: URL, given: unknown, body: string): Answer {
  if (url.pathname === '/admin/oauth/access_token') {
    const asked = new URLSearchParams(body);
    const known =
      asked.get('client_id') === shopifyKeys.clientId &&
      asked.get('client_secret') === shopifyKeys.clientSecret &&
      asked.get('grant_type') === 'client_credentials';
    return known
      ? { status: 200, json: { access_token: token, expires_in: 86_399 } }
      : { status: 401, json: { error: 'invalid_client' } };
  }
  if (given !== token) return { status: 401, json: { errors: 'Invalid API key or access token' } };
  const name = /^\/admin\/api\/\d{4}-\d{2}\/(\w+)\.json$/.exec(url.pathname)?.[1];
  if (name === 'shop') return { status: 200, json: { shop: { currency: 'EUR' } } };
  if (name !== 'orders' && name !== 'products') return { status: 404, json: { errors: 'Not Found' } };
  const limit = Number(url.searchParams.get('limit') ?? 50);
  const page = url.searchParams.get('page_info');
  if (page !== null && [...url.searchParams.keys()].some((key) => !['limit', 'page_info'].includes(key)))
    return { status: 400, json: { errors: 'page_info stands alone' } };
  // A page's word holds what it continues.
  const { from, since } = page
    ? (JSON.parse(atob(page)) as { from: number; since: string })
    : { from: 0, since: url.searchParams.get('updated_at_min') ?? '' };
  const all = fake.shopify[name].filter(
    (one) => since === '' || Date.parse(one['updated_at'] as string) >= Date.parse(since),
  );
  const next = btoa(JSON.stringify({ from: from + limit, since }));
  const link = `<https://elsewhere.example/admin/${name}.json?limit=${limit}&page_info=${encodeURIComponent(next)}>; rel="next"`;
  return {
    status: 200,
    headers: {
      'x-shopify-shop-api-call-limit': '1/40',
      ...(all.length > from + limit && { link }),
    },
    json: { [name]: all.slice(from, from + limit) },
  };
}

function woocommerce(fake: FakeShopSystems, url: URL, authorization: string | undefined): Answer {
  const { consumerKey, consumerSecret } = woocommerceKeys;
  if (authorization !== `Basic ${btoa(`${consumerKey}:${consumerSecret}`)}`)
    return { status: 401, json: { code: 'woocommerce_rest_authentication_error' } };
  const path = url.pathname.replace('/wp-json/wc/v3', '');
  if (path === '/data/currencies/current') return { status: 200, json: { code: 'GBP' } };
  const parent = /^\/products\/(\d+)\/variations$/.exec(path)?.[1];
  if (parent) return { status: 200, json: fake.woocommerce.variations[parent] ?? [] };
  if (path !== '/orders' && path !== '/products') return { status: 404, json: { code: 'rest_no_route' } };
  const asked = Object.fromEntries(url.searchParams);
  const perPage = Number(asked['per_page'] ?? 10);
  const changed = (one: Data) => `${String(one['date_modified_gmt'])}Z`;
  const found = fake.woocommerce[path === '/orders' ? 'orders' : 'products']
    .filter(
      (one) => !asked['modified_after'] || Date.parse(changed(one)) > Date.parse(asked['modified_after']),
    )
    .toSorted((a, b) => changed(a).localeCompare(changed(b)) || Number(a['id']) - Number(b['id']));
  const from = (Number(asked['page'] ?? 1) - 1) * perPage;
  return { status: 200, json: found.slice(from, from + perPage) };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 0, minute)).toISOString();

/** An order as Shopify tells it. `more` goes over what is usual. */
export function shopifyOrder(nth: number, more: Data = {}): Data {
  return {
    id: 5_000_000_000 + nth,
    name: `#${1000 + nth}`,
    email: `buyer${nth % 40}@mail.example`,
    financial_status: 'paid',
    fulfillment_status: null,
    total_price: `${nth}.07`,
    currency: 'EUR',
    created_at: at(nth),
    processed_at: at(nth),
    updated_at: at(nth),
    shipping_address: {
      name: 'Ann Li',
      phone: `+49 30 ${5_000_000 + nth}`,
      country: 'Germany',
      city: 'Berlin',
      address1: 'Weg 1',
    },
    line_items: [
      {
        id: 9_000_000_000 + nth,
        title: 'Cloud suit',
        sku: 'SUIT-90',
        product_id: 7,
        quantity: 1,
        price: `${nth}.07`,
      },
    ],
    ...more,
  };
}

/** An order as WooCommerce tells it. */
export function woocommerceOrder(nth: number, more: Data = {}): Data {
  const changed = at(nth).slice(0, 19);
  return {
    id: nth,
    number: String(7000 + nth),
    status: 'processing',
    currency: 'GBP',
    date_created_gmt: changed,
    date_modified_gmt: changed,
    date_paid_gmt: changed,
    date_completed_gmt: null,
    total: `${nth}.10`,
    shipping_total: '0.00',
    billing: { first_name: 'Ann', last_name: 'Li', email: `b${nth}@mail.example`, phone: '020 7946 0000' },
    shipping: { first_name: 'Ann', last_name: 'Li', address_1: 'Lane 1', city: 'Leeds', country: 'GB' },
    line_items: [
      {
        id: nth,
        name: 'Cloud suit',
        product_id: 7,
        variation_id: 0,
        sku: 'SUIT-90',
        quantity: 1,
        price: 1.1,
        total: '1.10',
        meta_data: [],
      },
    ],
    refunds: [],
    meta_data: [],
    ...more,
  };
}
