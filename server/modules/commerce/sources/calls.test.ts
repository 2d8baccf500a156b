/** Calls of a connected shop system: believed where they are signed, once, and never older than what is known. */
import { v7 as uuid } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SourceView } from '../../../../core/commerce/source-api.ts';
import {
  shopifyKeys,
  shopifyOrder,
  woocommerceKeys,
  woocommerceOrder,
} from '../../../../test/fake-shop-systems.ts';
import { changeSource, removeSource } from './keep-source.ts';
import { forgetDeliveries, takeDelivery } from './take-delivery.ts';
import {
  connectShopify,
  connectWoocommerce,
  countOf,
  failures,
  fake,
  find,
  now,
  only,
  passTo,
  person,
  refusal,
  shopId,
  sources,
  stageShopSystems,
  wholeRead,
} from './testing.ts';

stageShopSystems();

describe('calls', () => {
  let view: SourceView;
  beforeEach(async () => {
    view = await connectShopify();
    await wholeRead();
  });
  const deliver = (
    record: object | string,
    {
      topic = 'orders/updated',
      id = uuid(),
      ...more
    }: { topic?: string; id?: string; signature?: string; slug?: string; sourceId?: string } = {},
  ) => {
    const body = typeof record === 'string' ? record : JSON.stringify(record);
    return takeDelivery(sources(), {
      slug: more.slug ?? 'mine',
      sourceId: more.sourceId ?? view.sourceId,
      body: Buffer.from(body),
      headers: {
        'x-shopify-topic': topic,
        'x-shopify-webhook-id': id,
        'x-shopify-hmac-sha256': more.signature ?? fake.signed(shopifyKeys.hookSecret, body),
      },
    });
  };

  test('twice is once, and the older behind the newer changes nothing', async () => {
    const paid = shopifyOrder(1);
    const sent = shopifyOrder(1, { fulfillment_status: 'fulfilled', updated_at: '2026-11-01T12:00:00Z' });
    expect(await deliver(sent, { id: 'one' })).toEqual({ taken: true });
    expect(await deliver(sent, { id: 'one' })).toEqual({ taken: false });
    // The same words under another name are the same words.
    expect(await deliver(sent, { id: 'two' })).toEqual({ taken: false });
    expect(await deliver(paid)).toEqual({ taken: true });
    expect(await find('#1001')).toMatchObject({ state: 'dispatched' });
    expect((await only()).hookAt).toBe(now());
  });

  test('the same at once, ten times, is once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => deliver(shopifyOrder(2), { id: 'same' })),
    );
    expect(answers.filter(({ taken }) => taken)).toHaveLength(1);
    expect(await countOf('orders')).toBe(1);
  });

  test('a refund before its order brings the reading forward; each counts once', async () => {
    const order_id = 5_000_000_003;
    const refund = (id: number, amount: string) => ({
      id,
      order_id,
      created_at: '2026-11-01T11:00:00Z',
      refund_line_items: [],
      transactions: [{ kind: 'refund', status: 'success', amount }],
    });
    await deliver(refund(1, '1.00'), { topic: 'refunds/create' });
    expect((await only()).nextAt).toBe(now());
    await deliver(shopifyOrder(3));
    await deliver(refund(2, '0.50'), { topic: 'refunds/create' });
    await deliver({ ...refund(2, '0.50'), note: 'told again' }, { topic: 'refunds/create' });
    await deliver(refund(4, '0.25'), { topic: 'refunds/create' });
    expect(await find('#1003')).toMatchObject({ refundedFen: 75 });
  });

  const order = JSON.stringify(shopifyOrder(4));
  test.for<[string, string, string]>([
    ['no signature', order, ''],
    ['another secret', order, 'of somebody else'],
    ['a changed byte', order.replace('4.07', '9.07'), 'of the order before'],
    ['a signature of no bytes', order, 'of nothing'],
    ['half a signature', order, 'half'],
  ])('with %s: 401, counted and logged, nothing stored', async ([, body, what]) => {
    const signatures: Record<string, string> = {
      '': '',
      'of somebody else': fake.signed('another secret', body),
      'of the order before': fake.signed(shopifyKeys.hookSecret, order),
      'of nothing': fake.signed(shopifyKeys.hookSecret, ''),
      half: fake.signed(shopifyKeys.hookSecret, body).slice(0, 20),
    };
    expect(await refusal(deliver(body, { signature: signatures[what] }))).toEqual({
      code: 'unauthenticated',
    });
    expect([await countOf('orders'), (await only()).forged, (await only()).forgedAt]).toEqual([0, 1, now()]);
    expect(String(failures.splice(0)[0])).toMatch(/not signed/);
  });

  test('where no secret is kept, none is believed', async () => {
    await removeSource(sources(), person, view.sourceId);
    const { hookSecret: _, ...keys } = shopifyKeys;
    view = await connectShopify(keys);
    expect((await refusal(deliver(order, { signature: fake.signed('', order) }))).code).toBe(
      'unauthenticated',
    );
    failures.length = 0;
  });

  test('another shop’s address, and none', async () => {
    expect(await refusal(deliver(order, { slug: 'theirs' }))).toMatchObject({ code: 'not-found' });
    expect(await refusal(deliver(order, { sourceId: uuid() }))).toMatchObject({ code: 'not-found' });
  });

  test('while its source is paused nothing is taken', async () => {
    await changeSource(sources(), person, view.sourceId, { state: 'paused' });
    expect(await deliver(shopifyOrder(5))).toEqual({ taken: false });
    expect(await countOf('orders')).toBe(0);
  });

  test('told days after it was changed it is left to the reading; what is not ours to know too', async () => {
    expect(await deliver(shopifyOrder(5, { updated_at: '2026-10-29T00:00:00Z' }))).toEqual({ taken: false });
    expect(await deliver({ id: 1 }, { topic: 'carts/update' })).toEqual({ taken: false });
    expect(await deliver('[1]')).toEqual({ taken: false });
    expect(await deliver('no json')).toEqual({ taken: false });
    expect(await countOf('orders')).toBe(0);
  });

  test('known calls are forgotten when none would be taken again', async () => {
    await deliver(shopifyOrder(6));
    passTo(6 * 24 * 3600_000);
    await forgetDeliveries(sources(), shopId);
    expect(await countOf('source_deliveries')).toBe(2);
    passTo(8 * 24 * 3600_000);
    await forgetDeliveries(sources(), shopId);
    expect(await countOf('source_deliveries')).toBe(0);
  });

  test('WooCommerce asks whether anybody is here, and signs the rest', async () => {
    const { sourceId } = await connectWoocommerce();
    const call = (body: string, headers: Record<string, string>) =>
      takeDelivery(sources(), { slug: 'mine', sourceId, body: Buffer.from(body), headers });
    expect(await call('webhook_id=12', {})).toEqual({ taken: false });
    const body = JSON.stringify(woocommerceOrder(9, { refunds: [{ id: 1, total: '-2.50' }] }));
    const headers = {
      'x-wc-webhook-topic': 'order.updated',
      'x-wc-webhook-signature': fake.signed(woocommerceKeys.hookSecret, body),
    };
    expect(await call(body, headers)).toEqual({ taken: true });
    expect(await find('7009')).toMatchObject({ source: 'woocommerce', refundedFen: 250, state: 'paid' });
    expect((await refusal(call(`${body} `, headers))).code).toBe('unauthenticated');
    failures.length = 0;
  });
});
