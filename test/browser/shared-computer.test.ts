import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Customer } from './stage/customer.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
/** Several people's browser: a family's, a library's. */
let computer: Customer;
beforeAll(async () => void (stage = await setStage()));
beforeEach(async () => {
  computer = await stage.customer();
  await computer.openChat();
});
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

const signIn = () => computer.page.getByTestId('shop-sign-in').click();
const signOut = () => computer.page.getByTestId('shop-sign-out').click();

const become = (token: string) =>
  computer.page.evaluate(
    (signed) => (window as unknown as { Yinuo: { identify(token: string): void } }).Yinuo.identify(signed),
    token,
  );

test('signing in shows neither the visitor’s words nor gives them away; signing out brings the visitor back', async () => {
  await computer.write('我先随便看看');
  await computer.page.locator('[data-seq="1"]').waitFor();
  const asVisitor = await computer.conversation();

  await signIn();
  await computer.message('我先随便看看').waitFor({ state: 'detached' });
  await expect.poll(() => computer.conversation()).not.toBe(asVisitor);
  await computer.write('我的订单怎么还没到');
  await computer.page.locator('[data-seq="1"]').waitFor();
  await expect.poll(() => computer.messages()).toEqual(['我的订单怎么还没到']);

  await signOut();
  await expect.poll(() => computer.messages()).toEqual(['我先随便看看']);
});

test('the shop knows by her signature who she is: the agent sees name, orders and masked phone', async () => {
  await signIn();
  const asVisitor = await computer.conversation();
  await expect.poll(() => computer.conversation()).not.toBe(asVisitor);
  await computer.write('订单能改地址吗');
  const he = await stage.colleague('he');
  await he.show('all');
  await he.open(await computer.conversation());
  const side = he.page.locator('.customer-side');
  await side.getByRole('heading', { name: '王女士' }).waitFor();
  const card = await side.innerText();
  expect(card).toContain('已登录的店铺会员');
  expect(card).toContain('已签收');
  expect(card).not.toContain('13800138001');
});

test('one customer after another: neither sees the other', async () => {
  await become(await stage.signFor('member-1', '李女士'));
  await computer.write('李女士的事');
  await computer.page.locator('[data-seq="1"]').waitFor();

  await become(await stage.signFor('member-2', '赵先生'));
  await computer.message('李女士的事').waitFor({ state: 'detached' });
  await computer.write('赵先生的事');
  await computer.page.locator('[data-seq="1"]').waitFor();
  await expect.poll(() => computer.messages()).toEqual(['赵先生的事']);

  await become(await stage.signFor('member-1', '李女士'));
  await expect.poll(() => computer.messages()).toEqual(['李女士的事']);
});

test('after signing out nothing that opens her history stays in the browser', async () => {
  await signIn();
  await computer.write('我家地址是保密的');
  await computer.page.locator('[data-seq="1"]').waitFor();
  await signOut();
  await computer.page.getByTestId('widget-topic-goods').waitFor();
  const kept = await computer.page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  expect(kept).not.toContain('member-8801');
  await computer.page.reload();
  await computer.openChat();
  await computer.page.getByTestId('widget-topic-goods').waitFor();
  await expect.poll(() => computer.messages()).toEqual([]);
});

test('a signature by nobody’s key opens the visitor’s chat, not the customer’s', async () => {
  const [head, claims] = (await stage.signFor('member-1', '李女士')).split('.');
  await become(`${head}.${claims}.${'A'.repeat(43)}`);
  await computer.write('我是谁');
  await computer.page.locator('[data-seq="1"]').waitFor();
  const he = await stage.colleague('he');
  await he.show('all');
  await he.open(await computer.conversation());
  await expect.poll(() => he.page.locator('.customer-side').innerText()).toContain('未登录访客');
});
