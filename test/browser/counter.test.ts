/** Money that goes another way than a refund, and a parcel whose order nobody can tell: each by its pages, from end to end. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { atWork, begin, beside, choose, giveReason, operation } from './stage/counter.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  const header = '商品编码,商品名称,SKU 编码,规格,尺码,售价';
  await stage.bring('products', [header, 'SLEEP,星空睡袋,SLEEP-66,66 码,66,179.00']);
  const times = [4, 3, 1].map((days) => new Date(Date.now() - days * 86_400_000).toISOString()).join(',');
  await stage.bring('orders', [
    '订单编号,手机号,订单状态,实付金额,商品名称,SKU 编码,规格,数量,子订单实付,付款时间,发货时间,收货时间',
    `${order},13900008812,已签收,199.00,星空睡袋,SLEEP-66,66 码,1,199.00,${times}`,
  ]);
});
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

const order = 'YD2026112000881';
const account = '支付宝 mama@example.com';

test('a compensation, a price difference and a payout are asked for, agreed to where that is needed, and each paid once', async () => {
  const chen = await stage.colleague('chen');
  const { page } = chen;
  await beside(stage, chen, order, '睡袋降价了，拉链也有点卡');
  await choose(page, 'compensation', order);
  await page.getByTestId('amount').fill('10');
  await giveReason(page, '质量问题', '拉链有点卡，顾客愿意留用');
  await page.getByTestId('condition-proof').check();
  await page.getByTestId('operation-do').click();
  await operation(page, 'compensation', 'ready').waitFor();

  await choose(page, 'price-difference', order);
  await page.getByTestId('line').click();
  await page.locator('.ant-select-item-option').filter({ hasText: '星空睡袋' }).click();
  await page.getByTestId('amount').fill('10');
  await giveReason(page, '其他', '签收第二天降价');
  await page.getByTestId('amount-policy').getByText('¥20.00').click();
  await page.getByTestId('operation-do').click();
  await operation(page, 'price-difference', 'ready').waitFor();

  await begin(page, 'payout', order);
  await page.getByTestId('payee').fill(account);
  await page.getByTestId('amount').fill('60');
  await giveReason(page, '质量问题', '拉链头掉了，退款期已过');
  await page.getByTestId('operation-do').dblclick();
  await operation(page, 'payout', 'waiting').waitFor();

  const he = await atWork(stage, 'he', 'inbox');
  await he.getByTestId('nav-approvals').click();
  const card = he.getByTestId('approval');
  await card.getByText('拉链头掉了').waitFor();
  await card.getByTestId('approval-words').fill('照片清楚');
  await card.getByTestId('approve').click();
  await card.waitFor({ state: 'detached' });

  const su = await atWork(stage, 'su', 'finance');
  const row = (sum: string) => su.getByTestId('payout').filter({ hasText: sum });
  const pay = async (sum: string, reference: string) => {
    await su.getByTestId('reference').fill(reference);
    await su.getByTestId('pay-do').click();
    await row(sum).waitFor({ state: 'detached' });
  };
  await row('¥60.00').getByTestId('pay').click();
  expect(await su.getByText(account).count()).toBe(0);
  await su.getByTestId('show-payee').click();
  await su.getByText(account).waitFor();
  await pay('¥60.00', 'PAY-60');
  await row('¥20.00').getByTestId('pay').click();
  await pay('¥20.00', 'PAY-20');
  await row('¥10.00').getByTestId('pay').click();
  await pay('¥10.00', 'PAY-10');

  // Nobody reloads the agent's page.
  await operation(page, 'payout', 'done').getByText('PAY-60').waitFor();
  await operation(page, 'price-difference', 'done').getByText('PAY-20').waitFor();
  await operation(page, 'compensation', 'done').getByText('PAY-10').waitFor();
  expect(await page.getByTestId('operation').count()).toBe(3);
});

test('a parcel whose order nobody can tell is booked in as it came, and tied to its order once that is known', async () => {
  const fang = await atWork(stage, 'fang', 'warehouse');
  await fang.getByTestId('scan').fill('YT8800112233');
  await fang.keyboard.press('Enter');
  await fang.getByTestId('stray-sku-0').fill('SLEEP-66');
  await fang.getByTestId('stray-sender').fill('宁波 王女士 138****8812');
  await fang.getByTestId('stray-sender').press('Control+Enter');
  await fang.getByText('YT8800112233').first().waitFor();
  await fang.getByTestId('show-strays').click();
  const stray = fang.getByTestId('stray-row');
  await stray.getByText('宁波 王女士').waitFor();
  await stray.getByTestId('stray-tie').click();
  await fang.getByTestId('stray-look').fill(order);
  await fang.getByTestId('stray-look').press('Enter');
  await fang.getByTestId('stray-order').click();
  await fang.getByTestId('comparison').waitFor();
  await fang.getByTestId('stray-tie-do').click();
  await fang.getByTestId('booked-in').waitFor();
  await fang.getByTestId('stray-tied-close').click();
  await stray.waitFor({ state: 'detached' });
  await fang.getByText('已处理', { exact: true }).click();
  await fang.locator('[data-testid=stray-row][data-state=tied]').getByText('YT8800112233').waitFor();

  const chen = await stage.colleague('chen');
  await beside(stage, chen, order, '退回去的包裹到了吗');
  await operation(chen.page, 'book-in', 'done').getByText('YT8800112233').waitFor();
});
