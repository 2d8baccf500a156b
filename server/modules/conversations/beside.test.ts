/** Drafts are judged by what the shop's own data knows: goods, stock, and whose a number is. Nothing of anybody else comes out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FactsAnswer, ThreadAnswer } from '../../../core/api.ts';
import type { CustomerOrders } from '../../../core/commerce/order-api.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { newId } from '../../../live/ids.ts';
import type { DeskClient } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import { bring } from '../../../test/goods.ts';
import type { TestShop } from '../../../test/shops.ts';
import { inShop } from '../../platform/database/pool.ts';
import { readReviewed } from './reviewed-episode.ts';

type Blocked = Extract<Refusal, { code: 'blocked' }>;

const own = { number: '2026112200010001', parcel: 'SF1000000000001' };
const other = {
  number: '2026112200020002',
  phone: '13722223333',
  name: '高远方',
  parcel: 'SF2000000000002',
  address: '浙江省杭州市西湖区文三路88号3幢502室',
};

let desk: Desk;
let shop: TestShop;
beforeAll(async () => {
  desk = await startDesk({ rates: { soughtBurst: 12, soughtPerMinute: 1 } });
  shop = await desk.addShop();
  const bringAll = (kind: Parameters<typeof bring>[2], lines: string[]) =>
    bring(desk.app, shop.shopId, kind, lines);
  await bringAll('products', [
    '商品编码,商品名称,SKU 编码,规格,尺码,售价,安全类别,材质,保修天数',
    'BODY,云朵连体衣,BODY-80,80 码,80,99.00,A 类,100%棉,180',
    'BODY,云朵连体衣,BODY-90,90 码,90,129.00,A 类,100%棉,180',
    'COAT,小熊外套,COAT-90,90 码,90,199.00,B 类,聚酯纤维,180',
  ]);
  await bringAll('stock', ['SKU 编码,仓库,库存', 'BODY-80,杭州,2', 'BODY-90,杭州,40', 'COAT-90,杭州,9']);
  await bringAll('orders', [
    '订单编号,买家账号,收货人,手机号,收货地址,订单状态,实付金额,下单时间,商品名称,SKU 编码,规格,数量',
    `${own.number},member-1,叶知秋,13911112222,上海市浦东新区张杨路500号,已发货,129.00,2026-11-18 10:00:00,云朵连体衣,BODY-90,90 码,1`,
    `${other.number},member-2,${other.name},${other.phone},${other.address},已发货,99.00,2026-11-18 10:00:00,云朵连体衣,BODY-80,80 码,1`,
  ]);
  await bringAll('shipments', [
    '订单编号,快递单号,快递公司,扫描时间,物流说明',
    `${own.number},${own.parcel},顺丰,2026-11-19 08:00:00,已到达杭州`,
    `${other.number},${other.parcel},顺丰,2026-11-19 08:00:00,已到达杭州`,
  ]);
});
afterAll(async () => {
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

/** Whom the shop signed for as the buyer of the first order; the look-ups of these tests are fewer than the limit. */
const member = async (text = '我的衣服到哪了') =>
  desk.served(shop, 'agent', { text, identityToken: await shop.sign('member-1') });

const send = (agent: DeskClient, path: string, text: string) =>
  agent.post<Blocked>(`${path}/messages`, { clientId: newId(), text });

describe('a claim', () => {
  test('that facts and stock bear out leaves, one against them is told the fact', async () => {
    const { agent, visitor, path } = await member('连体衣90码还有货吗');
    const { body: facts } = await agent.get<FactsAnswer>(`${path}/facts`);
    expect(facts.products).toEqual([
      {
        name: '云朵连体衣',
        facts: { safetyClass: 'A 类', material: '100%棉', guaranteeDays: '180' },
        stock: [
          { spec: '80 码', left: 2 },
          { spec: '90 码', left: 40 },
        ],
      },
    ]);
    expect((await send(agent, path, '连体衣是A类的，贴身穿没问题')).status).toBe(201);
    expect((await send(agent, path, '80码的只剩最后两件了')).status).toBe(201);
    expect((await send(agent, path, '90码的只剩最后两件了')).body).toMatchObject({
      code: 'blocked',
      findings: [{ rule: 'redline.claim', because: { kind: 'stock', spec: '90 码', left: 40 } }],
    });
    await visitor.say('那小熊外套呢');
    expect((await send(agent, path, '小熊外套也是A类的')).body).toMatchObject({
      findings: [{ rule: 'redline.claim', because: { kind: 'fact', fact: 'safetyClass', value: 'B 类' } }],
    });
  });

  test('is judged again by the stock it was made with', async () => {
    const { agent, path, conversationId } = await member('连体衣80码还有吗');
    expect((await send(agent, path, '80码的只剩最后两件了，再不拍就没了')).status).toBe(201);
    await bring(desk.app, shop.shopId, 'stock', ['SKU 编码,仓库,库存', 'BODY-80,杭州,50']);
    const { conversation } = (await agent.get<ThreadAnswer>(path)).body;
    const { pool, vault, shops } = desk.app;
    const { settings } = await shops.get(shop.shopId);
    const { episodeId } = conversation.episode!;
    const found = await inShop(pool, shop.shopId, (tx) =>
      readReviewed(tx, vault, settings, shop.shopId, episodeId),
    );
    expect(found!.conversationId).toBe(conversationId);
    expect(found!.reviewed.turns.at(-1)!.grounds!.products![0]!.stock).toContainEqual({
      spec: '80 码',
      left: 2,
    });
  });
});

describe('what stands in a draft', () => {
  test.each([
    ['a phone', `这个号码您记一下 ${other.phone}`],
    ['an order, in another writing', `查到了，2026 1122 0002 0002 今天发出`],
    ['a parcel', `您的单号是 ${other.parcel}，今天派送`],
    ['a receiver and where they live', `收件人：${other.name}，寄到文三路88号3幢502室，没错吧`],
  ])('%s: somebody else’s does not leave, and nothing of theirs comes back', async (_, text) => {
    const { agent, path } = await member();
    const answer = await send(agent, path, text);
    expect(answer.body.code).toBe('blocked');
    expect(answer.body.findings).toContainEqual(
      expect.objectContaining({ rule: 'redline.privacy', because: { kind: 'another-customer' } }),
    );
    const facts = await agent.get<FactsAnswer>(`${path}/facts`);
    const orders = await agent.get<CustomerOrders>(`${path}/orders`);
    for (const secret of Object.values(other)) {
      if (!text.includes(secret)) expect(answer.text).not.toContain(secret);
      expect(facts.text).not.toContain(secret);
      expect(orders.text).not.toContain(secret);
    }
  });

  test('their own leaves, though nobody has told the desk', async () => {
    const { agent, path } = await member();
    expect((await send(agent, path, `您的订单${own.number}已经发出`)).status).toBe(201);
    expect((await send(agent, path, `快递单号是${own.parcel}，请留意`)).status).toBe(201);
  });

  test('who tries number after number is stopped, with no word on whose they are', async () => {
    const { agent, path } = await desk.served(shop, 'lead');
    const tries = Array.from({ length: 13 }, (_, i) => `单号 77331234567${100 + i} 您看看`);
    const answers = [];
    for (const text of tries) answers.push(await send(agent, path, text));
    const stopped = answers.find(({ status }) => status === 429);
    expect(stopped?.body).toMatchObject({ code: 'too-many' });
    expect((await send(agent, path, '好的，我这边帮您看看进度')).status, 'other words').toBe(201);
  });
});

test('an order whose number the customer wrote tells its state, and the rest once they prove it theirs', async () => {
  const { agent, visitor, path } = await member(`还有这单 ${other.number} 到哪了`);
  const theirs = async () => {
    const answer = await agent.get<CustomerOrders>(`${path}/orders`);
    return { text: answer.text, order: answer.body.orders.find(({ by }) => by === 'number')! };
  };
  const before = await theirs();
  expect(before.order).toMatchObject({
    state: 'dispatched',
    proven: false,
    receiver: null,
    lines: [],
    parcels: [],
  });
  expect(before.text).not.toMatch(/高\*|137\*|西湖|SF2/);
  // Read aloud it is somebody else's.
  expect((await send(agent, path, `在路上了，运单号${other.parcel}`)).status).toBe(422);
  await visitor.say(`我是${other.name}`);
  const after = await theirs();
  expect(after.order).toMatchObject({
    proven: true,
    receiver: '高**',
    parcels: [{ trackingNo: other.parcel }],
  });
  expect((await send(agent, path, `在路上了，运单号是${other.parcel}`)).status).toBe(201);
});
