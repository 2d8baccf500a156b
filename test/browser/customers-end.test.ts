import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inShop } from '../../server/platform/database/pool.ts';
import type { Customer } from './stage/customer.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Serves the customer and ends it; the colleague stays at the conversation. */
async function serve(customer: Customer, text: string) {
  const chen = await stage.colleague('chen');
  await chen.open(await customer.conversation());
  await chen.write(text);
  await customer.sees(text);
  await chen.resolve();
  return chen;
}

/** As another page of the desk would set them. */
async function setShop(part: object): Promise<void> {
  const { app } = stage.desk!;
  const shopId = await stage.shopId();
  await inShop(app.pool, shopId, async (tx) =>
    tx.send('update shops set settings = settings || $2 where shop_id = $1', [shopId, JSON.stringify(part)]),
  );
  app.shops.forget(shopId);
}

test('the line is told, the end is rated once, and the desk reads the word', async () => {
  const mother = await stage.customer();
  await mother.ask('裤子短了想换一码');
  await expect.poll(() => mother.page.getByTestId('widget-status').textContent()).toBe('下一位就是您。');
  const chen = await serve(mother, '可以的，马上帮您换大一码。');
  await mother.page.getByTestId('widget-star-4').check({ force: true });
  await mother.page.getByTestId('widget-rating-word').fill('换得很快');
  await mother.page.getByTestId('widget-rating-send').click();
  await mother.page.getByTestId('widget-rated').waitFor();
  await expect.poll(() => chen.page.getByTestId('rating').first().textContent()).toContain('换得很快');

  await mother.page.getByTestId('widget-rating-change').click();
  await mother.page.getByTestId('widget-star-5').check({ force: true });
  await mother.page.getByTestId('widget-rating-send').click();
  const stars = chen.page.getByTestId('rating').first().getByRole('img');
  await expect.poll(() => stars.getAttribute('aria-label')).toContain('5');

  // On the next page the same rating stands there, and none is asked for again.
  await mother.page.reload();
  await mother.openChat();
  await mother.page.getByTestId('widget-rated').waitFor();
  await expect.poll(() => mother.page.getByTestId('widget-star-1').isVisible()).toBe(false);
  await mother.write('还有一件事');
  await mother.page.getByTestId('widget-ending').waitFor({ state: 'hidden' });
});

test('the conversation goes along as a file', async () => {
  const mother = await stage.customer();
  await mother.ask('想留个底');
  const [file] = await Promise.all([
    mother.page.waitForEvent('download'),
    mother.page.getByTestId('widget-save').click(),
  ]);
  expect(file.suggestedFilename()).toBe('云朵童装 客服对话.txt');
});

test('out of hours: when the shop opens and what happens until then, in the page’s language', async () => {
  const today = new Date().getUTCDay() || 7;
  await setShop({ hours: { zone: 'UTC', hours: [['09:00', '09:01']], days: [((today + 2) % 7) + 1] } });
  const mother = await stage.customer();
  await mother.openChat();
  const notice = mother.page.getByTestId('widget-status');
  await expect.poll(() => notice.textContent()).toMatch(/现在是休息时间，\d+月\d+日 .*开始上班。您先留言/);
  await mother.write('先留个言');
  await mother.page.locator('[data-testid=widget-message][data-seq]').waitFor();
  await expect.poll(() => notice.textContent()).toContain('现在是休息时间');
  await setShop({ hours: 'always' });
});

test('with the keyboard alone', async () => {
  const mother = await stage.customer('/shop/strict.html');
  const { keyboard } = mother.page;
  const launcher = mother.page.getByTestId('widget-launcher');
  await launcher.waitFor();
  await keyboard.press('Tab');
  await expect.poll(() => launcher.evaluate((node) => node.matches(':focus'))).toBe(true);
  await keyboard.press('Enter');
  await mother.conversation();
  await expect.poll(() => mother.field.evaluate((node) => node.matches(':focus'))).toBe(true);
  await keyboard.type('只用键盘');
  await keyboard.press('Enter');
  await mother.page.locator('[data-testid=widget-message][data-seq]').waitFor();

  // Tab goes round inside the chat, in both directions.
  const inside = () =>
    mother.page.evaluate(() => {
      const { activeElement } = document.querySelector('[popover]')!.shadowRoot!;
      return activeElement?.closest('[role=dialog]')
        ? (activeElement.getAttribute('aria-label') ?? '')
        : null;
    });
  const stops = new Set<string | null>();
  for (let i = 0; i < 11; i++) {
    await keyboard.press(i < 8 ? 'Tab' : 'Shift+Tab');
    stops.add(await inside());
  }
  expect(stops).not.toContain(null);
  expect([...stops]).toEqual(expect.arrayContaining(['写消息', '收起对话（Esc）', '下载对话记录']));

  await serve(mother, '键盘也能用好。');
  await mother.page.getByTestId('widget-star-1').waitFor({ state: 'attached' });
  await mother.page.getByTestId('widget-star-1').focus();
  await keyboard.press('Space');
  for (let i = 0; i < 4; i++) await keyboard.press('ArrowRight');
  await keyboard.press('Tab');
  await keyboard.type('好');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  const rated = mother.page.getByTestId('widget-rated');
  await rated.waitFor();
  await expect.poll(() => rated.evaluate((node) => node.matches(':focus'))).toBe(true);
  expect(mother.violations).toEqual([]);
  await keyboard.press('Escape');
  await expect.poll(() => launcher.evaluate((node) => node.matches(':focus'))).toBe(true);
});

test('on a phone the rating fits, and the chat covers the page for a screen reader, too', async () => {
  const mother = await stage.customer('/shop/', phone);
  await mother.page.getByTestId('widget-launcher').tap();
  await mother.page.getByTestId('widget-topic-after-sale').tap();
  await mother.field.fill('手机上问');
  await mother.page.getByTestId('widget-send').tap();
  await mother.page.locator('[data-testid=widget-message][data-seq]').waitFor();
  await expect.poll(() => mother.page.getByTestId('widget-panel').getAttribute('aria-modal')).toBe('true');
  await serve(mother, '手机上也一样。');
  await mother.page.getByTestId('widget-star-5').check({ force: true });
  const card = (await mother.page.getByTestId('widget-ending').boundingBox())!;
  expect(card.x).toBeGreaterThanOrEqual(0);
  expect(card.x + card.width).toBeLessThanOrEqual(390);
  const star = (await mother.page.getByTestId('widget-star-5').boundingBox())!;
  expect(Math.min(star.width, star.height)).toBeGreaterThanOrEqual(44);
});

describe('a shop’s own site, with the policy that the desk tells', () => {
  let site: ReturnType<typeof createServer>;
  let address: string;
  beforeAll(async () => {
    site = createServer((_, response) => {
      const { url } = stage;
      const policy = `default-src 'none'; script-src ${url}; connect-src ${url} ${url.replace('http', 'ws')}; require-trusted-types-for 'script'`;
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy });
      response.end(
        `<!doctype html><html lang="zh-Hant"><title>x</title><script src="${url}/widget/widget.js" data-shop="yunduo" async></script></html>`,
      );
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });
  afterAll(() => site.close());

  test('is let in by the administrator, and wears what they chose; every part of it loads', async () => {
    const admin = await stage.colleague('admin');
    await admin.page.getByTestId('nav-settings').click();
    await admin.page.getByTestId('settings-widget').click();
    await admin.page.getByTestId('widget-colour').fill('#ffb400');
    await admin.page.getByText('左下角').click();
    const sites = admin.page.getByTestId('widget-origins').locator('input');
    await sites.fill(`${address}/some/page`);
    await sites.press('Enter');
    await expect
      .poll(() => admin.page.getByTestId('widget-tag').textContent())
      .toContain('data-shop="yunduo"');
    await admin.page.getByTestId('widget-save').click();
    await admin.page.getByTestId('widget-save').waitFor({ state: 'hidden' });

    const mother = await stage.customer(address);
    const launcher = mother.page.getByTestId('widget-launcher');
    await launcher.waitFor();
    await expect.poll(() => launcher.textContent()).toContain('聯絡客服');
    const look = await launcher.evaluate((node) => {
      const { left } = node.getBoundingClientRect();
      return { left, ink: getComputedStyle(node).backgroundColor };
    });
    expect(look).toEqual({ left: 24, ink: 'rgb(140, 99, 0)' });
    await mother.ask('別的網站也能問嗎');
    await serve(mother, '當然可以。');
    await mother.page.getByTestId('widget-star-3').check({ force: true });
    await mother.page.getByTestId('widget-rating-send').click();
    await mother.page.getByTestId('widget-rated').waitFor();
    expect(mother.violations).toEqual([]);
  });
});
