/** A card is made by the server from the shop's own data: never another customer's order, never another shop's goods. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HoldAnswer, SentAnswer, ThreadAnswer } from '../../../core/api.ts';
import type { Attachment } from '../../../core/attachments.ts';
import type { CustomerOrders, ProductView } from '../../../core/commerce/order-api.ts';
import { newId } from '../../../live/ids.ts';
import type { DeskClient } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import { bring } from '../../../test/goods.ts';
import type { TestShop } from '../../../test/shops.ts';
import { inShop } from '../../platform/database/pool.ts';

const insult = '你是猪吗，脑子有病';
const number = '2026112288341234';
const others = '2026112299995678';

let desk: Desk;
let shop: TestShop;
let far: TestShop;
let supervisor: DeskClient;
beforeAll(async () => {
  desk = await startDesk();
  shop = await desk.addShop();
  far = await desk.addShop();
  supervisor = await desk.signIn(shop, 'supervisor');
  const goods = [
    '商品编码,商品名称,SKU 编码,规格,尺码,售价',
    'BODY,云朵连体衣,BODY-80,80 码,80,99.00',
    'BODY,云朵连体衣,BODY-90,90 码,90,129.00',
    `RUDE,${insult},RUDE-1,均码,均码,9.00`,
  ];
  const stock = ['SKU 编码,仓库,库存', 'BODY-80,杭州,0', 'BODY-90,杭州,3'];
  const orders = [
    '订单编号,买家账号,收货人,手机号,订单状态,实付金额,下单时间,商品名称,SKU 编码,规格,数量',
    `${number},member-1,叶知秋,13911112222,已发货,258.00,2026-11-18 10:00:00,云朵连体衣,BODY-90,90 码,2`,
    `${others},member-2,高远,13922223333,已发货,99.00,2026-11-18 10:00:00,云朵连体衣,BODY-80,80 码,1`,
  ];
  const parcels = [
    '订单编号,快递单号,快递公司,扫描时间,物流说明',
    `${number},SF1,顺丰,2026-11-19 08:00:00,已到达杭州`,
  ];
  for (const [kind, lines] of [
    ['products', goods],
    ['stock', stock],
    ['orders', orders],
    ['shipments', parcels],
  ] as const)
    await bring(desk.app, shop.shopId, kind, lines);
  await bring(desk.app, far.shopId, 'products', goods);
});
afterAll(async () => {
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

/** Whom the shop signed for as the buyer of the first order. */
const member = async () =>
  desk.served(shop, 'agent', { text: '我的衣服到哪了', identityToken: await shop.sign('member-1') });

async function goodsOf(client: DeskClient, q: string): Promise<ProductView[]> {
  return (await client.get<ProductView[]>(`/api/v1/products?q=${encodeURIComponent(q)}`)).body;
}

async function orderIdOf(number_: string): Promise<string> {
  const { body } = await supervisor.get<{ orders: { orderId: string }[] }>(`/api/v1/lookup?q=${number_}`);
  return body.orders[0]!.orderId;
}

test('an order goes with a reply as the server knows it, masked, and stands in the transcript', async () => {
  const { agent, visitor, path } = await member();
  const [order] = (await agent.get<CustomerOrders>(`${path}/orders`)).body.orders;
  const invented = { kind: 'order', id: order!.orderId, name: '假的', card: { paidFen: 1 } };
  expect((await agent.post(`${path}/cards`, invented)).status, 'words of the client').toBe(400);
  const made = await agent.post<Attachment>(`${path}/cards`, { kind: 'order', id: order!.orderId });
  expect(made).toMatchObject({
    status: 201,
    body: {
      kind: 'order',
      name: '2026****1234 · 云朵连体衣 90 码 × 2',
      card: {
        number: '2026****1234',
        state: 'dispatched',
        paidFen: 25_800,
        lines: [{ title: '云朵连体衣', spec: '90 码', quantity: 2 }],
        parcel: { carrier: '顺丰', deliveredAt: null, scan: { said: '已到达杭州' } },
      },
    },
  });
  expect(made.text).not.toMatch(/叶|1391111|2026112288341234/);
  const { attachmentId } = made.body;
  const sent = await agent.post<SentAnswer>(`${path}/messages`, {
    clientId: newId(),
    text: '',
    attachmentId,
  });
  expect(sent.status).toBe(201);
  const again = { clientId: newId(), text: '', attachmentId };
  expect((await agent.post(`${path}/messages`, again)).body).toMatchObject({ reason: 'attachment-sent' });
  const { messages } = (await agent.get<ThreadAnswer>(path)).body;
  expect(messages.at(-1)!.attachment).toEqual(made.body);
  await (
    await visitor.listening()
  ).event('message.posted', (event) => event.attachment?.card?.kind === 'order');
  const customer = visitor.with({ authorization: `Bearer ${visitor.token}` });
  const { text } = await customer.get('/widget/v1/transcript?lang=zh-CN');
  expect(text).toContain('［订单：2026****1234 · 云朵连体衣 90 码 × 2］');
});

test('what another customer bought is not there; its number shows it, a second proof lets it go', async () => {
  const { agent, visitor, path } = await member();
  const theirs = { kind: 'order', id: await orderIdOf(others) };
  expect(await agent.post(`${path}/cards`, theirs)).toMatchObject({
    status: 404,
    body: { code: 'not-found', what: 'order' },
  });
  await visitor.say(`还有这单 ${others}`);
  expect(await agent.post(`${path}/cards`, theirs)).toMatchObject({
    status: 409,
    body: { code: 'conflict', reason: 'order-unproven' },
  });
  await visitor.say('下单手机尾号3333');
  expect((await agent.post(`${path}/cards`, theirs)).status).toBe(201);
});

test('a product comes with its prices and the sizes that are in stock', async () => {
  const { agent, path } = await member();
  const [product] = await goodsOf(agent, '连体');
  const { body } = await agent.post<Attachment>(`${path}/cards`, { kind: 'product', id: product!.productId });
  expect(body).toMatchObject({
    name: '云朵连体衣',
    card: { prices: { fromFen: 9900, toFen: 12_900 }, sizes: ['90'], currency: 'CNY' },
  });
  expect((await goodsOf(agent, 'BODY-90')).map(({ name }) => name)).toEqual(['云朵连体衣']);
});

test('another shop’s goods, another’s conversation and another’s card are not there', async () => {
  const { agent, path } = await member();
  const outsider = await desk.signIn(far, 'supervisor');
  const [foreign] = await goodsOf(outsider, '连体');
  const [own] = await goodsOf(agent, '连体');
  for (const id of [foreign!.productId, uuid()])
    expect((await agent.post(`${path}/cards`, { kind: 'product', id })).status).toBe(404);
  const mine = { kind: 'product', id: own!.productId };
  expect((await outsider.post(`${path}/cards`, mine)).status).toBe(404);
  const presales = await desk.signIn(shop, 'presales');
  expect((await presales.post(`${path}/cards`, mine)).status, 'beyond their reach').toBe(404);
  const made = (await supervisor.post<Attachment>(`${path}/cards`, mine)).body;
  const stolen = { clientId: newId(), text: '', attachmentId: made.attachmentId };
  expect((await agent.post(`${path}/messages`, stolen)).status).toBe(404);
});

test('its words are judged like any other, and it waits with the reply that is held', async () => {
  const { agent, path } = await member();
  const [rude] = await goodsOf(agent, insult);
  const made = (await agent.post<Attachment>(`${path}/cards`, { kind: 'product', id: rude!.productId })).body;
  const reply = { clientId: newId(), text: '', attachmentId: made.attachmentId };
  expect(await agent.post(`${path}/messages`, reply)).toMatchObject({
    status: 422,
    body: { code: 'blocked' },
  });
  const held = await agent.post<HoldAnswer>(`${path}/holds`, reply);
  expect(held.body).toMatchObject({ attachment: made });
});

test('once its customer is erased nothing of it is left, sent or not', async () => {
  const { agent, path, conversationId } = await member();
  const order = { kind: 'order', id: await orderIdOf(number) };
  const [sent, unsent] = [
    (await agent.post<Attachment>(`${path}/cards`, order)).body,
    (await agent.post<Attachment>(`${path}/cards`, order)).body,
  ];
  const { attachmentId } = sent!;
  await agent.post(`${path}/messages`, { clientId: newId(), text: '', attachmentId });
  await agent.post(`${path}/resolve`, {});
  const erasing = { confirm: conversationId.slice(-4), reason: 'customer-asked' };
  expect((await supervisor.post(`${path}/customer/erase`, erasing)).status).toBe(204);
  expect((await supervisor.post(`${path}/cards`, order)).status).toBe(404);
  const rows = await inShop(desk.app.pool, shop.shopId, (tx) =>
    tx.query('select name, card from attachments where shop_id = $1 and attachment_id = any($2::uuid[])', [
      shop.shopId,
      [attachmentId, unsent!.attachmentId],
    ]),
  );
  expect(rows).toEqual([{ name: null, card: null }]);
  const { messages } = (await supervisor.get<ThreadAnswer>(path)).body;
  expect(messages.at(-1)!.attachment).toMatchObject({ name: null, card: null });
});
