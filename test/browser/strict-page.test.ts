import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Customer } from './stage/customer.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
let mother: Customer;
beforeAll(async () => void (stage = await setStage()));
beforeEach(async () => void (mother = await stage.customer('/shop/strict.html')));
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

test('works where the page forbids inline styles, unsets everything and covers itself', async () => {
  await mother.ask('这里也能问吗');
  const chen = await stage.colleague('chen');
  await chen.open(await mother.conversation());
  await chen.write('您好，当然可以。');
  await mother.sees('当然可以');
  expect(mother.violations).toEqual([]);

  const look = await mother
    .message('当然可以')
    .locator('.bubble')
    .evaluate((bubble) => {
      const { fontSize, opacity, direction } = getComputedStyle(bubble);
      return { fontSize: Number.parseFloat(fontSize) < 20, opacity, direction };
    });
  expect(look).toEqual({ fontSize: true, opacity: '1', direction: 'ltr' });
});

test('the page’s policy would have told: a forbidden style is a violation', async () => {
  await mother.page.evaluate(() => document.body.setAttribute('style', 'color: red'));
  await expect.poll(() => mother.violations).toHaveLength(1);
});

test('the page gets one name more, and that cannot be changed', async () => {
  const bare = await stage.customer('/shop/cloud.svg');
  const names = () => Object.getOwnPropertyNames(window);
  const before = new Set(await bare.page.evaluate(names));
  await mother.ask('多了什么');
  const more = (await mother.page.evaluate(names)).filter((name) => !before.has(name));
  expect(more).toEqual(['Yinuo']);
  expect(
    await mother.page.evaluate(() => Object.isFrozen((window as unknown as { Yinuo: object }).Yinuo)),
  ).toBe(true);
});

test('its keys are not the page’s shortcuts, and Escape gives the focus back', async () => {
  await mother.page.evaluate(() => {
    document.addEventListener('keydown', () => document.documentElement.setAttribute('data-heard', 'yes'));
  });
  await mother.openChat();
  await mother.field.press('a');
  await expect.poll(() => mother.page.locator('html').getAttribute('data-heard')).toBeNull();
  await mother.field.press('Escape');
  await mother.page.getByTestId('widget-panel').waitFor({ state: 'hidden' });
  await expect
    .poll(() => mother.page.getByTestId('widget-launcher').evaluate((node) => node.matches(':focus')))
    .toBe(true);
});

test.for(['/shop/', '/shop/strict.html'])('fills a phone and stays usable at %s', async (path) => {
  const phone = await stage.customer(path, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await phone.page.getByTestId('widget-launcher').tap();
  await expect
    .poll(() => phone.page.getByTestId('widget-panel').boundingBox())
    .toEqual({ x: 0, y: 0, width: 390, height: 844 });
  await phone.page.getByTestId('widget-topic-order').tap();
  await phone.field.fill('手机上也好用');
  await phone.page.getByTestId('widget-send').tap();
  await phone.page.locator('[data-testid=widget-message][data-seq]').waitFor();
  const sideways = await phone.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document
      .querySelector('[popover]')!
      .shadowRoot!.querySelector('[role=log]')!;
    return scrollWidth - clientWidth;
  });
  expect(sideways).toBe(0);
});
