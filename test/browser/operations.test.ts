/** Money and goods go their whole way: asked for by one, agreed to by another, paid by a third; a parcel that is not theirs. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { violations } from './stage/axe.ts';
import { atWork, begin, beside, choose, giveReason, operation } from './stage/counter.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.bring('products', [
    '商品编码,商品名称,SKU 编码,规格,尺码,售价',
    'SLEEP,星空睡袋,SLEEP-66,66 码,66,199.00',
    'SLEEP,星空睡袋,SLEEP-73,73 码,73,199.00',
    'SOCK,棉袜,SOCK-9,9 码,9,19.00',
  ]);
  await stage.bring('stock', ['SKU 编码,仓库,库存', 'SLEEP-66,杭州,3', 'SLEEP-73,杭州,3']);
  const header =
    '订单编号,手机号,订单状态,实付金额,商品名称,SKU 编码,规格,数量,子订单实付,付款时间,发货时间,收货时间';
  const times = [4, 3, 1].map((days) => new Date(Date.now() - days * 86_400_000).toISOString()).join(',');
  await stage.bring('orders', [
    header,
    `${refunded},13900008812,已签收,199.00,星空睡袋,SLEEP-66,66 码,1,199.00,${times}`,
    `${returned},13900008812,已签收,199.00,星空睡袋,SLEEP-66,66 码,1,199.00,${times}`,
    `${exchanged},13900008812,已签收,199.00,星空睡袋,SLEEP-66,66 码,1,199.00,${times}`,
    `${unsent},13900008812,待发货,199.00,星空睡袋,SLEEP-66,66 码,1,199.00,${times.split(',')[2]},,`,
  ]);
});
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

const refunded = 'YD2026112000881';
const returned = 'YD2026112000992';
const exchanged = 'YD2026112000773';
const unsent = 'YD2026112000664';

test('a refund above the limit: asked for once, agreed to by the lead, paid once by finance, seen by the agent', async () => {
  const chen = await stage.colleague('chen');
  const { page } = chen;
  await beside(stage, chen, refunded);
  await begin(page, 'refund', refunded);
  await expect.poll(() => page.getByTestId('amount').inputValue()).toBe('199.00');
  await giveReason(page, '质量问题', '拉链头掉了，有照片');
  const preview = page.locator('[data-testid=preview][data-current=true]');
  await preview.getByText('需值班组长批准').waitFor();
  await expect.poll(() => preview.innerText()).toMatch(/还可退\s+¥199\.00 → ¥0\.00/);
  const found = await violations(page, 'the form of a refund');
  await page.getByTestId('operation-do').dblclick();
  await operation(page, 'refund', 'waiting').waitFor();
  await expect.poll(() => operation(page, 'refund', 'waiting').count()).toBe(1);
  await page.locator('[data-mark="order.operated"]').getByText('退款 ¥199.00 · 待审批').waitFor();

  const he = await stage.colleague('he');
  await he.page.getByTestId('approvals-badge').getByText('1', { exact: true }).first().waitFor();
  await he.page.getByTestId('nav-approvals').click();
  const card = he.page.getByTestId('approval');
  await card.getByText('拉链头掉了，有照片').waitFor();
  await expect.poll(() => card.innerText()).toMatch(/退款 ¥199\.00[^]*陈立秋[^]*质量问题/);
  await expect.poll(() => card.getByTestId('approve').isDisabled()).toBe(true);
  found.push(...(await violations(he.page, 'the approvals')));
  await card.getByTestId('approval-words').fill('照片清楚');
  await card.getByTestId('approve').click();
  await card.waitFor({ state: 'detached' });
  await he.page.getByText('没有等待审批的业务').waitFor();

  const su = await atWork(stage, 'su', 'finance');
  const payout = su.getByTestId('payout');
  await payout.getByTestId('pay').click();
  found.push(...(await violations(su, 'the payment')));
  await su.getByTestId('reference').fill('2026112299001');
  await su.getByTestId('pay-do').dblclick();
  await payout.waitFor({ state: 'detached' });
  found.push(...(await violations(su, 'the finance page, empty')));
  await su.getByTestId('show-paid').click();
  await payout.getByText('2026112299001').waitFor();
  await expect.poll(() => payout.count()).toBe(1);
  await su.getByTestId('show-reconcile').click();
  await su.getByTestId('pasted').fill('流水号\t金额\n2026112299001\t199.00\n2026112299002\t5.00');
  await su.getByTestId('reconcile-check').click();
  await su.locator('tr[data-found=agrees]').getByText('2026112299001').waitFor();
  await su.locator('tr[data-found=not-ours]').getByText('2026112299002').waitFor();
  found.push(...(await violations(su, 'the reconciliation')));

  // Nobody reloads the agent's page.
  const done = operation(page, 'refund', 'done');
  await done.getByText('2026112299001').waitFor();
  await expect.poll(() => done.innerText()).toMatch(/退款 ¥199\.00[^]*何谷雨（值班组长）批准：照片清楚/);
  await page.getByTestId('history').getByText('还可退 ¥0.00').waitFor();
  found.push(...(await violations(page, 'the order beside the conversation')));
  expect(found).toEqual([]);
});

test('a parcel that is not theirs is found at the table, and the sentence that asks goes into the reply', async () => {
  const chen = await stage.colleague('chen');
  const { page } = chen;
  await beside(stage, chen, returned);
  await begin(page, 'return', returned);
  await page.getByTestId('trackingNo').fill('SF7700112233');
  await giveReason(page, '质量问题', '顾客选择退货');
  await page.getByTestId('operation-do').click();
  await operation(page, 'return', 'ready').waitFor();

  const fang = await atWork(stage, 'fang', 'warehouse');
  const scan = fang.getByTestId('scan');
  await expect.poll(() => scan.evaluate((field) => field === document.activeElement)).toBe(true);
  await fang.keyboard.type('sf7700112233');
  await fang.keyboard.press('Enter');
  const counted = fang.locator('[data-testid=content][data-sku="SLEEP-66"]').getByTestId('counted');
  await expect.poll(() => counted.evaluate((field) => field.contains(document.activeElement))).toBe(true);
  await fang.getByTestId('comparison').getByText('少了：SLEEP-66 × 1').waitFor();
  await fang.getByTestId('other-sku').fill('SOCK-9');
  await fang.getByTestId('other-sku').press('Enter');
  await fang.getByTestId('comparison').getByText('不是这个订单的：SOCK-9 × 1').waitFor();
  await fang.getByTestId('photo-field').setInputFiles({
    name: 'parcel.png',
    mimeType: 'image/png',
    buffer: Buffer.from(onePixel, 'base64'),
  });
  await fang.locator('[data-testid=photo][data-ready=true]').waitFor();
  const found = await violations(fang, 'a parcel on the table');
  await fang.getByTestId('return-tracking').press('Control+Enter');
  await fang.getByTestId('booked-in').getByText('与订单不一致').waitFor();
  // The next parcel may be scanned at once.
  await expect.poll(() => scan.evaluate((field) => field === document.activeElement)).toBe(true);
  await fang.keyboard.type('NOBODYS99');
  await fang.keyboard.press('Enter');
  await fang.getByText('没有订单与“NOBODYS99”对得上').waitFor();
  await fang.getByTestId('show-arrived').click();
  await fang.getByTestId('parcel-row').getByText('SF7700112233').waitFor();
  found.push(...(await violations(fang, 'the parcels that came')));
  await fang.getByTestId('show-send').click();
  await fang.getByText('没有要寄出的换货和赠品').waitFor();

  const booked = operation(page, 'book-in', 'done');
  await booked.getByTestId('put-sentence').press('Enter');
  await expect.poll(() => chen.field.inputValue()).toMatch(/运单尾号 2233[^]*SOCK-9[^]*星空睡袋/);
  expect(found).toEqual([]);
});

test('an exchange and a gift wait to be sent, a new address is taken back, and an order is closed at its customer’s word', async () => {
  const chen = await stage.colleague('chen');
  const { page } = chen;
  await beside(stage, chen, exchanged, '睡袋小了，想换大一码');
  await begin(page, 'exchange', exchanged);
  await page.getByTestId('instead').click();
  await page.getByText('73 码 · 可用 3').click();
  await giveReason(page, '七天无理由', '小了，换大一码');
  await page.getByTestId('operation-do').click();
  await operation(page, 'exchange', 'ready').waitFor();
  await choose(page, 'gift', exchanged);
  await page.getByTestId('gift').fill('小熊口水巾一条');
  await page.getByTestId('amount').fill('6');
  await page.getByTestId('words').fill('让顾客多等了，随单送');
  await page.getByTestId('operation-do').click();
  await operation(page, 'gift', 'ready').getByText('让顾客多等了，随单送').waitFor();

  await beside(stage, chen, unsent, '我不想要了，帮我取消订单吧');
  await choose(page, 'address-change', unsent);
  await page.getByTestId('address').fill('宁波市鄞州区百丈东路 7 号');
  await page.getByTestId('words').fill('门牌写错了');
  const found = await violations(page, 'the form of a new address');
  await page.getByTestId('operation-do').click();
  await operation(page, 'address-change', 'done').getByTestId('operation-undo').click();
  await page.getByTestId('undo-words').fill('顾客说原来的就对');
  await page.getByTestId('undo-do').click();
  await operation(page, 'address-change', 'undone').waitFor();
  await choose(page, 'close', unsent);
  await page.getByTestId('request').first().click();
  await giveReason(page, '七天无理由', '还没发货，顾客要求取消');
  await page.getByTestId('operation-do').click();
  await operation(page, 'close', 'ready').waitFor();
  expect(found).toEqual([]);
});

test('a choice is kept while the form cannot be had, and shown when it comes', async () => {
  const chen = await stage.colleague('chen');
  const { page } = chen;
  await beside(stage, chen, refunded);
  let come = () => {};
  const may = new Promise<void>((resolve) => (come = resolve));
  await page.route(/\/assets\/dialog-[^/]*\.js$/, async (route) => {
    await may;
    await route.continue();
  });
  const order = page.getByTestId('order').filter({ hasText: refunded.slice(-4) });
  await order.getByTestId('operations').click();
  await page.getByTestId('operation-compensation').click();
  await page.getByTestId('operation-coming').waitFor();
  come();
  await page.getByTestId('operation-dialog').waitFor();
});

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
