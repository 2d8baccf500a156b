/** Cards of an order and a product: chosen by keyboard, sent with a reply, drawn at the desk and on a strict page. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { violations } from './stage/axe.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.bring('products', [
    '商品编码,商品名称,SKU 编码,规格,尺码,售价',
    'BODY,云朵连体衣,BODY-90,90 码,90,129.00',
  ]);
  await stage.bring('stock', ['SKU 编码,仓库,库存', 'BODY-90,杭州,3']);
  await stage.bring('orders', [
    '订单编号,买家账号,手机号,订单状态,实付金额,下单时间,商品名称,SKU 编码,规格,数量',
    'YD2026111500731,member-1,13911112222,已签收,258.00,2026-11-15 10:00:00,云朵连体衣,BODY-90,90 码,2',
    'YD2026111800412,member-1,13911112222,已发货,129.00,2026-11-18 10:00:00,云朵连体衣,BODY-90,90 码,1',
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
  await expect
    .poll(() => order.innerText())
    .toMatch(/YD20\*{4}0731[^]*云朵连体衣 90 码[^]*× 2[^]*实付 ¥258\.00/);
  await expect
    .poll(() => chen.message('您说的是这一单吗').getByTestId('card').innerText())
    .toContain('YD20****0731');

  const product = page.getByTestId('orders-beside').getByTestId('product').first();
  await product.getByTestId('send-card').press('Enter');
  await tray.getByText('可以发送').waitFor();
  await chen.write('这件可以再买，您看看尺码。');
  const card = mother.message('这件可以再买').getByTestId('widget-card');
  await card.getByText('云朵连体衣', { exact: true }).waitFor();
  await expect.poll(() => card.innerText()).toMatch(/¥129\.00[^]*有货：90/);

  await page.getByTestId('card-button').click();
  await page.getByTestId('card-field').fill('没有这样的商品');
  await page.getByText('没有相符的商品或订单').waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('card-picker').waitFor({ state: 'detached' });
  expect(mother.violations).toEqual([]);
});

test('a customer on a phone shows one of their own orders, by keys alone; a stranger is offered none', async () => {
  const phone = { viewport: { width: 390, height: 844 } };
  const stranger = await stage.customer('/shop/strict.html', phone);
  await stranger.openChat();
  await stranger.field.waitFor();
  await expect.poll(() => stranger.page.getByTestId('widget-orders').isVisible()).toBe(false);

  const mother = await stage.customer('/shop/', phone);
  await mother.page.waitForFunction(() => 'Yinuo' in window);
  const token = await stage.signFor('member-1', '叶女士');
  await mother.page.evaluate((signed) => {
    (window as unknown as { Yinuo: { identify(token: string): void } }).Yinuo.identify(signed);
  }, token);
  await mother.openChat();
  const { page } = mother;
  const opener = page.getByTestId('widget-orders');
  await opener.press('Enter');
  const picker = page.getByRole('dialog', { name: '选择要发给客服的订单' });
  const orders = picker.getByTestId('widget-order');
  await expect.poll(() => orders.count()).toBe(2);
  const focused = (at: number) => orders.nth(at).evaluate((one) => one.matches(':focus'));
  await expect.poll(() => focused(0)).toBe(true);
  expect(await violations(page, 'choosing an order')).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focused(1)).toBe(true);
  await page.keyboard.press('Escape');
  await picker.waitFor({ state: 'detached' });
  await expect.poll(() => opener.evaluate((one) => one.matches(':focus'))).toBe(true);

  await page.keyboard.press('Enter');
  await expect.poll(() => focused(0)).toBe(true);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const shown = page.getByTestId('widget-message').getByTestId('widget-card');
  await shown.getByText('YD20****0731').waitFor();
  await page.locator('[data-testid=widget-message][data-state=sent]').waitFor();
  const chen = await stage.colleague('chen');
  await chen.open(await mother.conversation());
  await expect.poll(() => chen.page.getByTestId('card').innerText()).toMatch(/YD20\*{4}0731[^]*云朵连体衣/);
  expect(stranger.violations).toEqual([]);
});
