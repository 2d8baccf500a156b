/** What a source tells of orders that the desk has changed: told in the conversation once, and what has left is not to be sent. */
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Thread } from '../../../core/conversations/thread.ts';
import type { OperationWish } from '../../../core/commerce/operations/operation.ts';
import type { OrderView } from '../../../core/commerce/order-api.ts';
import { bring } from '../../../test/goods.ts';
import { askFor, counter, historyOf, said, stageCounter, step } from '../../../test/operations.ts';
import { inShop } from '../../platform/database/pool.ts';
import { followSources } from './follow-sources.ts';

stageCounter();

const hour = 3_600_000;
const stamp = (fromNow: number) =>
  new Date(counter.desk.app.now() + fromNow + 8 * hour).toISOString().slice(0, 19).replace('T', ' ');

interface Line {
  sku: string;
  quantity: number;
}

async function orderOf(lines: Line[]) {
  const { desk, shop, by } = counter;
  const number = `20261122${randomBytes(4).readUInt32BE(0).toString().padStart(10, '0')}`;
  const account = `b-${number}`;
  const tell = (told: Line[], state = '待发货', address = '杭州市西湖区文三路 88 号') =>
    bring(desk.app, shop.shopId, 'orders', [
      '订单编号,买家账号,收货人,手机号,收货地址,订单状态,实付金额,付款时间,商品名称,SKU 编码,规格,数量,子订单实付',
      ...told.map(
        ({ sku, quantity }) =>
          `${number},${account},叶知秋,13911112222,${address},${state},300.00,2026-11-20 10:00:00,云朵连体衣,${sku},${sku.slice(5)} 码,${quantity},${quantity}00.00`,
      ),
    ]);
  const leaves = (trackingNo: string, packed: Line[] = [], at = stamp(hour)) =>
    bring(desk.app, shop.shopId, 'shipments', [
      '订单编号,快递单号,快递公司,发货时间,SKU 编码,数量',
      ...(packed.length > 0 ? packed : [null]).map((one) =>
        [number, trackingNo, '顺丰', at, one?.sku, one?.quantity].join(','),
      ),
    ]);
  await tell(lines);
  const found = await by.agent.get<{ orders: OrderView[] }>(`/api/v1/lookup?q=${number}`);
  const { orderId } = found.body.orders[0]!;
  const served = await desk.served(shop, 'agent', {
    text: '换一下尺码',
    identityToken: await shop.sign(account),
  });
  return { orderId, tell, leaves, served };
}

const follow = () => followSources(counter.desk.app.operations, counter.shop.shopId);

const size = (quantity: number, toSkuCode = 'BODY-90'): OperationWish => ({
  kind: 'size-change',
  line: 0,
  toSkuCode,
  quantity,
});
const stateOf = async (orderId: string, operationId: string) => {
  const { operations } = await historyOf(orderId);
  const { state, trackingNo } = operations.find((one) => one.operationId === operationId)!;
  return [state, trackingNo];
};

test('an overtaken change is told where it was made, once for each time, whoever looks', async () => {
  const { agent } = counter.by;
  const { orderId, tell, served } = await orderOf([{ sku: 'BODY-80', quantity: 1 }]);
  const { conversationId, path } = served;
  const one = await askFor(
    agent,
    orderId,
    { kind: 'address-change', address: '宁波市鄞州区甲路 1 号', receiver: null, phone: null },
    { conversationId },
  );
  const told = async () => {
    const { marks } = (await served.agent.get<Thread>(path)).body;
    return marks.flatMap(({ event }) => (event.type === 'order.operated' && event.overtaken ? [event] : []));
  };
  await tell([{ sku: 'BODY-80', quantity: 1 }], '已付款');
  await follow();
  expect(await told(), 'the old words are no news').toEqual([]);
  await tell([{ sku: 'BODY-80', quantity: 1 }], '待发货', '上海市徐汇区漕溪北路 18 号');
  await Promise.all([follow(), follow(), follow()]);
  expect(await told()).toMatchObject([
    { operationId: one.body.operationId, orderId, kind: 'address-change', byId: null },
  ]);
  expect(JSON.stringify(await told()), 'ids and states').not.toMatch(/甲路|漕溪/);
  await step(agent, one.body, 'keep');
  await tell([{ sku: 'BODY-80', quantity: 1 }], '待发货', '苏州市姑苏区人民路 5 号');
  await follow();
  await follow();
  expect(await told()).toHaveLength(2);
});

test('a swap has left when its goods are in a parcel, not when others are', async () => {
  const { agent } = counter.by;
  const { orderId, leaves, served } = await orderOf([{ sku: 'BODY-80', quantity: 2 }]);
  const { conversationId, path } = served;
  const swap = (await askFor(agent, orderId, size(1), { conversationId })).body;
  await follow();
  expect(await stateOf(orderId, swap.operationId)).toEqual(['ready', null]);
  await leaves('SF-OWN-1', [{ sku: 'BODY-80', quantity: 1 }]);
  await follow();
  expect(await stateOf(orderId, swap.operationId), 'its own is not in it').toEqual(['ready', null]);
  await leaves('SF-OWN-2', [{ sku: 'BODY-90', quantity: 1 }]);
  await Promise.all([follow(), follow()]);
  expect(await stateOf(orderId, swap.operationId)).toEqual(['done', 'SF-OWN-2']);
  const { chain } = await historyOf(orderId);
  expect([chain.lines.map(({ act }) => act), chain.broken]).toEqual([['asked', 'sent'], null]);
  const { marks } = (await served.agent.get<Thread>(path)).body;
  expect(marks.at(-1)!.event).toMatchObject({ type: 'order.operated', state: 'done', byId: null });
  const held = await inShop(counter.desk.app.pool, counter.shop.shopId, (tx) =>
    tx.query<{ state: string }>('select state from reservations where shop_id = $1 and operation_id = $2', [
      counter.shop.shopId,
      swap.operationId,
    ]),
  );
  expect(held).toEqual([{ state: 'sent' }]);
  expect(said(await step(counter.by.warehouse, swap, 'send', { trackingNo: 'SF-OWN-3' }))).toBe(
    '409 conflict operation-settled',
  );
});

test('a source that never heard of the swap lists what it had sold: with all of that it has left', async () => {
  const { orderId, leaves } = await orderOf([{ sku: 'BODY-80', quantity: 2 }]);
  const swap = (await askFor(counter.by.agent, orderId, size(1))).body;
  await leaves('SF-THEIRS', [{ sku: 'BODY-80', quantity: 2 }]);
  await follow();
  expect(await stateOf(orderId, swap.operationId)).toEqual(['done', 'SF-THEIRS']);
});

test('where no packing list is kept it leaves with its order', async () => {
  const { orderId, tell } = await orderOf([{ sku: 'BODY-80', quantity: 1 }]);
  const swap = (await askFor(counter.by.agent, orderId, size(1))).body;
  await tell([{ sku: 'BODY-80', quantity: 1 }], '已发货');
  await follow();
  expect(await stateOf(orderId, swap.operationId)).toEqual(['done', null]);
});

test('an exchange has left in a parcel of after it, and no parcel is two exchanges’', async () => {
  const { agent } = counter.by;
  const { orderId, tell, leaves } = await orderOf([{ sku: 'BODY-80', quantity: 2 }]);
  await tell([{ sku: 'BODY-80', quantity: 2 }], '已签收');
  await leaves('SF-FIRST', [{ sku: 'BODY-90', quantity: 2 }], stamp(-72 * hour));
  const exchange: OperationWish = {
    kind: 'exchange',
    items: [{ line: 0, quantity: 1, toSkuCode: 'BODY-90' }],
  };
  const one = (await askFor(agent, orderId, exchange)).body;
  const two = (await askFor(agent, orderId, exchange)).body;
  const states = async () => [
    await stateOf(orderId, one.operationId),
    await stateOf(orderId, two.operationId),
  ];
  await follow();
  expect(await states()).toEqual([
    ['ready', null],
    ['ready', null],
  ]);
  await leaves('SF-AGAIN', [{ sku: 'BODY-90', quantity: 1 }]);
  await follow();
  await follow();
  expect(await states()).toEqual([
    ['done', 'SF-AGAIN'],
    ['ready', null],
  ]);
});
