/** A platform's file comes in at the desk, is found by its numbers, and tells the reply what its customer asks for. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

const file = [
  '订单编号,买家会员名,总金额,订单状态,收货人姓名,联系手机,订单创建时间,物流单号,物流公司',
  `="2026111800770001",叶子妈妈,￥158.00,"卖家已发货，等待买家确认",叶知秋,13911112222,2026-11-18 10:00:00,SF770001,顺丰`,
  `="2.02E+15",叶子妈妈,9.00,交易成功,叶知秋,13911112222,2026-11-18 10:00:00,,`,
].join('\r\n');

test('a file is looked at, confirmed, found again, and puts a fact into the reply with one key', async () => {
  const { page } = await stage.colleague('shen');
  await page.getByTestId('nav-orders').click();
  await page.getByTestId('to-import').click();
  await page
    .getByTestId('import-file')
    .setInputFiles({ name: 'ExportOrderList.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await page.getByTestId('import-checked').getByText('检查了 2 行，1 行有问题').waitFor();
  await page.getByTestId('import-faults').getByText('科学计数').waitFor();
  await page.getByTestId('import-source').getByText('淘宝/天猫').waitFor();
  await page.getByTestId('import-start').click();
  await page.locator('[data-testid=import-run][data-state=done]').waitFor();
  await expect.poll(() => page.getByTestId('import-counts').innerText()).toContain('新增 1');

  await page.keyboard.press('Control+k');
  await page.getByTestId('palette').fill('2222');
  await page.getByRole('option', { name: '查找订单“2222”' }).click();
  const order = page.getByTestId('order');
  await order.getByText('手机尾号相符').waitFor();
  await expect.poll(() => order.innerText()).toMatch(/2026\*{4}0001[^]*叶\*\*[^]*139\*{4}2222/);
  await order.getByTestId('order-unmask').click();
  await order.getByText('2026111800770001').waitFor();

  const chen = await stage.colleague('chen');
  const customer = await stage.customer();
  const id = await customer.ask('我的订单2026111800770001到哪里了，手机尾号2222');
  await chen.take(id);
  await chen.page.getByTestId('orders-beside').getByText('SF770001').waitFor();
  await chen.page.getByTestId('put-parcel').press('Enter');
  await expect.poll(() => chen.field.inputValue()).toContain('顺丰，单号 SF770001');
});
