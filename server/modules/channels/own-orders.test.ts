/** A customer shows an order of their own in the chat: theirs is what the shop signed for, and nothing else. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CustomerSide, ThreadAnswer } from '../../../core/api.ts';
import type { Attachment } from '../../../core/attachments.ts';
import type { MadeCard, OrderCard } from '../../../core/commerce/card.ts';
import { newId } from '../../../live/ids.ts';
import type { Visitor } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import { bring } from '../../../test/goods.ts';
import type { TestShop } from '../../../test/shops.ts';

const number = '2026112288341234';
const others = '2026112299995678';

let now = Date.now();
let desk: Desk;
let shop: TestShop;
let far: TestShop;
beforeAll(async () => {
  desk = await startDesk({ now: () => now, rates: { widgetOrders: 6 } });
  shop = await desk.addShop();
  far = await desk.addShop();
  for (const { shopId } of [shop, far])
    await bring(desk.app, shopId, 'orders', [
      '订单编号,买家账号,收货人,手机号,订单状态,实付金额,下单时间,商品名称,SKU 编码,规格,数量',
      `${number},member-1,叶知秋,13911112222,已发货,258.00,2026-11-18 10:00:00,云朵连体衣,BODY-90,90 码,2`,
      `${others},member-2,高远,13922223333,已发货,99.00,2026-11-17 10:00:00,云朵连体衣,BODY-80,80 码,1`,
    ]);
});
afterAll(async () => {
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

const signedIn = async (customer: string, claims?: Record<string, unknown>, of = shop) =>
  desk.visit(of, { identityToken: await of.sign(customer, claims) });
const bearer = ({ token }: Visitor) => desk.anybody.with({ authorization: `Bearer ${token}` });
const listed = async (visitor: Visitor) =>
  (await bearer(visitor).get<MadeCard<OrderCard>[]>('/widget/v1/orders')).body;
const show = (visitor: Visitor, orderId: string) =>
  bearer(visitor).post<Attachment>('/widget/v1/cards', { orderId });
async function send(visitor: Visitor, attachmentId: string) {
  const socket = await visitor.socket();
  return socket.say(visitor.conversationId, '', { attachmentId });
}

test('an order of their own is listed masked, sent as a card, and stands at the desk as the server made it', async () => {
  const visitor = await signedIn('member-1');
  expect(visitor.session.hasOrders).toBe(true);
  const answer = await bearer(visitor).get<MadeCard<OrderCard>[]>('/widget/v1/orders');
  expect(answer.body).toMatchObject([
    { name: '2026****1234 · 云朵连体衣 90 码 × 2', card: { paidFen: 25_800 } },
  ]);
  expect(answer.text).not.toMatch(/叶|1391111|2026112288341234/);
  const { id } = answer.body[0]!.card;
  const invented = { orderId: id, card: { paidFen: 1 } };
  expect((await bearer(visitor).post('/widget/v1/cards', invented)).status, 'words of the client').toBe(400);
  const made = await show(visitor, id);
  expect(made).toMatchObject({ status: 201, body: { kind: 'order', card: { paidFen: 25_800 } } });
  expect(await send(visitor, made.body.attachmentId)).toMatchObject({ type: 'ack', seq: 1 });
  const supervisor = await desk.signIn(shop, 'supervisor');
  const { body } = await supervisor.get<ThreadAnswer>(`/api/v1/conversations/${visitor.conversationId}`);
  expect(body.messages[0]).toMatchObject({ author: 'customer', attachment: made.body });
});

test('another’s order is not there: not by its id, not by writing its number, not for another shop, not unsigned', async () => {
  const [theirs] = await listed(await signedIn('member-2'));
  const orderId = theirs!.card.id;
  const visitor = await signedIn('member-1');
  await visitor.say(`我的订单号是${others}，手机13922223333`);
  const refused = { status: 404, body: { code: 'not-found', what: 'order' } };
  expect(await show(visitor, orderId)).toMatchObject(refused);
  expect((await listed(visitor)).map(({ card }) => card.paidFen)).toEqual([25_800]);

  const anonymous = await desk.visit(shop);
  await anonymous.say(`我的订单号是${others}`);
  expect(anonymous.session.hasOrders).toBe(false);
  expect(await listed(anonymous)).toEqual([]);
  expect(await show(anonymous, orderId)).toMatchObject(refused);
  expect(await show(await signedIn('member-2', {}, far), orderId)).toMatchObject(refused);
  expect((await desk.anybody.get('/widget/v1/orders')).status).toBe(401);
});

test('another’s card does not go with one’s own message', async () => {
  const owner = await signedIn('member-2');
  const [order] = await listed(owner);
  const { attachmentId } = (await show(owner, order!.card.id)).body;
  const thief = await signedIn('member-1');
  expect(await send(thief, attachmentId)).toMatchObject({ refusal: { code: 'not-found', what: 'file' } });
});

test('what the shop signed by phone or number counts, until two people were merged by hand', async () => {
  const visitor = await signedIn('guest-7', { phones: ['13911112222'], orders: [others] });
  expect(await listed(visitor)).toHaveLength(2);
  const stranger = await desk.visit(shop);
  for (const one of [visitor, stranger]) await one.say('请帮我看一下');
  const supervisor = await desk.signIn(shop, 'supervisor');
  const customer = (of: Visitor) => `/api/v1/conversations/${of.conversationId}/customer`;
  const other = (await supervisor.get<CustomerSide>(customer(stranger))).body.customerId;
  const wish = { other, keep: 'this', take: [], reason: '顾客说是同一个人' };
  const merged = await supervisor.post(`${customer(visitor)}/merge`, wish);
  expect(merged.status).toBeLessThan(300);
  expect(await listed(visitor)).toEqual([]);
  expect((await signedIn('guest-7')).session.hasOrders).toBe(false);
});

test('asking for them again and again is refused for a while, whatever is asked', async () => {
  const visitor = await signedIn('member-1');
  now += 3600_000;
  const ids = Array.from({ length: 8 }, () => newId());
  const answers = [];
  for (const id of ids) answers.push((await show(visitor, id)).status);
  expect(answers).toEqual([...Array(6).fill(404), 429, 429]);
  expect((await bearer(visitor).get('/widget/v1/orders')).status).toBe(429);
  now += 60_000;
  expect(await listed(visitor)).toHaveLength(1);
});
