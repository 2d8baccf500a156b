/** The reply is judged by the shop's facts while it is typed, and an order found by a written number asks for its proof. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

const number = '2026112266660001';
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.bring('products', [
    '商品编码,商品名称,SKU 编码,规格,尺码,售价,安全类别,材质',
    'BEAR,小熊外套,BEAR-90,90 码,90,199.00,B 类,聚酯纤维',
  ]);
  await stage.bring('stock', ['SKU 编码,仓库,库存', 'BEAR-90,杭州,40']);
  await stage.bring('orders', [
    '订单编号,收货人,手机号,订单状态,实付金额,商品名称,SKU 编码,规格,数量',
    `${number},叶知秋,13911112222,已发货,199.00,小熊外套,BEAR-90,90 码,1`,
  ]);
});
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

test('a claim against the facts names the fact, and one that they bear out leaves', async () => {
  const chen = await stage.colleague('chen');
  const mother = await stage.customer('/shop/strict.html');
  await chen.open(await mother.ask('小熊外套宝宝能贴身穿吗'));
  await chen.field.fill('可以的，小熊外套是A类的。');
  await chen.findings.getByText('商品资料：小熊外套的安全类别是 B 类。').waitFor();
  await chen.field.fill('小熊外套90码只剩最后两件了。');
  await chen.findings.getByText('库存：小熊外套 90 码 还有 40 件。').waitFor();
  await chen.field.fill('小熊外套是A类的。');
  await chen.page.getByTestId('suggestion-1').getByText('我查了商品资料').waitFor();
  await chen.field.press('Alt+1');
  await chen.findings.first().waitFor({ state: 'detached' });
  await chen.field.press('Enter');
  await mother.sees('小熊外套的安全类别是B 类');
});

test('an order that a written number led to asks for a second proof, and then tells the rest', async () => {
  const chen = await stage.colleague('chen');
  const mother = await stage.customer('/shop/strict.html');
  await chen.open(await mother.ask(`帮我看看${number}到哪了`));
  const unproven = chen.page.getByTestId('order-unproven');
  await unproven.getByText('可能是别人的订单').waitFor();
  await expect.poll(() => unproven.innerText()).not.toMatch(/叶|139|小熊|199/);
  await unproven.getByTestId('ask-proof').press('Enter');
  await expect.poll(() => chen.field.inputValue()).toContain('下单手机的后四位');
  await chen.field.press('Enter');
  await mother.sees('下单手机的后四位');
  await mother.field.fill('2222');
  await mother.field.press('Enter');
  const order = chen.page.getByTestId('orders-beside').getByTestId('order');
  await order.getByText('小熊外套').first().waitFor();
  await unproven.waitFor({ state: 'detached' });
});
