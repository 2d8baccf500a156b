/**
 * Shopify's Admin API. Apps of its present kind open it with an id and a secret, which are changed for a token of a day;
 * older ones have a token for good.
 */
import { ask, listIn } from './ask.ts';
import type { Call, Platform } from './platform.ts';
import { Troubled } from './platform.ts';

const version = '2026-10';
const pageSize = 250;

export const shopify: Platform = {
  addressOf: (written) => {
    const bare = written
      .trim()
      .replace(/^https?:\/\//i, '')
      .replace(/\/.*$/, '')
      .toLowerCase();
    return `https://${bare.includes('.') || bare === '' ? bare : `${bare}.myshopify.com`}`;
  },

  missingKeys: (keys) =>
    keys['accessToken'] ? [] : ['clientId', 'clientSecret'].filter((name) => !keys[name]),

  async greet(call) {
    const { json } = await asked(call, '/shop.json');
    const shop = (json as { shop?: { currency?: unknown } } | null)?.shop;
    if (typeof shop?.currency !== 'string') throw new Troubled('no-answer');
    return { currency: shop.currency };
  },

  async read(call, { stage, page, since }) {
    const query = new URLSearchParams({ limit: String(pageSize) });
    // With the word for a page nothing else may stand.
    if (page !== null) query.set('page_info', page);
    else {
      if (stage === 'orders') query.set('status', 'any');
      if (since !== null) query.set('updated_at_min', new Date(since).toISOString());
    }
    const { json, headers, at } = await asked(call, `/${stage}.json?${query}`);
    return {
      kinds: stage === 'orders' ? ['orders', 'shipments', 'refunds'] : ['products', 'stock'],
      records: listIn(json, stage),
      page: nextOf(headers['link']),
      at,
      waitMs: waitFor(headers['x-shopify-shop-api-call-limit']),
    };
  },

  hook: {
    signature: 'x-shopify-hmac-sha256',
    idOf: (headers) => one(headers['x-shopify-webhook-id']),
    kindsOf(headers) {
      const topic = one(headers['x-shopify-topic']) ?? '';
      if (/^orders\/(?!delete)/.test(topic)) return ['orders', 'shipments', 'refunds'];
      if (topic.startsWith('fulfillments/')) return ['shipments'];
      if (topic.startsWith('refunds/')) return ['refunds'];
      return /^products\/(?:create|update)$/.test(topic) ? ['products', 'stock'] : null;
    },
    isPing: () => false,
  },
};

const one = (value: string | string[] | undefined): string | null => [value].flat()[0] ?? null;

/** The word alone: where it leads is ours to say. */
function nextOf(link: string | string[] | undefined): string | null {
  const next = /<([^>]*)>;\s*rel="next"/.exec([link].flat().join(', '))?.[1];
  return next && URL.canParse(next) ? new URL(next).searchParams.get('page_info') : null;
}

/** `39/40`: a bucket that loses two a second. */
function waitFor(limit: string | string[] | undefined): number {
  const [taken = 0, all = 40] = (one(limit) ?? '').split('/').filter(Boolean).map(Number);
  return taken > all * 0.75 ? 1000 : 0;
}

async function asked(call: Call, path: string) {
  const token = await tokenOf(call);
  return ask(call, `/admin/api/${version}${path}`, { headers: { 'x-shopify-access-token': token } }).catch(
    (error) => {
      // Revoked or run out: the next asks for another.
      tokens.delete(tokenKey(call));
      throw error;
    },
  );
}

const tokens = new Map<string, { token: string; until: number }>();
const tokenKey = ({ address, keys }: Call): string =>
  [address, keys['clientId'], keys['clientSecret']].join('\n');
const mostTokens = 1000;

async function tokenOf(call: Call): Promise<string> {
  const { keys, now } = call;
  if (keys['accessToken']) return keys['accessToken'];
  const known = tokens.get(tokenKey(call));
  if (known && known.until > now()) return known.token;
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: keys['clientId'] ?? '',
    client_secret: keys['clientSecret'] ?? '',
  }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const { json } = await ask(call, '/admin/oauth/access_token', { method: 'POST', headers, body });
  const { access_token: token, expires_in: seconds = 86_399 } = (json ?? {}) as Record<string, unknown>;
  if (typeof token !== 'string') throw new Troubled('key');
  if (tokens.size >= mostTokens) tokens.clear();
  tokens.set(tokenKey(call), { token, until: now() + (Number(seconds) - 300) * 1000 });
  return token;
}
