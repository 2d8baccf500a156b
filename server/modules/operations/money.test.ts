/** Money moves once, within what was paid, with as many eyes as it needs. */
import { describe, expect, test } from 'vitest';
import type { OperationPreview, OperationView } from '../../../core/commerce/operation-api.ts';
import { inShop } from '../../platform/database/pool.ts';
import {
  agree,
  askFor,
  compensation,
  counter,
  historyOf,
  newKey,
  pay,
  refund,
  request,
  said,
  stageCounter,
  step,
  yuan,
} from '../../../test/operations.ts';

stageCounter();

test('an agent asks, a lead agrees, finance pays, and the order and its chain say so', async () => {
  const { agent, lead, finance } = counter.by;
  const orderId = await counter.order({ paid: '300.00' });
  const asked = await askFor(agent, orderId, refund(120));
  expect(asked.status).toBe(201);
  expect(asked.body).toMatchObject({ state: 'waiting', needs: ['lead'], countsFen: 120_00, till: 'by-hand' });
  expect((await historyOf(orderId)).money).toMatchObject({
    paidFen: 300_00,
    refundedFen: 0,
    pendingFen: 120_00,
  });
  expect(said(await pay(finance, asked.body)), 'before anybody agreed').toBe(
    '409 conflict operation-settled',
  );

  const agreed = await agree(lead, asked.body);
  expect(agreed.body).toMatchObject({ state: 'ready', signatures: [{ as: 'lead', decision: 'approved' }] });
  const paid = await pay(finance, agreed.body, 'ALI-2026-1');
  expect(paid.body).toMatchObject({ state: 'done', reference: 'ALI-2026-1' });

  const { money, chain } = await historyOf(orderId);
  expect(money).toMatchObject({ refundedFen: 120_00, pendingFen: 0 });
  expect(chain.broken).toBeNull();
  expect(chain.lines.map(({ act, state, amountFen }) => [act, state, amountFen])).toEqual([
    ['asked', 'waiting', 120_00],
    ['approved', 'ready', 120_00],
    ['paid', 'done', 120_00],
  ]);
});

describe('together never more than was paid', () => {
  test('50 refunds at once, by two people, half of them in one conversation', async () => {
    const { shop, desk } = counter;
    const identityToken = await shop.sign('member-50');
    const { agent, conversationId } = await desk.served(shop, 'agent', { identityToken, text: '想退一部分' });
    const orderId = await counter.order({ paid: '100.00', account: 'member-50' });
    const other = counter.by.supervisor;
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        i % 2 === 0
          ? askFor(agent, orderId, refund(7), { conversationId })
          : askFor(other, orderId, refund(7)),
      ),
    );
    const done = answers.filter(({ status }) => status === 201);
    expect(new Set(answers.filter(({ status }) => status !== 201).map(said))).toEqual(
      new Set(['409 conflict more-than-paid']),
    );
    expect(done).toHaveLength(14);
    expect((await historyOf(orderId)).money.pendingFen).toBe(98_00);
  });

  test('what was paid stays spent; what was refused or undone is free again', async () => {
    const { agent, lead, finance } = counter.by;
    const orderId = await counter.order({ paid: '100.00' });
    const first = await askFor(agent, orderId, refund(40));
    expect((await pay(finance, first.body)).status).toBe(200);
    expect(said(await askFor(agent, orderId, refund(60.01)))).toBe('409 conflict more-than-paid');
    const second = await askFor(agent, orderId, refund(60));
    expect(said(await askFor(agent, orderId, refund(0.01)))).toBe('409 conflict more-than-paid');
    expect((await agree(lead, second.body, 'refuse')).body.state).toBe('refused');
    const third = await askFor(agent, orderId, refund(60));
    expect((await step(agent, third.body, 'undo', { words: '顾客改了主意' })).body.state).toBe('undone');
    expect((await askFor(agent, orderId, refund(60))).status).toBe(201);
  });

  test('a file that comes in late takes nothing of it back', async () => {
    const { agent, finance } = counter.by;
    const orderId = await counter.order({ paid: '100.00' });
    await pay(finance, (await askFor(agent, orderId, refund(45))).body);
    const { shopId } = counter.shop;
    await inShop(counter.desk.app.pool, shopId, (tx) =>
      tx.query('update orders set refunded_fen = 0 where shop_id = $1 and order_id = $2', [shopId, orderId]),
    );
    expect(said(await askFor(agent, orderId, refund(55.01)))).toBe('409 conflict more-than-paid');
  });
});

describe('one key', () => {
  test('a double click and a retry after a lost answer are one refund', async () => {
    const { agent } = counter.by;
    const orderId = await counter.order();
    const body = request(refund(30));
    const path = `/api/v1/orders/${orderId}/operations`;
    const clicks = await Promise.all([1, 2, 3, 4].map(() => agent.post<OperationView>(path, body)));
    const again = await agent.post<OperationView>(path, body);
    expect(
      new Set([...clicks, again].map(({ status, body: { operationId } }) => `${status} ${operationId}`)).size,
    ).toBe(1);
    expect((await historyOf(orderId)).operations).toHaveLength(1);
  });

  test('with another amount, order or person is an error, at once and later', async () => {
    const { agent, supervisor } = counter.by;
    const [orderId, otherId] = [await counter.order(), await counter.order()];
    const body = request(refund(30));
    const path = (id: string) => `/api/v1/orders/${id}/operations`;
    const [one, two] = await Promise.all([agent.post(path(orderId), body), agent.post(path(otherId), body)]);
    expect([one.status, two.status].toSorted()).toEqual([201, 409]);
    const winner = one.status === 201 ? orderId : otherId;
    expect(said(await agent.post(path(winner), { ...body, wish: refund(31) }))).toBe(
      '409 conflict key-reused',
    );
    expect(said(await supervisor.post(path(winner), body))).toBe('409 conflict key-reused');
  });
});

describe('no sum that is none', () => {
  test.each([
    ['negative', { amountFen: -100 }],
    ['zero', { amountFen: 0 }],
    ['a fraction', { amountFen: 10.5 }],
    ['words', { amountFen: '100' }],
    ['beyond all measure', { amountFen: 2 ** 53 }],
  ])('%s', async (_, sum) => {
    const orderId = await counter.order();
    const wish = { ...refund(1), ...sum };
    const answer = await counter.by.agent.post(`/api/v1/orders/${orderId}/operations`, {
      ...request(refund(1)),
      wish,
    });
    expect(answer.status).toBe(400);
    expect((await historyOf(orderId)).operations).toEqual([]);
  });

  test('in another currency', async () => {
    const orderId = await counter.order();
    const answer = await askFor(counter.by.agent, orderId, { ...refund(1), currency: 'USD' } as never);
    expect(said(answer)).toBe('409 conflict another-currency');
  });

  test('of an order that nobody paid', async () => {
    const orderId = await counter.order({ state: '待付款' });
    expect(said(await askFor(counter.by.agent, orderId, refund(1)))).toBe('409 conflict nothing-paid');
  });
});

describe('four eyes', () => {
  test('who asked does not sign, whatever their role', async () => {
    const { lead, supervisor } = counter.by;
    const orderId = await counter.order({ paid: '2000.00' });
    const asked = await askFor(lead, orderId, refund(600));
    expect(asked.body.needs).toEqual(['supervisor']);
    expect(said(await agree(lead, asked.body))).toBe('409 conflict own-request');
    expect((await agree(supervisor, asked.body)).body.state).toBe('ready');
  });

  test('a lead does not sign for the supervisor, nor a supervisor for finance, nor anybody twice', async () => {
    const { agent, lead, supervisor, finance } = counter.by;
    const orderId = await counter.order({ paid: '9000.00' });
    const asked = await askFor(agent, orderId, refund(6000));
    expect(asked.body.needs).toEqual(['supervisor', 'finance']);
    expect(said(await agree(lead, asked.body))).toBe('409 conflict not-your-signature');
    const half = await agree(supervisor, asked.body);
    expect(half.body.state).toBe('waiting');
    expect(said(await agree(supervisor, asked.body))).toBe('409 conflict already-signed');
    expect(said(await pay(finance, half.body))).toBe('409 conflict operation-settled');
    expect((await agree(finance, asked.body)).body.state).toBe('ready');
  });

  test('what was edited was agreed to by nobody', async () => {
    const { agent, lead } = counter.by;
    const orderId = await counter.order({ paid: '300.00' });
    const asked = await askFor(agent, orderId, refund(100));
    const reason = { code: 'defect', words: '改一下' };
    const edited = await step(agent, asked.body, 'edit', { revision: 1, wish: refund(200), reason });
    expect(edited.body).toMatchObject({ amountFen: 200_00, revision: 2, state: 'waiting' });
    expect(said(await agree(lead, asked.body)), 'what the lead saw').toBe('409 conflict operation-edited');
    const agreed = await agree(lead, edited.body);
    expect(agreed.body.state).toBe('ready');
    const again = await step(agent, asked.body, 'edit', { revision: 2, wish: refund(250), reason });
    expect(again.body).toMatchObject({ state: 'waiting', signatures: [{ void: true }] });
    expect(said(await pay(counter.by.finance, agreed.body)), 'as it was agreed to').toBe('400 invalid');
  });

  test('small sums that add up are seen: on an order, and in a day', async () => {
    const { desk, shop } = counter;
    const agent = await desk.signIn(shop, 'presales');
    const orderId = await counter.order({ paid: '300.00' });
    const needs = [];
    for (let i = 0; i < 3; i++) needs.push((await askFor(agent, orderId, compensation(50))).body.needs);
    expect(needs, 'a hundred on an order').toEqual([[], [], ['lead']]);
    for (let i = 0; i < 8; i++)
      await askFor(agent, await counter.order({ paid: '500.00' }), compensation(50));
    const beyond = await askFor(agent, await counter.order({ paid: '500.00' }), compensation(1));
    expect(beyond.body.needs, 'five hundred a day').toEqual(['lead']);
  });
});

test('a reference pays one operation, and what is paid is what was agreed', async () => {
  const { agent, finance } = counter.by;
  const orderId = await counter.order();
  const one = (await askFor(agent, orderId, refund(10))).body;
  const two = (await askFor(agent, orderId, refund(20))).body;
  expect(said(await step(finance, one, 'pay', { ...yuan(11), reference: 'X-1' }))).toBe('400 invalid');
  const [first, second] = await Promise.all([pay(finance, one, 'X-1'), pay(finance, one, 'X-1')]);
  expect([first.body.state, second.body.state]).toEqual(['done', 'done']);
  expect(said(await pay(finance, one, 'X-2')), 'paid already').toBe('409 conflict operation-settled');
  expect(said(await pay(finance, two, 'X-1'))).toBe('409 conflict reference-used');
  expect((await historyOf(orderId)).money.refundedFen).toBe(10_00);
  expect(said(await step(agent, one, 'undo', { words: '撤' })), 'money that was paid').toBe(
    '409 conflict operation-settled',
  );
});

test('a preview writes nothing and says what would come of it', async () => {
  const { agent } = counter.by;
  const orderId = await counter.order();
  const { key, ...body } = request(refund(60));
  const { body: seen, status } = await agent.post(`/api/v1/orders/${orderId}/operations/preview`, body);
  expect(status).toBe(200);
  expect(seen).toMatchObject({
    refusal: null,
    needs: ['lead'],
    money: { before: { paidFen: 100_00, refundedFen: 0, pendingFen: 0 }, afterLeftFen: 40_00 },
    limits: { operation: { fen: 60_00, limitFen: 50_00 }, order: { fen: 60_00, limitFen: 100_00 } },
    till: 'by-hand',
    undo: 'paid',
  });
  expect((await historyOf(orderId)).operations).toEqual([]);
  expect(key).not.toBe(newKey());
  // The policy would give 120: what is held against the limit is the sum that is asked for, and no other.
  const dear = await counter.order({ paid: '600.00' });
  const { key: _, ...above } = request(compensation(130));
  const { body: look } = await agent.post<OperationPreview>(
    `/api/v1/orders/${dear}/operations/preview`,
    above,
  );
  const sums = [...look.policy!.why, ...look.why].flatMap(({ clause, values }) =>
    clause.startsWith('limit-') ? [values['amount']] : [],
  );
  expect(new Set(sums.map((sum) => JSON.stringify(sum)))).toEqual(new Set(['{"fen":13000}']));
  expect([look.policy!.outcome, look.needs]).toEqual(['allowed', ['lead']]);
});
