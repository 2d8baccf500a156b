import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test('a click reaches the page and shows in a screenshot', async () => {
  const page = await browser.newPage();
  await page.setContent(
    `<button onclick="document.body.style.background = 'green'; this.textContent = '已点'">点我</button>`,
  );
  const before = await page.screenshot();

  await page.click('button');

  expect(await page.textContent('button')).toBe('已点');
  const after = await page.screenshot();
  expect(after.subarray(1, 4).toString()).toBe('PNG');
  expect(after.equals(before)).toBe(false);
});

test('text has a width, so there is a font', async () => {
  const page = await browser.newPage();
  await page.setContent('<span>callback by noon</span>');
  expect((await page.locator('span').boundingBox())?.width).toBeGreaterThan(20);
});

test('two visitors do not share what they are signed in with', async () => {
  const [mother, father] = await Promise.all([browser.newContext(), browser.newContext()]);
  await mother.addCookies([{ name: 'visitor', value: 'mother', url: 'http://shop.test' }]);
  expect(await father.cookies('http://shop.test')).toEqual([]);
});

test('a page of one origin cannot read another, as in a user’s browser', async () => {
  const server = createServer((_, response) => response.end('a page')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  const read = (host: string) =>
    page.evaluate((url) => fetch(url).then((answer) => answer.text()), `http://${host}:${port}/`);

  expect(await read('127.0.0.1')).toBe('a page');
  await expect(read('localhost')).rejects.toThrow('Failed to fetch');

  server.closeAllConnections();
  server.close();
});
