/** The order in question found from the customer's words, what may be offered put into the reply, and the policy changed by whoever may. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { demoSlug } from '../../demo/shop.ts';
import type { TestShop } from '../shops.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

const day = 86_400_000;
const ago = (days: number) =>
  new Date(Date.now() - days * day + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.bring('products', [
    '商品编码,商品名称,SKU 编码,规格,尺码,售价,保修天数',
    'BODY,云朵连体衣,BODY-90,尺码 90,90,129.00,180',
    'BODY,云朵连体衣,BODY-100,尺码 100,100,129.00,180',
    'SHOE,软底学步鞋,SHOE-13,尺码 13,13,99.00,90',
  ]);
  await stage.bring('stock', ['SKU 编码,仓库,库存', 'BODY-90,杭州,4', 'BODY-100,杭州,3']);
  const row = (number: string, sku: string, title: string, paid: string, days: number) =>
    `${number},叶子妈妈,叶知秋,13911112222,交易成功,${paid},0,${ago(days)},${ago(days)},${ago(days - 1)},${ago(days - 2)},${title},${sku},,1,${paid},${paid}`;
  await stage.bring('orders', [
    '订单编号,买家账号,收货人,手机号,订单状态,实付金额,运费,下单时间,付款时间,发货时间,收货时间,商品名称,SKU 编码,规格,数量,单价,子订单实付',
    row('20260001770001', 'BODY-90', '云朵连体衣', '129.00', 14),
    row('20260001770002', 'SHOE-13', '软底学步鞋', '99.00', 4),
  ]);
});
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

test('the order that the words mean opens with its plans; an answer changes them; a plan goes into the reply with a key', async () => {
  const visitor = await stage.desk!.visit({ slug: demoSlug } as TestShop, {
    identityToken: await stage.signFor('叶子妈妈', '叶子妈妈'),
  });
  await visitor.say('前阵子买的连体衣想退货，可以吗');
  const chen = await stage.colleague('chen');
  const { page } = chen;
  await chen.take(visitor.conversationId);

  const first = page.getByTestId('orders-beside').getByTestId('order').first();
  await first.getByTestId('in-question').getByText('连体衣').waitFor();
  await expect.poll(() => first.innerText()).toContain('2026****0001');
  await expect.poll(() => first.getByTestId('offer-guess').innerText()).toContain('想退');
  // Twelve days after receipt: the lead has to agree.
  await first.getByTestId('offer-outcome').getByText('要组长审批').waitFor();
  await first.locator('[data-plan=special-approval]').getByText('¥129.00').first().waitFor();
  await expect.poll(() => first.getByTestId('offer-why').innerText()).toContain('7 天无理由已于');

  // Off with the tags it is refused, and a kind refusal stands ready.
  await first.getByTestId('question-tags').click();
  await first.getByTestId('offer-outcome').getByText('按政策不能这样办').waitFor();
  await first.getByTestId('put-refusal').waitFor();
  await first.getByTestId('question-tags').click();
  await first.getByTestId('offer-outcome').getByText('要组长审批').waitFor();

  // One key, where nobody types.
  await page.keyboard.press('Escape');
  await page.getByTestId('past-glance').click();
  await page.keyboard.press('p');
  await page.keyboard.press('1');
  await expect.poll(() => chen.field.inputValue()).toContain('按原支付方式退您 129 元');
  await expect.poll(() => chen.field.inputValue()).toContain('需要组长确认');
  await expect.poll(() => page.getByTestId('past-glance').innerText()).toContain('2 个订单 · 没有退过');
});

test('the administrator gives longer, sees what that would have done, and the next answer is by it', async () => {
  const { page } = await stage.colleague('admin');
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('settings-policy').click();
  const days = page.getByTestId('input-days.return');
  await days.fill('6');
  await days.press('Tab');
  await page.getByTestId('field-days.return').getByText('不能少于 7').waitFor();
  await expect.poll(() => page.getByTestId('preview').isDisabled()).toBe(true);
  await days.fill('15');
  await days.press('Tab');
  await page.getByTestId('preview').click();
  await page.locator('[data-testid=preview-drawer][data-state=success]').waitFor();
  await page.getByTestId('preview-example').first().click();
  await page.getByTestId('preview-example').first().getByText('要组长审批', { exact: true }).waitFor();
  await page.getByTestId('save-note').fill('双十一放宽');
  await page.getByTestId('save').click();
  await page.getByTestId('current-version').getByText('双十一放宽').waitFor();

  const he = await stage.colleague('he');
  const answer = await he.page.request.get('/api/v1/lookup?q=20260001770001');
  const { orders } = (await answer.json()) as { orders: { orderId: string }[] };
  const decided = await he.page.request.post(`/api/v1/orders/${orders[0]!.orderId}/policy`, {
    headers: { origin: stage.url },
    data: { line: 0, wish: 'return', reason: 'no-reason', askedAt: null, answers: {} },
  });
  expect(await decided.json()).toMatchObject({ version: 1, outcome: 'allowed' });

  // Back to what was.
  await page.getByTestId('policy-history').click();
  await page.getByTestId('version-reuse').last().click();
  await page.getByTestId('save-bar').getByText('1').waitFor();
});
