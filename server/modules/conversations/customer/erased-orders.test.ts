/** What merging and erasing a customer does to their orders: found by all that either was known by; then nobody's, for good. */
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CustomerOrders } from '../../../../core/commerce/order-api.ts';
import type { CustomerDouble } from '../../../../core/api.ts';
import type { DeskClient } from '../../../../test/client.ts';
import type { Desk } from '../../../../test/desk.ts';
import { startDesk } from '../../../../test/desk.ts';
import { bring } from '../../../../test/goods.ts';
import type { TestShop } from '../../../../test/shops.ts';
import { lookUp } from '../../commerce/index.ts';

let desk: Desk;
let shop: TestShop;
let owner: pg.Client;
let supervisor: DeskClient;

beforeAll(async () => {
  desk = await startDesk();
  shop = await desk.addShop();
  owner = new pg.Client({ connectionString: desk.database.ownerUrl });
  await owner.connect();
  supervisor = await desk.signIn(shop, 'supervisor');
});
afterAll(async () => {
  await owner.end();
  await desk.stop();
  expect(desk.failures).toEqual([]);
});

const mine = '13711112222';
const old = '13733334444';
const friends = '13755556666';
const orders = (state: string) => [
  '订单编号,买家会员名,收货人姓名,联系手机,收货地址,订单状态',
  `9100000001,m-jing,景如意,${mine},如意里1号,${state}`,
  // Typed in by hand at the platform's: nobody knows the phone.
  `9100000002,m-jing,景如意,,如意里1号,${state}`,
  // From before she had an account.
  `9100000003,jing-old,景如意,${old},如意里1号,${state}`,
  // A friend's order to her, and the friend's own.
  `9100000004,friend,景如意,${mine},如意里1号,${state}`,
  `9100000005,friend,何友人,${friends},友人路2号,${state}`,
  `9100000006,m-second,景如意,,如意里1号,${state}`,
];
const scans = (time: string) => [
  '订单编号,快递单号,快递公司,扫描时间,扫描地点,物流说明',
  `9100000001,SF91,顺丰,2026-11-19 ${time},杭州,景如意已签收`,
];

test('merged, orders of both are theirs; erased, they are nobody’s, and the file brings nothing back', async () => {
  await bring(desk.app, shop.shopId, 'orders', orders('交易成功'));
  await bring(desk.app, shop.shopId, 'shipments', scans('08:00'));
  const served = await desk.served(shop, 'agent', {
    text: '在吗',
    identityToken: await shop.sign('m-jing', { name: '景如意', phones: [mine] }),
  });
  const second = await desk.served(shop, 'agent', {
    text: '换了个号',
    identityToken: await shop.sign('m-second', { name: '景如意', phones: [mine, `+86 ${old}`] }),
  });
  const beside = async () => {
    const { body } = await supervisor.get<CustomerOrders>(`${served.path}/orders`);
    return body.orders.map((one) => one.number.slice(-1)).toSorted();
  };
  expect(await beside()).toEqual(['1', '2', '4']);
  const side = `${served.path}/customer`;
  const { body: doubles } = await supervisor.get<CustomerDouble[]>(`${side}/doubles`);
  await supervisor.post(`${side}/merge`, {
    other: doubles[0]!.customerId,
    keep: 'this',
    take: [],
    reason: '本人说的',
  });
  expect(await beside()).toEqual(['1', '2', '3', '4', '6']);

  const { rows: before } = await owner.query('select buyer_id, key_sealed from buyers');
  for (const { agent, path } of [served, second]) await agent.post(`${path}/resolve`);
  const erased = await supervisor.post(`${side}/erase`, { confirm: '景如意', reason: 'customer-asked' });
  expect(erased.status).toBe(204);
  await gone();

  await bring(desk.app, shop.shopId, 'orders', orders('交易成功'));
  await bring(desk.app, shop.shopId, 'orders', orders('交易关闭'));
  await bring(desk.app, shop.shopId, 'shipments', scans('09:00'));
  await gone();
  expect(
    (await lookUp(desk.app, shop.shopId, '9100000001')).orders,
    'the order stays, and goes on',
  ).toMatchObject([{ number: '****', receiver: null, phone: null, address: null, state: 'closed' }]);
  // What the friend bought for herself is still hers.
  expect((await lookUp(desk.app, shop.shopId, friends)).orders).toMatchObject([
    { number: '9100****0005', receiver: '何**' },
  ]);

  async function gone() {
    for (const q of ['景如意', mine, old, mine.slice(-4), 'm-jing', 'm-second', 'jing-old'])
      expect((await lookUp(desk.app, shop.shopId, q)).orders, q).toEqual([]);
    const { rows } = await owner.query<{ buyer_id: string; key_sealed: Buffer | null; orders: number }>(
      `select b.buyer_id, b.key_sealed, count(o.sealed)::int as orders from buyers b
      left join orders o using (shop_id, buyer_id) group by b.shop_id, b.buyer_id`,
    );
    const alive = rows.filter((row) => row.key_sealed !== null);
    expect(alive, 'the friend alone has a key').toHaveLength(1);
    expect(before.find((row) => row.buyer_id === alive[0]!.buyer_id)!.key_sealed).toEqual(
      alive[0]!.key_sealed,
    );
    expect(rows.filter((row) => row.key_sealed === null && row.orders > 0)).toEqual([]);
    const { rows: said } = await owner.query('select said from tracking_events where said is not null');
    expect(said).toEqual([]);
  }
});
