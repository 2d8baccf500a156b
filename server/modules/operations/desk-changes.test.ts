/** What the desk changed in an order stands against its files and its shop system, until they say something new. */
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { OperationView, OrderOperations } from '../../../core/commerce/operation-api.ts';
import type { OperationWish } from '../../../core/commerce/operations/operation.ts';
import type { OrderPersonal, OrderView } from '../../../core/commerce/order-api.ts';
import { bring } from '../../../test/goods.ts';
import { askFor, counter, said, stageCounter, step } from '../../../test/operations.ts';
import { inShop } from '../../platform/database/pool.ts';
import { readRecords } from '../commerce/sources/store-records.ts';

stageCounter();

interface Told {
  address?: string;
  sku?: string;
  spec?: string;
  /** Minutes from the beginning of the hour before: when the source changed it. */
  at?: number;
  state?: string;
  quantity?: number;
  /** A line beside it, of BODY-90. */
  beside?: number;
}

const first = '杭州市西湖区文三路 88 号';
const hour = () => counter.desk.app.now() - 3_600_000;

/** The two ways that orders come in by, telling of one order again and again. */
const ways = {
  async 'a file'(number: string, told: Told) {
    const { address, sku = 'BODY-80', spec = '80 码', at, state = '待发货', quantity = 1, beside } = told;
    const time = at === undefined ? '' : stamp(hour() + at * 60_000);
    const paid = (units: number) => `${units}00.00`;
    const order = `${number},b-${number},叶知秋,13911112222,${address ?? first},${state},${paid(quantity + (beside ?? 0))},2026-11-20 10:00:00,${time}`;
    await bring(counter.desk.app, counter.shop.shopId, 'orders', [
      '订单编号,买家账号,收货人,手机号,收货地址,订单状态,实付金额,付款时间,更新时间,商品名称,SKU 编码,规格,数量,子订单实付',
      `${order},云朵连体衣,${sku},${spec},${quantity},${paid(quantity)}`,
      ...(beside ? [`${order},云朵连体衣,BODY-90,90 码,${beside},${paid(beside)}`] : []),
    ]);
  },
  async 'a shop system'(number: string, told: Told) {
    const {
      address,
      sku = 'BODY-80',
      spec = '80 码',
      at = -50,
      state = '待发货',
      quantity = 1,
      beside,
    } = told;
    const { pool, vault, now } = counter.desk.app;
    const { shopId } = counter.shop;
    const changed = new Date(hour() + at * 60_000).toISOString().slice(0, 19);
    const record = {
      id: Number(number.slice(-10)),
      number,
      status: state,
      currency: 'CNY',
      date_modified_gmt: changed,
      date_paid_gmt: '2026-11-20T10:00:00',
      total: `${quantity + (beside ?? 0)}00.00`,
      billing: { email: `b-${number}`, phone: '13911112222' },
      shipping: { first_name: '叶知秋', address_1: address ?? first },
      line_items: [
        item(number, sku, spec, quantity),
        ...(beside ? [item(`1${number}`, 'BODY-90', '90 码', beside)] : []),
      ],
    };
    const target = { pool, vault, shopId, source: 'woocommerce', now };
    const write = readRecords(target, { kinds: ['orders'], records: [record], currency: 'CNY' });
    const { unread } = await inShop(pool, shopId, write);
    expect(unread, JSON.stringify(record)).toBe(0);
  },
};

const item = (id: string, sku: string, spec: string, quantity: number) => ({
  id,
  name: '云朵连体衣',
  sku,
  quantity,
  total: `${quantity}00.00`,
  meta_data: [{ display_key: '尺码', display_value: spec }],
});

const stamp = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

async function orderBy(way: keyof typeof ways, begun: Told = {}) {
  const number = `20261122${randomBytes(4).readUInt32BE(0).toString().padStart(10, '0')}`;
  await ways[way](number, begun);
  const look = async () =>
    (await counter.by.agent.get<{ orders: OrderView[] }>(`/api/v1/lookup?q=${number}`)).body.orders[0]!;
  const { orderId } = await look();
  return {
    orderId,
    tell: (told: Told) => ways[way](number, told),
    line: async () => {
      const { lines } = await look();
      expect(lines).toHaveLength(1);
      return lines[0]!;
    },
    /** SKU, units, and what was paid for them in yuan. */
    lines: async () =>
      (await look()).lines.map(
        ({ skuCode, quantity, paidFen }) => `${skuCode}×${quantity} ${paidFen! / 100}`,
      ),
    personal: async () =>
      (await counter.by.agent.post<OrderPersonal>(`/api/v1/orders/${orderId}/unmask`)).body,
    history: async () =>
      (await counter.by.agent.get<OrderOperations>(`/api/v1/orders/${orderId}/operations`)).body,
  };
}

const moveTo = (address: string): OperationWish => ({
  kind: 'address-change',
  address,
  receiver: null,
  phone: null,
});
const resize: OperationWish = { kind: 'size-change', line: 0, toSkuCode: 'BODY-90' };
const undo = (one: OperationView) => step(counter.by.agent, one, 'undo', { words: '顾客改了主意' });

describe.each(Object.keys(ways) as (keyof typeof ways)[])('told by %s', (way) => {
  test('a changed address stands against rows that say the old one, and gives way to a new one, both seen', async () => {
    const { agent } = counter.by;
    const { orderId, tell, personal, history } = await orderBy(way);
    const ours = '宁波市鄞州区百丈东路 7 号';
    const changed = await askFor(agent, orderId, moveTo(ours));
    await tell({ at: 90, state: '已付款' });
    // Written before the change, read after it.
    await tell({ at: 91, address: '杭州市西湖区***' });
    expect(await personal()).toMatchObject({ address: ours, atDesk: null });
    await tell({ at: 92, address: '上海市徐汇区漕溪北路 18 号' });
    expect(await personal()).toMatchObject({
      address: '上海市徐汇区漕溪北路 18 号',
      atDesk: { address: ours, receiver: '叶知秋' },
    });
    const { overtaken } = await history();
    expect(overtaken).toMatchObject([{ operationId: changed.body.operationId, part: 'receiver' }]);
    expect(JSON.stringify(overtaken)).not.toContain('百丈东路');

    const kept = await Promise.all([1, 2].map(() => step(agent, changed.body, 'keep')));
    expect(kept.map(({ status }) => status)).toEqual([200, 200]);
    expect(await personal()).toMatchObject({ address: ours, atDesk: null });
    await tell({ at: 150, address: '上海市徐汇区漕溪北路 18 号', state: '待发货' });
    expect((await personal()).address, 'what was seen and set aside').toBe(ours);
    const { chain } = await history();
    expect(chain.lines.map(({ act }) => act)).toEqual(['asked', 'kept']);
    expect(chain.broken).toBeNull();
    await undo(changed.body);
    expect((await personal()).address).toBe('上海市徐汇区漕溪北路 18 号');
  });

  test('a changed size is in the order’s line, stands against the old one, and gives way to a new one', async () => {
    const { agent } = counter.by;
    const { orderId, tell, line, history } = await orderBy(way);
    const changed = await askFor(agent, orderId, resize);
    expect(changed.body.state).toBe('ready');
    expect(await line()).toMatchObject({ skuCode: 'BODY-90', spec: '90 码', paidFen: 100_00 });
    await tell({ at: 90, state: '已付款' });
    expect(await line()).toMatchObject({ skuCode: 'BODY-90', spec: '90 码', quantity: 1 });
    await tell({ at: 91, sku: 'BODY-90', spec: '尺码:90' });
    expect(await line(), 'the source took it up').toMatchObject({ skuCode: 'BODY-90', spec: '90 码' });
    await tell({ at: 92, sku: 'BODY-100', spec: '100 码' });
    expect(await line()).toMatchObject({ skuCode: 'BODY-100', spec: '100 码' });
    expect((await history()).overtaken).toEqual([
      { operationId: changed.body.operationId, part: 'line', desk: '90 码', source: '100 码' },
    ]);
    expect((await step(agent, changed.body, 'keep')).status).toBe(200);
    expect(await line()).toMatchObject({ skuCode: 'BODY-90' });
    await undo(changed.body);
    expect(await line()).toMatchObject({ skuCode: 'BODY-100', spec: '100 码' });
    await tell({ at: 150, sku: 'BODY-80', spec: '80 码' });
    expect(await line()).toMatchObject({ skuCode: 'BODY-80' });
  });
});

describe.each(Object.keys(ways) as (keyof typeof ways)[])('one unit of three, told by %s', (way) => {
  const one: OperationWish = { kind: 'size-change', line: 0, toSkuCode: 'BODY-90', quantity: 1 };
  const split = ['BODY-80×2 200', 'BODY-90×1 100'];

  test('stands as a line of its own against the old rows, also where the source takes it up', async () => {
    const { agent } = counter.by;
    const { orderId, tell, lines, history } = await orderBy(way, { quantity: 3 });
    const changed = await askFor(agent, orderId, one);
    expect(changed.body).toMatchObject({ state: 'ready', details: { line: 0, quantity: 1 } });
    expect(await lines()).toEqual(split);
    await tell({ at: 90, quantity: 3, state: '已付款' });
    expect(await lines(), 'told as before').toEqual(split);
    await undo(changed.body);
    expect(await lines(), 'undone').toEqual(['BODY-80×3 300']);
    const again = await askFor(agent, orderId, one);
    await tell({ at: 91, quantity: 2, beside: 1 });
    await tell({ at: 92, quantity: 2, beside: 1, state: '待发货' });
    expect(await lines(), 'taken up').toEqual(split);
    expect((await history()).overtaken).toEqual([]);
    await undo(again.body);
    expect((await lines()).toSorted(), 'as the source has it').toEqual(split);
    await tell({ at: 150, quantity: 2, beside: 1, state: '已付款' });
    expect((await lines()).toSorted(), 'and no third').toEqual(split);
  });

  test('gives way to what the source says anew, both seen; kept, it is cut from that', async () => {
    const { agent } = counter.by;
    const { orderId, tell, lines, history } = await orderBy(way, { quantity: 3 });
    const changed = await askFor(agent, orderId, one);
    await tell({ at: 92, sku: 'BODY-100', spec: '100 码', quantity: 3 });
    expect(await lines()).toEqual(['BODY-100×3 300']);
    expect((await history()).overtaken).toEqual([
      {
        operationId: changed.body.operationId,
        part: 'line',
        desk: '80 码 × 2 · 90 码 × 1',
        source: '100 码 × 3',
      },
    ]);
    expect((await step(agent, changed.body, 'keep')).status).toBe(200);
    expect(await lines()).toEqual(['BODY-100×2 200', 'BODY-90×1 100']);
    await tell({ at: 150, sku: 'BODY-100', spec: '100 码', quantity: 3, state: '已付款' });
    expect(await lines(), 'what was seen and set aside').toEqual(['BODY-100×2 200', 'BODY-90×1 100']);
    await undo(changed.body);
    expect(await lines()).toEqual(['BODY-100×3 300']);
  });
});

test('undone it says what it said; twice changed, the later one is undone first', async () => {
  const { agent } = counter.by;
  const { orderId, line, personal } = await orderBy('a shop system');
  const size = await askFor(agent, orderId, resize);
  await undo(size.body);
  expect(await line()).toMatchObject({ skuCode: 'BODY-80', spec: '80 码', priceFen: null });
  const one = await askFor(agent, orderId, moveTo('宁波市鄞州区甲路 1 号'));
  const two = await askFor(agent, orderId, moveTo('宁波市鄞州区乙路 2 号'));
  expect(said(await undo(one.body))).toBe('409 conflict changed-since');
  await undo(two.body);
  expect((await personal()).address).toBe('宁波市鄞州区甲路 1 号');
  expect(said(await step(agent, two.body, 'keep'))).toBe('409 conflict not-overtaken');
  await undo(one.body);
  expect((await personal()).address).toBe(first);
});

test('an old telling that comes in late changes nothing; a file read at the same moment loses neither', async () => {
  const { agent } = counter.by;
  const { orderId, tell, line, personal } = await orderBy('a shop system');
  await askFor(agent, orderId, moveTo('宁波市鄞州区丙路 3 号'));
  await tell({ at: -10, address: '从前的地址 9 号', sku: 'BODY-100', spec: '100 码' });
  expect((await personal()).address).toBe('宁波市鄞州区丙路 3 号');
  const [changed] = await Promise.all([
    askFor(agent, orderId, { kind: 'size-change', line: 0, toSkuCode: 'BODY-90' }),
    tell({ at: 90, state: '已付款', address: '从前的地址 9 号', sku: 'BODY-100', spec: '100 码' }),
  ]);
  expect(changed.status).toBe(201);
  expect((await personal()).address).toBe('宁波市鄞州区丙路 3 号');
  expect((await line()).skuCode, 'as was agreed, in whichever order').toBe('BODY-90');
});
