/** A till that answers, does not, answers late, lies: money moves once, and what nobody knows is asked for under the same key. */
import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type {
  OperationRow,
  OrderOperations,
  Page,
  ReconcileAnswer,
  TillCall,
} from '../../../core/commerce/operation-api.ts';
import type { Counter } from '../../../test/operations.ts';
import { agree, askFor, openCounter, pay, refund, request, said, step } from '../../../test/operations.ts';
import { until } from '../../../test/until.ts';
import type { Till, TillPayment } from './index.ts';
import { resumePayments } from './index.ts';

/** A payment company in memory: what it paid, by key, and how it behaves next. */
const book = new Map<string, number>();
let next: 'answers' | 'pays and says nothing' | 'fails before' | 'declines' = 'answers';
let told: TillPayment[] = [];
const till: Till = {
  async pay(payment) {
    told.push(payment);
    const { paymentId, amountFen } = payment;
    const behaves = next;
    next = 'answers';
    if (behaves === 'fails before') throw new Error('connection refused');
    if (behaves === 'declines') return { said: 'not-paid' };
    if (!book.has(paymentId)) book.set(paymentId, amountFen);
    if (behaves === 'pays and says nothing') throw new Error('timed out');
    return { said: 'paid', reference: `R-${paymentId}` };
  },
  async ask({ paymentId }) {
    return book.has(paymentId) ? { said: 'paid', reference: `R-${paymentId}` } : { said: 'unheard' };
  },
};

let counter: Counter;
let now = Date.now();
let secret = '';
const expected: string[] = [];
beforeAll(async () => {
  counter = await openCounter({ now: () => now, tills: { demo: till } });
  const { administrator } = counter.by;
  await administrator.put('/api/v1/settings/till', { till: 'demo' });
  secret = (await administrator.post<{ secret: string }>('/api/v1/settings/till/secret')).body.secret;
});
afterAll(async () => {
  expect(counter.desk.failures.map((failure) => (failure as Error).message)).toEqual(expected);
  await counter.stop();
});
beforeEach(() => {
  next = 'answers';
  told = [];
  book.clear();
});

const read = async (operationId: string) =>
  (await counter.by.finance.get<OperationRow>(`/api/v1/operations/${operationId}`)).body;
const moneyOf = async (orderId: string) =>
  (await counter.by.finance.get<OrderOperations>(`/api/v1/orders/${orderId}/operations`)).body.money;
const paidByTill = () => [...book.values()].reduce((sum, amount) => sum + amount, 0);

test('it pays at once what needs nobody, and after the signature what needs one', async () => {
  const { agent, lead } = counter.by;
  const orderId = await counter.order();
  expect((await askFor(agent, orderId, refund(20))).body).toMatchObject({ state: 'done', till: 'demo' });
  const asked = await askFor(agent, orderId, refund(60));
  expect([asked.body.state, paidByTill()]).toEqual(['waiting', 20_00]);
  expect((await agree(lead, asked.body)).body.state).toBe('done');
  expect(paidByTill()).toBe(80_00);
  expect(await moneyOf(orderId)).toMatchObject({ refundedFen: 80_00, pendingFen: 0 });
});

test('it paid and its answer was lost: unknown, holding the money, asked again under the same key, paid once', async () => {
  expected.push('timed out');
  next = 'pays and says nothing';
  const orderId = await counter.order();
  const { body: one } = await askFor(counter.by.agent, orderId, refund(30));
  expect(one.state).toBe('unknown');
  expect(await moneyOf(orderId)).toMatchObject({ refundedFen: 0, pendingFen: 30_00 });
  expect(said(await step(counter.by.agent, one, 'undo', { words: '撤' }))).toBe(
    '409 conflict operation-settled',
  );
  const { body: unknown } = await counter.by.finance.get<Page<OperationRow>>('/api/v1/payouts?show=unknown');
  expect(unknown.rows.map(({ operationId }) => operationId)).toEqual([one.operationId]);
  const [asked, again] = await Promise.all([
    step(counter.by.finance, one, 'ask'),
    step(counter.by.finance, one, 'ask'),
  ]);
  expect([asked.body.state, again.body.state]).toEqual(['done', 'done']);
  expect([told.length, paidByTill()]).toEqual([1, 30_00]);
});

test('it never heard: told again under the same key, by the desk itself', async () => {
  expected.push('connection refused');
  next = 'fails before';
  const orderId = await counter.order();
  const { body: one } = await askFor(counter.by.agent, orderId, refund(30));
  expect(one.state).toBe('unknown');
  now += 61_000;
  await until('the desk to ask', async () => (await read(one.operationId)).state === 'done');
  expect(new Set(told.map(({ paymentId }) => paymentId)).size).toBe(1);
  expect(paidByTill()).toBe(30_00);
});

test('it declined: waits to be paid again, with a key of its own', async () => {
  next = 'declines';
  const { body: one } = await askFor(counter.by.agent, await counter.order(), refund(30));
  expect(one.state).toBe('ready');
  expect((await pay(counter.by.finance, one)).body.state).toBe('done');
  expect(paidByTill()).toBe(0);
});

test('a double click tells it once, and each click hears what became of it', async () => {
  const orderId = await counter.order();
  const asked = request(refund(15));
  const answers = await Promise.all(
    [1, 2, 3, 4, 5].map(() =>
      counter.by.agent.post<OperationRow>(`/api/v1/orders/${orderId}/operations`, asked),
    ),
  );
  expect(answers.filter(({ status }) => status >= 300).map(said)).toEqual([]);
  expect(new Set(answers.map(({ body }) => body.operationId)).size).toBe(1);
  expect([told.length, paidByTill()]).toEqual([1, 15_00]);
});

test('two desks that resume at once pay once', async () => {
  expected.push('timed out');
  next = 'pays and says nothing';
  const { body: one } = await askFor(counter.by.agent, await counter.order(), refund(10));
  now += 61_000;
  const { operations } = counter.desk.app;
  await Promise.all([1, 2, 3].map(() => resumePayments(operations, counter.shop.shopId)));
  expect((await read(one.operationId)).state).toBe('done');
  expect(paidByTill()).toBe(10_00);
});

/** As the shop's own payment system would send it; `forged` goes over what is right. */
function call(what: TillCall, forged: { key?: string; time?: number; body?: string } = {}) {
  const time = String(forged.time ?? Math.floor(now / 1000));
  const text = JSON.stringify(what);
  const signature = createHmac('sha256', forged.key ?? secret)
    .update(`${time}.${text}`)
    .digest('hex');
  return counter.desk.anybody
    .with({ 'yinuo-time': time, 'yinuo-signature': signature })
    .post<{ outcome: string }>(`/tills/v1/${counter.shop.slug}/calls`, { call: forged.body ?? text });
}

test('calls: forged, old, altered, of another shop, of another sum change nothing; a right one does, once, in any order', async () => {
  const { administrator, agent } = counter.by;
  await administrator.put('/api/v1/settings/till', { till: 'by-hand' });
  const orderId = await counter.order();
  const { body: one } = await askFor(agent, orderId, refund(40));
  const paid: TillCall = {
    callId: randomUUID(),
    operationId: one.operationId,
    paymentId: null,
    state: 'paid',
    amountFen: 40_00,
    currency: 'CNY',
    reference: 'BANK-1',
  };
  const seconds = Math.floor(now / 1000);
  expect(said(await call(paid, { key: 'guessed' }))).toBe('401 unauthenticated');
  expect(said(await call(paid, { time: seconds - 301 }))).toBe('401 unauthenticated');
  expect(said(await call(paid, { time: seconds + 301 }))).toBe('401 unauthenticated');
  expect(said(await call(paid, { body: JSON.stringify({ ...paid, amountFen: 1 }) }))).toBe(
    '401 unauthenticated',
  );
  const far = await counter.desk.addShop();
  const text = JSON.stringify(paid);
  const signature = createHmac('sha256', secret).update(`${seconds}.${text}`).digest('hex');
  const astray = counter.desk.anybody.with({ 'yinuo-time': String(seconds), 'yinuo-signature': signature });
  expect(said(await astray.post(`/tills/v1/${far.slug}/calls`, { call: text }))).toBe('401 unauthenticated');
  expect(said(await call({ ...paid, amountFen: 41_00 }))).toBe('400 invalid');
  expect(said(await call({ ...paid, operationId: randomUUID() }))).toBe('404 not-found');
  expect((await read(one.operationId)).state).toBe('ready');

  const both = await Promise.all([call(paid), call(paid), call({ ...paid, callId: randomUUID() })]);
  expect(both.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await call(paid)).body).toEqual({ outcome: 'known' });
  const late = await call({ ...paid, callId: randomUUID(), state: 'not-paid' });
  expect(late.body).toEqual({ outcome: 'ignored' });
  expect(await read(one.operationId)).toMatchObject({ state: 'done', reference: 'BANK-1' });
  expect(await moneyOf(orderId)).toMatchObject({ refundedFen: 40_00 });
});

test('calls: a secret that is not there signs nothing, a call’s id is one operation’s, a reference too', async () => {
  const { agent } = counter.by;
  const far = await counter.desk.addShop();
  const text = JSON.stringify({ callId: randomUUID() });
  const seconds = String(Math.floor(now / 1000));
  for (const guess of ['', 'nobody signs with this', 'undefined', 'null']) {
    const signature = createHmac('sha256', guess).update(`${seconds}.${text}`).digest('hex');
    const nobody = counter.desk.anybody.with({ 'yinuo-time': seconds, 'yinuo-signature': signature });
    expect(said(await nobody.post(`/tills/v1/${far.slug}/calls`, { call: text }))).toBe(
      '401 unauthenticated',
    );
  }
  const { body: one } = await askFor(agent, await counter.order(), refund(40));
  const { body: two } = await askFor(agent, await counter.order(), refund(40));
  const paid: TillCall = {
    callId: randomUUID(),
    operationId: one.operationId,
    paymentId: null,
    state: 'paid',
    amountFen: 40_00,
    currency: 'CNY',
    reference: 'BANK-2',
  };
  expect((await call(paid)).body).toEqual({ outcome: 'taken' });
  const other = { ...paid, operationId: two.operationId };
  expect(said(await call(other)), 'the same call').toBe('409 conflict key-reused');
  expect(said(await call({ ...other, callId: randomUUID() })), 'the same money').toBe(
    '409 conflict reference-used',
  );
  expect((await read(two.operationId)).state).toBe('ready');
});

test('calls: what is said late of a payment that was declined moves nothing of the one that took its place', async () => {
  const { administrator, agent } = counter.by;
  await administrator.put('/api/v1/settings/till', { till: 'demo' });
  next = 'declines';
  const { body: one } = await askFor(agent, await counter.order(), refund(30));
  expect(one.state).toBe('ready');
  expected.push('timed out');
  next = 'pays and says nothing';
  const reason = { code: 'defect', words: '金额改一下' };
  const edited = await step(agent, one, 'edit', { revision: 1, wish: refund(20), reason });
  expect(edited.body.state).toBe('unknown');
  const [first, second] = told.map(({ paymentId }) => paymentId);
  expect(first).not.toBe(second);
  const declined: TillCall = {
    callId: randomUUID(),
    operationId: one.operationId,
    paymentId: first!,
    state: 'not-paid',
    amountFen: 20_00,
    currency: 'CNY',
    reference: 'LATE',
  };
  expect((await call(declined)).body).toEqual({ outcome: 'ignored' });
  expect((await read(one.operationId)).state, 'else it would be paid again').toBe('unknown');
  await step(counter.by.finance, one, 'ask');
  expect((await call({ ...declined, callId: randomUUID(), paymentId: second! })).body).toEqual({
    outcome: 'ignored',
  });
  expect([(await read(one.operationId)).state, paidByTill()]).toEqual(['done', 20_00]);
  await administrator.put('/api/v1/settings/till', { till: 'by-hand' });
});

test('a list of the platform is held against the book: what agrees, what it settles, what differs, what is not in it', async () => {
  const { agent, finance, supervisor } = counter.by;
  const numbers: string[] = [];
  const ask = async (amount: number) => {
    const orderId = await counter.order();
    const { body } = await supervisor.post<{ number: string }>(`/api/v1/orders/${orderId}/unmask`);
    numbers.push(body.number);
    return (await askFor(agent, orderId, refund(amount))).body;
  };
  const [first, second, third] = [await ask(11), await ask(12), await ask(13)];
  now += 1000;
  await pay(finance, first, 'LIST-1');
  now += 1000;
  const missing = await ask(14);
  await pay(finance, missing, 'LIST-MISSING');
  now += 1000;
  const last = await ask(15);
  await pay(finance, last, 'LIST-9');
  const lines = [
    { reference: 'LIST-1', orderNumber: numbers[0]!, amountFen: 11_00 },
    { reference: 'LIST-2', orderNumber: numbers[1]!, amountFen: 12_00 },
    { reference: 'LIST-3', orderNumber: numbers[2]!, amountFen: 99_00 },
    { reference: 'LIST-4', orderNumber: '999', amountFen: 1_00 },
    { reference: 'LIST-9', orderNumber: null, amountFen: 15_00 },
  ];
  const look = async (settle: boolean) =>
    (await finance.post<ReconcileAnswer>('/api/v1/payouts/reconcile', { lines, settle })).body;
  const seen = await look(false);
  expect(seen.lines.map(({ found }) => found)).toEqual([
    'agrees',
    'settles',
    'amount-differs',
    'not-ours',
    'agrees',
  ]);
  expect(seen.absent.map(({ operationId }) => operationId)).toEqual([missing.operationId]);
  expect((await read(second.operationId)).state).toBe('ready');
  expect((await look(true)).lines[1]!.found).toBe('agrees');
  expect(await read(second.operationId)).toMatchObject({ state: 'done', reference: 'LIST-2' });
  expect((await read(third.operationId)).state).toBe('ready');
});

test('what is not paid in time is overdue', async () => {
  const { body: one } = await askFor(counter.by.agent, await counter.order(), refund(5));
  /** The session of before has ended by then. */
  const overdue = async () => {
    const finance = await counter.desk.signIn(counter.shop, 'finance');
    const { body } = await finance.get<Page<OperationRow>>('/api/v1/payouts?show=overdue');
    return body.rows.map(({ operationId }) => operationId);
  };
  now = one.dueAt!;
  expect(await overdue()).not.toContain(one.operationId);
  now = one.dueAt! + 1;
  expect(await overdue()).toContain(one.operationId);
});
