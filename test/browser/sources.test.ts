/** A shop system is connected at the desk, tells of its orders by itself, and says how old they are when it is away. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { FakeShopSystems } from '../fake-shop-systems.ts';
import { fakeShopSystems, shopifyHost, shopifyKeys, shopifyOrder } from '../fake-shop-systems.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let fake: FakeShopSystems;
let stage: Stage;
beforeAll(async () => {
  fake = await fakeShopSystems();
  stage = await setStage({ fetch: fake.fetch });
});
afterEach(() => stage.clear());
afterAll(async () => {
  await stage?.strike();
  await fake.stop();
});

test('connected, called, forged, and away', async () => {
  fake.shopify.orders = [shopifyOrder(1), shopifyOrder(2)];
  const { page } = await stage.colleague('shen');
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('settings-sources').click();
  await page.getByTestId('source-connect').click();
  await page.getByLabel('店铺地址').fill(shopifyHost);
  await page.getByLabel('客户端 ID').fill(shopifyKeys.clientId);
  await page.getByLabel('客户端密钥').fill('wrong');
  await page.getByLabel('通知签名密钥').fill(shopifyKeys.hookSecret);
  await page.locator('#source-submit').click();
  await page.getByRole('alert').getByText('密钥不对').waitFor();
  await page.getByLabel('客户端密钥').fill(shopifyKeys.clientSecret);
  await page.locator('#source-submit').click();
  const source = page.getByTestId('source');
  await page.locator('[data-testid=source][data-state=fresh]').waitFor({ timeout: 30_000 });
  const hook = await page.getByTestId('source-hook').innerText();

  const body = `${JSON.stringify(shopifyOrder(3, { updated_at: new Date().toISOString() }), null, 1)}\n`;
  const call = (signature: string) =>
    fetch(hook.replace(new URL(hook).origin, stage.desk!.url), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-shopify-topic': 'orders/create',
        'x-shopify-hmac-sha256': signature,
      },
      body,
    });
  expect((await call(fake.signed('not its secret', body))).status).toBe(401);
  expect((await call(fake.signed(shopifyKeys.hookSecret, body))).status).toBe(200);
  expect(String(stage.desk!.failures.splice(0)[0])).toContain('was not signed');
  await page.getByTestId('source-forged').waitFor({ timeout: 30_000 });

  fake.instead = () => 'cut';
  await source.getByText('立即读取').click();
  await page.locator('[data-testid=source][data-state=unreachable]').waitFor({ timeout: 30_000 });
  await expect.poll(() => page.getByTestId('source-trouble').innerText()).toContain('连接不上');

  await page.getByTestId('nav-orders').click();
  await page.getByTestId('order-age').nth(2).waitFor();
  await expect.poll(() => page.getByTestId('order').first().innerText()).toContain('€3.07');
  await expect
    .poll(() => page.getByTestId('order-age').first().innerText())
    .toMatch(/连不上店铺系统.*的数据/);
});
