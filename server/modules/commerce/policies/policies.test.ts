/** The policy of a shop: what its rows say of an order becomes a claim, clause by clause; and its numbers are kept by version. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Lookup } from '../../../../core/commerce/order-api.ts';
import type {
  AskPolicy,
  PolicyAnswer,
  PolicyDecision,
  PolicyPreview,
} from '../../../../core/commerce/policy-api.ts';
import { defaultPolicy, type Policy } from '../../../../core/commerce/policy/policy.ts';
import type { Problem } from '../../../../core/refusal.ts';
import type { DeskClient } from '../../../../test/client.ts';
import type { Desk } from '../../../../test/desk.ts';
import { startDesk } from '../../../../test/desk.ts';
import { bring } from '../../../../test/goods.ts';
import type { TestShop } from '../../../../test/shops.ts';
import { inShop } from '../../../platform/database/pool.ts';

const now = Date.parse('2026-11-20T10:00:00+08:00');
let desk: Desk;
let shop: TestShop;
let agent: DeskClient;
let administrator: DeskClient;

const orderColumns =
  '订单编号,SKU 编码,商品名称,规格,数量,单价,子订单实付,子订单退款,实付金额,运费,订单状态,付款时间,发货时间,收货时间,承诺送达时间';
const [paid, sent, came] = ['2026-11-10 10:00', '2026-11-11 10:00', '2026-11-14 09:00'];
const received = `${paid},${sent},${came},`;

beforeAll(async () => {
  desk = await startDesk({ now: () => now });
  shop = await desk.addShop();
  agent = await desk.signIn(shop, 'agent');
  administrator = await desk.signIn(shop, 'administrator');
  const { shopId } = shop;
  await bring(desk.app, shopId, 'products', [
    '商品编码,商品名称,SKU 编码,规格,尺码,售价,保修天数,不支持七天无理由',
    'BODY,云朵连体衣,BODY-90,尺码 90,90,129.00,180,',
    'BODY,云朵连体衣,BODY-100,尺码 100,100,129.00,180,',
    'NAME,刻名围兜,NAME-1,均码,,59.00,0,定制',
    'PANTS,贴身小裤,PANTS-90,尺码 90,90,39.00,0,贴身穿着',
    'HAT,毛线帽,HAT-1,均码,,49.00,0,',
  ]);
  await bring(desk.app, shopId, 'stock', [
    'SKU 编码,仓库,库存',
    'BODY-90,杭州,0',
    'BODY-100,杭州,2',
    'BODY-100,成都,1',
  ]);
  await bring(desk.app, shopId, 'promotions', [
    '活动编号,活动名称,SKU 编码,活动价,开始时间,结束时间,保价截止',
    'P1,周年庆,BODY-90,99.00,2026-11-19 00:00,2026-11-22 23:59,2026-12-05 23:59',
    'P0,旧活动,BODY-90,9.00,2026-01-01 00:00,2026-01-05 23:59,2027-01-01 00:00',
  ]);
  await bring(desk.app, shopId, 'orders', [
    orderColumns,
    `N100001,BODY-90,云朵连体衣,尺码 90,1,129.00,119.00,,125.00,6.00,交易成功,${received}`,
    `N100002,NAME-1,刻名围兜,均码,1,59.00,59.00,,59.00,0,交易成功,${received}`,
    `N100003,PANTS-90,贴身小裤,尺码 90,1,39.00,39.00,,39.00,0,交易成功,${received}`,
    `N100004,BODY-90,云朵连体衣,尺码 90,1,129.00,119.00,,119.00,0,已付款,2026-11-19 10:00,,,`,
    `N100005,BODY-90,云朵连体衣,尺码 90,1,129.00,119.00,,119.00,0,已发货,${paid},${sent},,2026-11-19 18:00`,
    `N100006,BODY-90,云朵连体衣,尺码 90,1,129.00,119.00,119.00,119.00,0,交易成功,${received}`,
    `N100007,BODY-90,云朵连体衣,尺码 90,1,129.00,,,,,交易成功,${paid},${sent},,`,
    `N100008,BODY-90,云朵连体衣,尺码 90,1,129.00,119.00,,119.00,0,待付款,,,,`,
    // Two articles, of the money only the order tells.
    `N100009,BODY-90,云朵连体衣,尺码 90,1,129.00,,,160.20,0,交易成功,${received}`,
    `N100009,HAT-1,毛线帽,均码,1,49.00,,,160.20,0,交易成功,${received}`,
    `N100010,BODY-90,云朵连体衣,尺码 90,2,129.00,238.00,,238.00,0,交易成功,${received}`,
    `N100011,BODY-90,云朵连体衣,尺码 90,1,129.00,119.00,,168.00,0,已发货,${paid},${sent},,`,
    `N100011,HAT-1,毛线帽,均码,1,49.00,49.00,,168.00,0,已发货,${paid},${sent},,`,
    `N100012,,老款棉袄,红色,1,200.00,200.00,,200.00,0,交易成功,${received}`,
  ]);
  await bring(desk.app, shopId, 'shipments', [
    '订单编号,快递单号,快递公司,发货时间,签收时间,SKU 编码,数量,扫描时间,物流说明',
    `N100001,SF1,顺丰,${sent},${came},BODY-100,1,${came},已签收`,
    `N100005,SF5,顺丰,${sent},,BODY-90,1,2026-11-17 08:00,已到转运中心`,
    `N100010,SF10,顺丰,${sent},${came},BODY-90,1,${came},已签收`,
    `N100011,SF11A,顺丰,${sent},${came},BODY-90,1,${came},已签收`,
    `N100011,SF11B,顺丰,${sent},,HAT-1,1,2026-11-19 20:00,运输中`,
  ]);
  await bring(desk.app, shopId, 'changes', [
    '订单编号,变更类型,SKU 编码,变更时间,改成 SKU,顾客同意时间',
    'N100004,缺货删单,BODY-90,2026-11-19 12:00,,',
  ]);
});
afterAll(async () => {
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

async function idOf(number: string): Promise<string> {
  const { body } = await administrator.get<Lookup>(`/api/v1/lookup?q=${number}`);
  return body.orders[0]!.orderId;
}

async function ask(number: string, asked: Partial<AskPolicy>, by = agent): Promise<PolicyDecision> {
  const whole = { line: 0, wish: 'return', reason: 'no-reason', askedAt: null, answers: {}, ...asked };
  const { status, body, text } = await by.post<PolicyDecision>(
    `/api/v1/orders/${await idOf(number)}/policy`,
    whole,
  );
  expect(status, text).toBe(200);
  return body;
}

/** `allowed, 11900: return, exchange` */
const inShort = ({ outcome, approval, amount, plans }: PolicyDecision) =>
  `${outcome}${approval ? ` by ${approval}` : ''}, ${amount ?? '-'}: ${plans.map(({ kind }) => kind).join(', ') || 'nothing'}`;
const keysOf = ({ questions }: PolicyDecision) => questions.map(({ key }) => key);

describe('the rows of an order, clause by clause', () => {
  test.each<[string, string, Partial<AskPolicy>, string]>([
    ['within seven days, another size in stock', 'N100001', {}, 'allowed, 11900: return, exchange'],
    [
      'what left is not what was ordered',
      'N100001',
      { reason: 'wrong-item' },
      'allowed, 11900: return, exchange',
    ],
    [
      'the freight goes back with a defect',
      'N100001',
      { reason: 'defect' },
      'allowed, 12500: return, exchange, keep-with-compensation',
    ],
    ['made to order, by the shop’s own word', 'N100002', {}, 'refused, -: nothing'],
    ['worn on the skin, not confirmed at purchase', 'N100003', {}, 'allowed, 3900: return'],
    ['the same, confirmed', 'N100003', { answers: { exclusionConfirmed: true } }, 'refused, -: nothing'],
    [
      'short before dispatch',
      'N100004',
      { wish: 'refund', reason: 'oversell' },
      'allowed, 11900: refund, exchange, wait',
    ],
    [
      'not sent, asked to close',
      'N100004',
      { wish: 'close', answers: { closeAsked: true } },
      'allowed, 11900: refund',
    ],
    ['not sent, nobody asked', 'N100004', { wish: 'close' }, 'refused, -: nothing'],
    [
      'a size that is not there',
      'N100001',
      { wish: 'exchange', answers: { exchangeFor: 'BODY-90' } },
      'refused, -: return, wait',
    ],
    [
      'past the promise, and no scan for two days',
      'N100005',
      { wish: 'compensation', reason: 'late' },
      'allowed, 1190: compensation, wait',
    ],
    ['all of it refunded', 'N100006', { wish: 'refund' }, 'refused, -: nothing'],
    ['not paid', 'N100008', { wish: 'refund' }, 'refused, -: nothing'],
    [
      'one of two did not leave, none in stock',
      'N100010',
      { wish: 'refund', reason: 'missing-item' },
      'approval by lead, 11900: refund',
    ],
    [
      'cheaper now, by the promotion that runs',
      'N100001',
      { wish: 'price-difference' },
      'allowed, 2000: price-difference',
    ],
    ['of two parcels this one has come', 'N100011', {}, 'allowed, 11900: return, exchange'],
    ['and this one is on its way', 'N100011', { line: 1 }, 'allowed, 4900: return, intercept'],
    ['harm: the supervisor', 'N100001', { reason: 'harm' }, 'approval by supervisor, -: special-approval'],
  ])('%s', async (_, number, asked, expected) => expect(inShort(await ask(number, asked))).toBe(expected));

  test('why: with this order’s dates and sums, in both languages; each plan in the customer’s words', async () => {
    const decision = await ask('N100001', {});
    expect(decision.why[0]).toEqual({
      zh: '2026-11-14 09:00 签收，7 天无理由退货到 2026-11-21 24:00 为止；商品完好，在期限内。',
      en: 'Received 2026-11-14 09:00; it may go back without a reason within 7 days, until 2026-11-21 24:00. It is whole and in time.',
    });
    expect(decision.plans[0]).toMatchObject({
      kind: 'return',
      freight: 'customer',
      cost: 11900,
      approval: null,
      says: { zh: expect.stringContaining('11月21日前申请都可以'), en: expect.stringContaining('¥119.00') },
    });
    const swap = await ask('N100001', { wish: 'exchange', answers: { exchangeFor: 'BODY-100' } });
    expect(swap.plans[0]!.says.zh).toContain('可以给您换尺码 100');
    expect((await ask('N100002', {})).refusal!.zh).toContain('不适用七天无理由退货');
  });

  test('asked in time, looked at late', async () => {
    const askedAt = Date.parse('2026-11-21T23:59:00+08:00');
    const late = await startDesk({
      now: () => Date.parse('2026-11-25T10:00:00+08:00'),
      database: desk.database,
    });
    const there = await late.signIn(shop, 'agent');
    expect(inShort(await ask('N100001', {}, there))).toBe('approval by lead, 11900: special-approval');
    expect(inShort(await ask('N100001', { askedAt }, there))).toBe('allowed, 11900: return, exchange');
    await late.stop();
  });
});

describe('what the rows do not say', () => {
  test('is asked, with what holds until then; what would change nothing is not', async () => {
    expect(keysOf(await ask('N100001', {}))).toEqual(['tags', 'resaleable']);
    expect(keysOf(await ask('N100003', {}))).toEqual(['tags', 'resaleable', 'exclusionConfirmed']);
    expect(keysOf(await ask('N100004', { wish: 'close' }))).toContain('closeAsked');
    expect(keysOf(await ask('N100005', { wish: 'compensation', reason: 'late' }))).toEqual([]);
    const { questions } = await ask('N100001', { answers: { tags: false } });
    expect(questions).toContainEqual({ key: 'tags', kind: 'flag', value: false, isAnswered: true });
  });

  test('money that only the order tells is shared by price, down to the fen, and said to be an estimate', async () => {
    const [body, hat] = [await ask('N100009', {}), await ask('N100009', { line: 1 })];
    expect([body.amount, hat.amount]).toEqual([11610, 4410]);
    expect(body.questions).toContainEqual({ key: 'paid', kind: 'money', value: 11610, isAnswered: false });
    const told = await ask('N100009', { answers: { paid: 11000 } });
    expect(told.amount).toBe(11000);
  });

  test('when it came is asked where no file told; until then no window has begun', async () => {
    const unknown = await ask('N100007', {});
    expect([unknown.status, keysOf(unknown)]).toEqual([
      'received',
      expect.arrayContaining(['receivedAt', 'paid']),
    ]);
    const receivedAt = Date.parse('2026-09-01T12:00:00+08:00');
    expect(inShort(await ask('N100007', { answers: { receivedAt } }))).toBe('refused, -: nothing');
  });

  test('of an article that the catalogue does not have, and a parcel without a packing list, it is said', async () => {
    expect((await ask('N100012', { reason: 'wrong-item' })).doubts).toEqual([
      'no-packing-list',
      'no-product',
    ]);
    const stock = await ask('N100012', { wish: 'exchange' });
    expect(inShort(stock)).toContain('refused');
    expect(inShort(await ask('N100012', { wish: 'exchange', answers: { inStock: true } }))).toContain(
      'exchange',
    );
  });

  test('a line that is not there, an answer of the wrong kind, an order of another shop', async () => {
    const path = `/api/v1/orders/${await idOf('N100001')}/policy`;
    const whole = { line: 0, wish: 'return', reason: 'no-reason', askedAt: null, answers: {} };
    expect((await agent.post<{ problems: Problem[] }>(path, { ...whole, line: 3 })).body.problems).toEqual([
      { field: 'line', problem: 'not-allowed' },
    ]);
    expect((await agent.post(path, { ...whole, answers: { paid: 0.5 } })).status).toBe(400);
    expect((await agent.post(path, { ...whole, answers: { paid: -1 } })).status).toBe(400);
    const stranger = await desk.signIn(await desk.addShop(), 'agent');
    expect((await stranger.post(path, whole)).status).toBe(404);
    expect((await (await desk.signIn(shop, 'reviewer')).post(path, whole)).status).toBe(403);
  });
});

describe('the numbers', () => {
  const save = (policy: unknown, basedOn: number, by = administrator, note = '放宽') =>
    by.post<{ version: number; reason?: string; detail: string; problems: Problem[] }>('/api/v1/policy', {
      policy,
      basedOn,
      note,
    });
  const read = async (by = administrator) => (await by.get<PolicyAnswer>('/api/v1/policy')).body;
  const kinder: Policy = { ...defaultPolicy, days: { ...defaultPolicy.days, return: 15 } };

  test('are the default’s until somebody saves; then every decision is by them, and each version stays', async () => {
    expect(await read()).toEqual({ version: 0, policy: defaultPolicy, history: [] });
    expect(await save(kinder, 0)).toMatchObject({ status: 201, body: { version: 1 } });
    const decision = await ask('N100001', {});
    expect([decision.version, decision.why[0]!.zh]).toEqual([1, expect.stringContaining('15 天无理由')]);
    // The answer to a saving may be lost: the same again is the same.
    expect(await save(kinder, 0)).toMatchObject({ status: 201, body: { version: 1 } });
    expect(await save(defaultPolicy, 1, administrator, '改回来')).toMatchObject({ status: 201 });
    const { version, history } = await read();
    expect(version).toBe(2);
    expect(history.map(({ note, by }) => [note, by.name])).toEqual([
      ['改回来', administrator.person.name],
      ['放宽', administrator.person.name],
    ]);
    expect((await administrator.get('/api/v1/policy/versions/1')).body).toEqual({
      version: 1,
      policy: kinder,
    });
    expect((await administrator.get('/api/v1/policy/versions/9')).status).toBe(404);
  });

  test('less than the law is not saved: each number by its field, why, and what to do', async () => {
    const { version } = await read();
    const less = {
      ...defaultPolicy,
      days: { ...defaultPolicy.days, return: 6, payout: 30 },
      excludedByLaw: ['other'],
    };
    const { status, body } = await save(less, version);
    expect([status, body.problems.map(({ field, why }) => [field, why])]).toEqual([
      400,
      [
        ['policy.days.return', 'below-law'],
        ['policy.days.payout', 'above-law'],
        ['policy.excludedByLaw[0]', 'not-lawful'],
      ],
    ]);
    expect(body.detail).toContain('法律给顾客的就是这么多');
    expect((await save({ ...defaultPolicy, bonus: 1 }, version)).status).toBe(400);
    expect((await read()).version).toBe(version);
  });

  test('two who save at once: one is told; nobody changes a version; others may not', async () => {
    const { version } = await read();
    const other: Policy = { ...kinder, stalledHours: 24 };
    const answers = await Promise.all([
      save(kinder, version, administrator, '甲'),
      save(other, version, administrator, '乙'),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ reason: 'policy-changed' });
    for (const attack of ['update policy_versions set version = 9', 'delete from policy_versions'])
      await expect(inShop(desk.app.pool, shop.shopId, (tx) => tx.query(attack))).rejects.toThrow(
        /permission denied/,
      );
    const supervisor = await desk.signIn(shop, 'supervisor');
    expect((await read(supervisor)).version).toBe(version + 1);
    expect((await save(kinder, version + 1, supervisor)).status).toBe(403);
    for (const name of ['agent', 'lead', 'finance', 'warehouse', 'reviewer'] as const)
      expect((await (await desk.signIn(shop, name)).get('/api/v1/policy')).status, name).toBe(403);
    const stranger = await desk.signIn(await desk.addShop(), 'administrator');
    expect((await read(stranger)).version).toBe(0);
  });

  test('a preview tells what would come out otherwise, with orders to look at, and stores nothing', async () => {
    const before = await read();
    const longer = { ...before.policy, days: { ...before.policy.days, return: 20, lateReturn: 30 } };
    const { status, body } = await administrator.post<PolicyPreview>('/api/v1/policy/preview', {
      policy: longer,
      lastN: 50,
    });
    expect(status).toBe(200);
    const returns = body.wishes.find(({ wish, reason }) => wish === 'return' && reason === 'no-reason')!;
    expect(returns.after.allowed - returns.before.allowed).toBe(returns.changed);
    expect(returns.before.approval - returns.after.approval).toBe(returns.changed);
    expect(returns.changed).toBeGreaterThan(0);
    expect(returns.examples[0]).toMatchObject({
      day: 16,
      before: { outcome: 'approval', approval: 'lead' },
      after: { outcome: 'allowed', approval: null },
    });
    expect(body.wishes.find(({ wish }) => wish === 'price-difference')!.changed).toBe(0);
    const same = await administrator.post<PolicyPreview>('/api/v1/policy/preview', {
      policy: before.policy,
      lastN: 50,
    });
    expect(same.body.wishes.map(({ changed }) => changed)).toEqual(Array(8).fill(0));
    expect(await read()).toEqual(before);
  });
});
