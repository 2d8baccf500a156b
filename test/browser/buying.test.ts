/** A size, a sum and a shortage beside the conversation, by keys, into the reply; and the promotions that the sum is made of. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { violations } from './stage/axe.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.bring('products', [
    '商品编码,商品名称,SKU 编码,规格,尺码,售价,尺码表',
    'BODY,云朵连体衣,BODY-80,80 码,80,100.00,80码 75-85cm 10-12kg；90码 85-95cm 12-14kg',
    'BODY,云朵连体衣,BODY-90,90 码,90,120.00,',
  ]);
  await stage.bring('stock', ['SKU 编码,仓库,库存', 'BODY-80,杭州,5', 'BODY-90,杭州,3']);
  await stage.bring('orders', [
    '订单编号,买家账号,订单状态,实付金额,下单时间,付款时间,商品名称,SKU 编码,规格,数量,单价,子订单实付',
    'YD2026112100001,member-8801,待发货,100.00,2026-11-21 10:00:00,2026-11-21 10:00:00,云朵连体衣,BODY-80,80 码,1,100.00,100.00',
  ]);
});
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

/** Whom the shop signs for. */
async function member() {
  const customer = await stage.customer();
  await customer.page.request.post('/demo/sign-in');
  await customer.page.reload();
  return customer;
}

test('an offer made in the settings makes the basket cheaper; the sum and the size go into the reply', async () => {
  const { page: settings } = await stage.colleague('shen');
  await settings.goto('/settings/promotions');
  await settings.getByTestId('add-offer').click();
  await settings.getByTestId('promotion-name').fill('满199减20');
  const dialog = settings.getByRole('dialog');
  await dialog.getByLabel('满（元）').fill('199');
  await dialog.getByLabel('减（元）').fill('20');
  for (const [field, time] of [
    ['开始日期', '2026-01-01 00:00'],
    ['结束日期', '2099-01-01 00:00'],
  ] as const) {
    await dialog.getByPlaceholder(field).fill(time);
    await dialog.getByPlaceholder(field).press('Enter');
  }
  await settings.getByTestId('save-offer').click();
  await settings.getByTestId('offer').getByText('满 ¥199.00 减 ¥20.00').waitFor();
  await dialog.waitFor({ state: 'detached' });
  expect(await violations(settings, 'the promotions')).toEqual([]);

  const chen = await stage.colleague('chen');
  const mother = await member();
  const id = await mother.ask('想再买一件，宝宝身高90，26斤，穿多大？两件有优惠吗');
  await chen.show('all');
  await chen.open(id);
  const { page } = chen;
  await chen.field.waitFor();
  await page.getByTestId('orders-beside').getByTestId('order').first().waitFor();
  await chen.field.blur();
  await page.keyboard.press('b');
  await page.getByTestId('buying-field').pressSequentially('连体衣');
  await page.getByRole('option', { name: '云朵连体衣' }).waitFor();
  await page.keyboard.press('Enter');
  const size = page.getByTestId('size-answer');
  await size.getByText('90 码', { exact: true }).waitFor();
  await expect.poll(() => size.innerText()).toMatch(/身高 90 cm 合 90 码[^]*体重 13 kg 合 90 码/);
  await page.getByTestId('put-size').press('Enter');
  await expect.poll(() => chen.field.inputValue()).toContain('建议您选 90 码');

  const skus = page.getByTestId('buying-sku');
  await skus.nth(0).press('Enter');
  await skus.nth(1).press('Enter');
  await expect.poll(() => page.getByTestId('basket-total').innerText()).toBe('¥200.00');
  await page.getByTestId('put-price').press('Enter');
  await expect
    .poll(() => chen.field.inputValue())
    .toMatch(/小计 ¥220\.00[^]*满199减20：-¥20\.00[^]*优惠后 ¥200\.00/);
  expect(await violations(page, 'the buying help')).toEqual([]);
  await chen.field.press('Enter');
  await mother.sees('优惠后 ¥200.00');
});

test('a shortage: marked, put to the customer, their answer recorded with its message, the order as it was', async () => {
  const chen = await stage.colleague('chen');
  const mother = await member();
  await mother.openChat();
  await mother.write('我的连体衣怎么还没发货');
  const id = await mother.conversation();
  await chen.show('all');
  await chen.open(id);
  const { page } = chen;
  await chen.field.waitFor();
  const order = page.getByTestId('order').filter({ hasText: '待发货' });
  await order.getByTestId('mark-short').click();
  await page.getByTestId('mark-short-save').click();
  const short = order.getByTestId('short');
  await short.getByText('云朵连体衣 80 码 缺 1 件').waitFor();
  await expect.poll(() => short.innerText()).toMatch(/可换：90 \(3\)[^]*退 ¥100\.00，另补偿 ¥10\.00/);
  await short.getByTestId('put-short').press('Enter');
  await expect.poll(() => chen.field.inputValue()).toContain('2. 退款 ¥100.00');
  await expect.poll(() => chen.findings.count()).toBe(0);
  await chen.field.press('Enter');
  await mother.sees('订单不会有任何改动');
  await mother.write('那就退款吧');
  await chen.sees('那就退款吧');

  await short.getByTestId('answer-short').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('那就退款吧').waitFor();
  expect(await violations(page, 'the answer')).toEqual([]);
  await dialog.getByText('退款', { exact: true }).click();
  await dialog.getByText('那就退款吧').click();
  await page.getByTestId('answer-short-save').click();
  await short.getByTestId('short-answer').getByText('顾客选了退款').waitFor();
  await expect.poll(() => order.innerText()).toContain('待发货');

  await page.goto('/orders/shortages');
  const row = page.getByTestId('shortage-row');
  await row.getByText('顾客选了退款').waitFor();
  expect(await violations(page, 'the shortages')).toEqual([]);
  await row.getByRole('link', { name: '打开会话' }).click();
  await page.waitForURL(`**/inbox/${id}`);
});
