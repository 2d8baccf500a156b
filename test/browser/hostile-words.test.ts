import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

const hostile = [
  '<script>window.hacked = 1</script>',
  '<img src=x onerror="window.hacked = 1">',
  '<svg onload="window.hacked = 1"><base href="https://evil.example/"><form action="/x"><meta http-equiv="refresh" content="0">',
  'javascript:window.hacked=1//http://x',
  '[点我](javascript:window.hacked=1)',
  'https://evil.example/"onmouseover="window.hacked=1',
  '\u202Egnp.tpircs\u202C \u2066反写\u2069',
  '{{constructor.constructor("window.hacked=1")()}}',
];

/** Elements that no page of ours has, addresses that no link of ours has, and what a script would have left behind. */
function traces(page: Page) {
  return page.evaluate(() => {
    const roots = [
      document,
      ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
    ];
    const all = roots.flatMap((root) => [...root.querySelectorAll('*')]);
    return {
      hacked: 'hacked' in window,
      planted: all.filter((one) =>
        one.matches('base, img[src=x], svg[onload], form[action="/x"], meta[http-equiv=refresh]'),
      ).length,
      links: all
        .flatMap((one) => one.getAttribute('href') ?? [])
        .filter((href) => /^\s*(javascript|data|vbscript):/i.test(href)),
      handlers: all.flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith('on')),
    };
  });
}

/** Elements with these words whose writing direction could turn the words around them. */
function mixing(page: Page, words: string) {
  return page.evaluate((sought) => {
    const holders = [...document.querySelectorAll('body *')].filter((one) =>
      [...one.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.includes(sought),
      ),
    );
    const apart = (one: Element) => {
      const { display, unicodeBidi } = getComputedStyle(one);
      return !display.startsWith('inline') || unicodeBidi.startsWith('isolate');
    };
    return holders.filter((one) => !apart(one)).map((one) => one.outerHTML);
  }, words);
}

const none = { hacked: false, planted: 0, links: [], handlers: [] };

test('whatever the customer writes is text, to both', async () => {
  const chen = await stage.colleague('chen');
  const mallory = await stage.customer();
  const id = await mallory.ask('看看这个');
  for (const text of hostile) await mallory.write(text);
  await mallory.page.locator(`[data-testid=widget-message][data-seq="${hostile.length + 1}"]`).waitFor();
  await expect.poll(() => mallory.messages()).toEqual(['看看这个', ...hostile]);
  await chen.open(id);
  await expect.poll(() => chen.messages()).toEqual(['看看这个', ...hostile]);
  expect(await traces(mallory.page)).toEqual(none);
  expect(await traces(chen.page)).toEqual(none);
});

test('whatever the agent writes is text, to both; only a web address is a link, and a careful one', async () => {
  const chen = await stage.colleague('chen');
  const mother = await stage.customer();
  await chen.open(await mother.ask('链接发我'));
  await chen.write('您好 <img src=x onerror="window.hacked = 1"> javascript:window.hacked=1');
  await chen.write('请看 https://shop.example/size，谢谢');
  await mother.sees('请看');
  expect(await traces(mother.page)).toEqual(none);
  expect(await traces(chen.page)).toEqual(none);
  const links = mother.page.locator('[data-testid=widget-message] a');
  await expect.poll(() => links.count()).toBe(1);
  await expect.poll(() => links.getAttribute('href')).toBe('https://shop.example/size');
  await expect.poll(() => links.getAttribute('rel')).toBe('noopener noreferrer nofollow');
});

test('a customer’s name is text, and turns nothing around it', async () => {
  const name = '\u202E<img src=x onerror="window.hacked=1">';
  const mallory = await stage.customer();
  await mallory.page.waitForFunction(() => 'Yinuo' in window);
  await mallory.page.evaluate(
    (token) => (window as unknown as { Yinuo: { identify(token: string): void } }).Yinuo.identify(token),
    await stage.signFor('mallory', name),
  );
  const id = await mallory.ask('我叫什么，我要打12315');
  const shen = await stage.colleague('shen');
  await shen.alert(id).waitFor();
  expect(await mixing(shen.page, '<img')).toEqual([]);
  await shen.page.getByRole('link', { name: '主管看板' }).click();
  await shen.wallRow(id).waitFor();
  expect(await mixing(shen.page, '<img')).toEqual([]);
  const chen = await stage.colleague('chen');
  await chen.open(id);
  await expect.poll(() => chen.row(id).locator('.inbox-row-name').innerText()).toContain('<img');
  expect(await traces(chen.page)).toEqual(none);
  expect(await mixing(chen.page, '<img')).toEqual([]);
});
