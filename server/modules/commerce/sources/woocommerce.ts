/** WooCommerce's REST API. Its pages are numbered, so what is changed while they are read is asked for by its time. */
import { ask, listIn } from './ask.ts';
import type { Cursor } from './cursor.ts';
import type { Call, Page, Platform } from './platform.ts';
import { Troubled } from './platform.ts';

const base = '/wp-json/wc/v3';
const pageSize = 100;

export const woocommerce: Platform = {
  // WordPress may stand below its host's root.
  addressOf(written) {
    const bare = written
      .trim()
      .replace(/^https?:\/\//i, '')
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '');
    return `https://${bare.replace(/\/wp-(?:admin|json)(?:\/.*)?$/, '')}`;
  },

  missingKeys: (keys) => ['consumerKey', 'consumerSecret'].filter((name) => !keys[name]),

  async greet(call) {
    // That the orders may be read is asked too: a key may be for something else.
    await asked(call, '/orders', { per_page: '1' });
    const { json } = await asked(call, '/data/currencies/current', {});
    const code = (json as { code?: unknown } | null)?.code;
    if (typeof code !== 'string') throw new Troubled('no-answer');
    return { currency: code };
  },

  read: (call, cursor) => (cursor.stage === 'orders' ? readOrders(call, cursor) : readProducts(call, cursor)),

  hook: {
    signature: 'x-wc-webhook-signature',
    // Its own word for a delivery is the same for all of one second.
    idOf: () => null,
    kindsOf(headers) {
      const topic = [headers['x-wc-webhook-topic']].flat()[0] ?? '';
      if (/^order\.(?:created|updated|restored)$/.test(topic)) return ['orders'];
      return /^product\.(?:created|updated|restored)$/.test(topic) ? ['products', 'stock'] : null;
    },
    isPing: (headers, body) =>
      headers['x-wc-webhook-signature'] === undefined &&
      /^webhook_id=\d{1,20}$/.test(body.toString('latin1')),
  },
};

/** `page`: after which moment, and which page of those after it. */
async function readOrders(call: Call, { page, since }: Cursor): Promise<Page> {
  const place = placeOf(page, since);
  const { json, at } = await asked(call, '/orders', {
    ...pageOf(place),
    orderby: 'modified',
    status: 'any',
  });
  const records = listIn(json);
  return { kinds: ['orders'], records, page: nextPlace(place, records), at, waitMs: 0 };
}

/** What is sold under a product with variations is asked for with it. */
async function readProducts(call: Call, { page, since }: Cursor): Promise<Page> {
  const place = placeOf(page, since);
  const { json, at } = await asked(call, '/products', { ...pageOf(place), orderby: 'modified' });
  const products = listIn(json) as Record<string, unknown>[];
  const variations: unknown[] = [];
  for (const product of products) {
    if (product['type'] !== 'variable' || !Number.isSafeInteger(product['id'])) continue;
    const { json: found } = await asked(call, `/products/${product['id']}/variations`, {
      per_page: String(pageSize),
    });
    for (const variation of listIn(found)) variations.push({ ...(variation as object), product });
  }
  return {
    kinds: ['products', 'stock'],
    records: [...products, ...variations],
    page: nextPlace(place, products),
    at,
    waitMs: 0,
  };
}

interface Place {
  after: number | null;
  number: number;
}

function placeOf(page: string | null, since: number | null): Place {
  const [after, number] = (page ?? '').split(' ');
  return page === null
    ? { after: since, number: 1 }
    : { after: Number(after) || null, number: Number(number) };
}

const pageOf = ({ after, number }: Place): Record<string, string> => ({
  per_page: String(pageSize),
  order: 'asc',
  page: String(number),
  ...(after !== null && {
    modified_after: new Date(after).toISOString().replace(/\.\d+Z$/, 'Z'),
    dates_are_gmt: 'true',
  }),
});

/**
 * What is changed meanwhile moves to the end, and everything behind it one up: so not by numbers but from the time of the
 * last one on, and by numbers only within one second.
 */
function nextPlace({ after, number }: Place, records: unknown[]): string | null {
  if (records.length < pageSize) return null;
  const last = (records.at(-1) as Record<string, unknown>)['date_modified_gmt'];
  const from = typeof last === 'string' ? Date.parse(`${last.replace(/Z$/, '')}Z`) - 1000 : Number.NaN;
  if (Number.isNaN(from) || (after !== null && from <= after)) return `${after ?? 0} ${number + 1}`;
  return `${from} 1`;
}

function asked(call: Call, path: string, query: Record<string, string>) {
  const { consumerKey = '', consumerSecret = '' } = call.keys;
  const authorization = `Basic ${Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64')}`;
  return ask(call, `${base}${path}?${new URLSearchParams(query)}`, { headers: { authorization } });
}
