/** Cards of an order and a product: chosen by keyboard, sent with a reply, drawn at the desk and on a strict page. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { demoSlug } from '../../demo/shop.ts';
import { bring } from '../goods.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  const { app } = stage.desk!;
  const { shopId } = (await app.shops.bySlug(demoSlug))!;
  await bring(app, shopId, 'products', [
    '商品编码,商品名称,SKU 编码,规格,尺码,售价',
    'BODY,云朵连体衣,BODY-90,90 码,90,129.00',
  ]);
  await bring(app, shopId, 'stock', ['SKU 编码,仓库,库存', 'BODY-90,杭州,3']);
  await bring(app, shopId, 'orders', [
    '订单编号,手机号,订单状态,实付金额,商品名称,SKU 编码,规格,数量',
    'YD2026111500731,13911112222,已签收,258.00,云朵连体衣,BODY-90,90 码,2',
  ]);
});
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

test('an order and a product reach the customer as cards', async () => {
  const chen = await stage.colleague('chen');
  const mother = await stage.customer('/shop/strict.html');
  const id = await mother.ask('我的订单YD2026111500731，尾号2222，想再买一件');
  await chen.open(id);
  const { page } = chen;
  await chen.field.focus();
  await page.keyboard.press('Control+j');
  const own = page.getByTestId('card-picker').getByRole('group', { name: '这位顾客的订单' });
  await own.getByRole('option').filter({ hasText: 'YD20****0731' }).waitFor();
  await page.keyboard.press('Enter');
  const tray = page.getByTestId('file-tray');
  await tray.getByText('可以发送').waitFor();
  await expect.poll(() => chen.field.evaluate((field) => field === document.activeElement)).toBe(true);
  await chen.write('您好，您说的是这一单吗？');
  const order = mother.message('您说的是这一单吗').getByTestId('widget-card');
  await order.getByText('已收货').waitFor();
  expect(await order.innerText()).toMatch(/YD20\*{4}0731[^]*云朵连体衣 90 码[^]*× 2[^]*实付 ¥258\.00/);
  expect(await chen.message('您说的是这一单吗').getByTestId('card').innerText()).toContain('YD20****0731');

  const product = page.getByTestId('orders-beside').getByTestId('product').first();
  await product.getByTestId('send-card').press('Enter');
  await tray.getByText('可以发送').waitFor();
  await chen.write('这件可以再买，您看看尺码。');
  const card = mother.message('这件可以再买').getByTestId('widget-card');
  await card.getByText('云朵连体衣', { exact: true }).waitFor();
  expect(await card.innerText()).toMatch(/¥129\.00[^]*有货：90/);

  await page.getByTestId('card-button').click();
  await page.getByTestId('card-field').fill('没有这样的商品');
  await page.getByText('没有相符的商品或订单').waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('card-picker').waitFor({ state: 'detached' });
  expect(mother.violations).toEqual([]);
});
