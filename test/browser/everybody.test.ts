import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { bringPast } from '../../demo/customers.ts';
import { decideStandard } from '../../demo/standard.ts';
import { violations } from './stage/axe.ts';
import type { Customer } from './stage/customer.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

/** Every page of the desk and the shop's chat, as people see them who see little, or hear them. */
let stage: Stage;
let mother: Customer;
let id: string;
beforeAll(async () => {
  stage = await setStage();
  const { app } = stage.desk!;
  const shopId = await stage.shopId();
  await decideStandard(app, shopId);
  await bringPast(app, shopId);
});
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

const open = (page: Page, address: string, ready: string) => goTo(page, address, `[data-testid=${ready}]`);

async function goTo(page: Page, address: string, ready: string): Promise<void> {
  await page.goto(address);
  await page.locator(ready).first().waitFor();
  await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
}

/** Shuts what lies over the page. */
async function shut(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('.ant-modal-wrap:visible, .ant-drawer-open').waitFor({ state: 'detached' });
}

test('the inbox, a thread, and all that opens from the composer', async () => {
  const chen = await stage.colleague('chen');
  const { page } = chen;
  const found = await violations(page, 'the empty inbox');
  mother = await stage.customer();
  id = await mother.ask('衣服洗一次就缩水，再不解决我就打12315');
  await chen.show('all');
  await chen.open(id);
  await chen.field.fill('水洗标上不是写得很清楚吗？您难道没看就洗了？');
  await chen.findings.first().waitFor();
  await page.locator('[data-testid=message] .finding-line').first().waitFor();
  found.push(...(await violations(page, 'a thread with findings')));

  await chen.field.fill('您好，我给您换一件');
  await page.getByTestId('emoji').click();
  await page.locator('.emoji-grid button').first().waitFor();
  found.push(...(await violations(page, 'the emoji')));
  await page.keyboard.press('Escape');
  await page.getByTestId('send-later').click();
  await page.getByTestId('later-ok').waitFor();
  found.push(...(await violations(page, 'send later')));
  await shut(page);
  await page.getByTestId('transfer').click();
  await page.getByTestId('transfer-submit').click();
  await page.getByText('请写交接说明').waitFor();
  found.push(...(await violations(page, 'hand on, with what is missing')));
  await shut(page);
  await page.getByTestId('resolve').click();
  await page.locator('.ant-popconfirm-buttons').waitFor();
  found.push(...(await violations(page, 'end the conversation?')));
  await page.keyboard.press('Escape');
  await page.getByTestId('note-toggle').click();
  await page.getByTestId('note-input').waitFor();
  await page.getByTestId('more').click();
  await page.getByRole('menuitem').first().waitFor();
  found.push(...(await violations(page, 'a note, and the menu')));
  // To the dark and back the menu is drawn anew: it is opened again before something is chosen.
  await page.keyboard.press('Escape');
  await page.getByRole('menuitem').first().waitFor({ state: 'hidden' });
  await page.getByTestId('more').click();
  await page.getByRole('menuitem', { name: '稍后处理' }).click();
  await page.getByTestId('snooze-customer').waitFor();
  found.push(...(await violations(page, 'snooze')));
  await shut(page);

  await page.keyboard.press('Control+k');
  await page.getByTestId('palette').fill('会');
  await page.getByRole('option').first().waitFor();
  found.push(...(await violations(page, 'the palette')));
  await shut(page);
  await chen.field.or(page.getByTestId('note-input')).first().blur();
  await page.keyboard.press('?');
  await page.getByTestId('help-sheet').waitFor();
  found.push(...(await violations(page, 'the help sheet')));
  await shut(page);
  await page.getByTestId('inbox-filter').click();
  await page.getByTestId('filter-panel').waitFor();
  found.push(...(await violations(page, 'the filters')));
  await page.getByTestId('inbox-filter').click();
  await page.getByTestId('inbox-select').click();
  await chen.row(id).getByTestId('inbox-pick').check();
  await page.getByTestId('user-menu').click();
  await page.getByTestId('sign-out').waitFor();
  found.push(...(await violations(page, 'several chosen, and the own menu')));
  expect(found).toEqual([]);
});

test('the wall, the figures, the search and the standard', async () => {
  const { page } = await stage.colleague('shen');
  await goTo(page, '/wall', '[data-testid=wall-alert]');
  const found = await violations(page, 'the wall');
  await page.getByTestId('whisper').first().click();
  await page.getByTestId('whisper-input').waitFor();
  found.push(...(await violations(page, 'a whisper')));
  await open(page, '/quality', 'quality-rule');
  found.push(...(await violations(page, 'the figures')));
  await page.getByTestId('quality-rule').first().getByRole('button').first().click();
  await page.getByTestId('rule-page').waitFor();
  found.push(...(await violations(page, 'the page of a rule')));
  await open(page, '/quality/episodes', 'quality-row');
  found.push(...(await violations(page, 'the episodes')));
  await open(page, '/search', 'search-field');
  await page.getByTestId('search-field').fill('退款');
  await page.getByTestId('search-hit').first().waitFor();
  found.push(...(await violations(page, 'the search')));
  for (const part of ['rules', 'scoring', 'phrases', 'history']) {
    await open(page, `/settings/standard?part=${part}`, `part-${part}`);
    found.push(...(await violations(page, `the standard’s ${part}`)));
  }
  for (const [path, ready] of [
    ['/orders', 'lookup'],
    ['/approvals', 'approvals'],
    ['/warehouse', 'scan'],
    ['/warehouse?show=expected', 'warehouse'],
    ['/finance', 'finance'],
  ] as const) {
    await open(page, path, ready);
    found.push(...(await violations(page, path)));
  }
  await goTo(page, '/nowhere', 'h1');
  found.push(...(await violations(page, 'a page that is not there')));
  expect(found).toEqual([]);
});

test('what the administrator sets, and one’s own account', async () => {
  const { page } = await stage.colleague('admin');
  // What was begun is left.
  page.on('dialog', (dialog) => void dialog.accept());
  await open(page, '/settings/people', 'person');
  const found = await violations(page, 'people');
  await page.getByTestId('person').first().click();
  await page.getByTestId('person-drawer').waitFor();
  found.push(...(await violations(page, 'a person')));
  await shut(page);
  await page.getByTestId('invite').click();
  await page.locator('#invite-submit').click();
  await page.locator('.ant-form-item-explain').first().waitFor();
  found.push(...(await violations(page, 'an invitation, with what is missing')));
  await open(page, '/settings/hours', 'hours-some');
  await page.getByTestId('hours-some').click();
  await page.getByTestId('shift').first().waitFor();
  found.push(...(await violations(page, 'hours')));
  await open(page, '/settings/widget', 'widget-sample');
  found.push(...(await violations(page, 'the widget’s settings')));
  await open(page, '/settings/standard', 'rule');
  found.push(...(await violations(page, 'the rules')));
  await open(page, '/settings/standard?part=phrases', 'phrase');
  await page.getByTestId('phrase-add').click();
  await page.getByTestId('phrase-words').fill('活动规则');
  await page.getByTestId('examples-fails').last().getByTestId('example-add').click();
  await page.getByTestId('examples-fails').last().getByTestId('example').fill('活动的规则在首页');
  await page.getByTestId('bar-problems').waitFor();
  found.push(...(await violations(page, 'a phrase that is not whole')));
  await open(page, '/account', 'account');
  found.push(...(await violations(page, 'the account')));
  expect(found).toEqual([]);
});

test('the reviews, the bench, and the door', async () => {
  const { page } = await stage.colleague('qiao');
  await open(page, '/quality/review', 'review-row');
  const found = await violations(page, 'the reviews');
  await open(page, '/bench', 'bench');
  found.push(...(await violations(page, 'the empty bench')));
  await page.getByTestId('bench-example').first().click();
  await page.getByTestId('bench-finding').first().waitFor();
  found.push(...(await violations(page, 'the bench')));
  await goTo(page, '/bench?view=cases', '.bench-cases');
  found.push(...(await violations(page, 'the cases')));
  const door = await stage.stranger();
  await door.signIn('yunduo:lin', 'not this');
  await door.page.getByTestId('sign-in-error').waitFor();
  found.push(...(await violations(door.page, 'the door')));
  expect(found).toEqual([]);
});

test('the shop’s pages with the chat: closed, open, and at its end', async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const father = await stage.customer('/shop/', phone);
  const { page } = father;
  await page.getByTestId('widget-launcher').waitFor();
  const found = await violations(page, 'the shop');
  await father.openChat();
  await page.getByTestId('widget-topic-after-sale').waitFor();
  found.push(...(await violations(page, 'the chat')));
  await father.choose('after-sale');
  await father.write('围嘴少发了一条');
  await page.locator('[data-testid=widget-message][data-seq]').waitFor();
  found.push(...(await violations(page, 'the chat, waiting')));

  const chen = await stage.colleague('chen');
  await chen.show('all');
  await chen.open(await father.conversation());
  await chen.field.waitFor();
  await chen.write('好的，今天给您补发一条');
  await father.sees('补发一条');
  await chen.resolve();
  await page.getByTestId('widget-star-4').check({ force: true });
  await page.getByTestId('widget-rating-word').waitFor();
  found.push(...(await violations(page, 'the chat at its end')));
  for (const path of ['/shop/orders.html', '/shop/product.html?id=bodysuit']) {
    await goTo(page, path, '[data-testid=widget-launcher]');
    found.push(...(await violations(page, path)));
  }
  expect(found).toEqual([]);
});

test('the first inbox costs at most 290 kB on the way, and nothing comes from elsewhere', async () => {
  const { context: signedIn } = await stage.colleague('he');
  const { cookies } = await signedIn.storageState();
  const fresh = await stage.browser.newContext({
    baseURL: stage.url,
    locale: 'zh-CN',
    storageState: { cookies, origins: [] },
  });
  const page = await fresh.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector('[data-testid=inbox-row], .inbox-side .centred')) return;
      performance.mark('shown');
      seen.disconnect();
    });
    seen.observe(document, { childList: true, subtree: true });
  });
  await page.goto('/inbox');
  await page.waitForFunction(() => performance.getEntriesByName('shown').length > 0);
  const sizes = await page.evaluate(() => {
    const shown = performance.getEntriesByName('shown')[0]!.startTime;
    const loads = ['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind));
    // The page itself: what the lists hold is as much as the shop has.
    return loads
      .filter(({ name, startTime }) => startTime < shown && !new URL(name).pathname.startsWith('/api/'))
      .map((load) => (load as PerformanceResourceTiming).encodedBodySize);
  });
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThanOrEqual(290_000);
  expect(asked.filter((url) => !url.startsWith(stage.url))).toEqual([]);
  expect(asked.filter((url) => url.includes('/conversations?'))).toHaveLength(1);
});
