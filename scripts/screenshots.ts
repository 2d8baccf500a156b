/**
 * Makes the README's picture: starts a desk with the demo on data of its own, plays a short conversation in a browser,
 * and writes docs/images/desk.png.
 *
 *     CHROMIUM_PATH=/usr/bin/chromium node setup/yinuo.mjs run scripts/screenshots.ts
 *
 * Needs a Chinese font on the machine (Debian: fonts-noto-cjk) and the built pages (`npm start` makes them).
 */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { demoPassword, demoPeople } from '../demo/people.ts';
import { demoSlug } from '../demo/shop.ts';
import { Colleague } from '../test/browser/stage/colleague.ts';
import { Customer } from '../test/browser/stage/customer.ts';
import { DeskProcess } from '../test/browser/stage/desk-process.ts';
import { launchChromium } from '../test/chromium.ts';

const pictures = fileURLToPath(new URL('../docs/images/', import.meta.url));
const chinese = { locale: 'zh-CN', timezoneId: whereItIsAfternoon(), reducedMotion: 'reduce' } as const;

/** Asks and answers; the last answer is the one that gets a better version. */
const exchange = [
  [
    '连体衣只洗了一次，袖子就短了一截',
    '王女士您好，我是陈立秋。才洗一次就缩水，让您失望了，真对不起，这件事我来负责到底。',
  ],
  [
    '我是按水洗标用冷水洗的，孩子明天就要穿',
    '冷水洗还缩水，是我们的问题。可以给您换一件新的，来回运费我们出；也可以全额退款。明天要穿，我更推荐换新，今天用最快的快递发出。',
  ],
] as const;
const lastAsked = '换新的会不会又缩水？上次你们客服也说不会';
const tooSharp = '上次不是跟您说清楚了吗？您自己没看水洗标吧';

const desk = await DeskProcess.inFreshFolder();
let browser: Browser | undefined;
try {
  const url = `http://127.0.0.1:${await desk.start()}`;
  browser = await launchChromium();
  await mkdir(pictures, { recursive: true });
  await drawDesk(browser, url);
} finally {
  await browser?.close();
  await desk.remove();
}

async function drawDesk(browser: Browser, url: string): Promise<void> {
  const agent = await agentAt(browser, url);
  const customer = await customerAt(browser, url);
  await customer.openChat();
  for (const [at, [asked, answered]] of exchange.entries()) {
    if (at === 0) await customer.choose('after-sale');
    await customer.write(asked);
    if (at === 0) await agent.open(await customer.conversation());
    await agent.sees(asked);
    await agent.write(answered);
    await customer.sees(answered);
  }
  await customer.write(lastAsked);
  await agent.sees(lastAsked);
  await agent.field.fill(tooSharp);
  await agent.page.getByTestId('suggestion-2').waitFor();
  await agent.message(lastAsked).scrollIntoViewIfNeeded();
  await agent.page.screenshot({ path: `${pictures}desk.png`, animations: 'disabled', caret: 'hide' });
}

async function agentAt(browser: Browser, url: string): Promise<Colleague> {
  const context = await browser.newContext({ ...chinese, viewport: { width: 1440, height: 900 } });
  const agent = new Colleague(context, await context.newPage());
  await agent.page.goto(url);
  const afterSales = demoPeople.find(({ groups }) => groups.includes('after-sales'))!;
  await agent.signIn(`${demoSlug}:${afterSales.login}`, demoPassword);
  await agent.page.getByTestId('inbox-row').first().waitFor();
  return agent;
}

async function customerAt(browser: Browser, url: string): Promise<Customer> {
  const context = await browser.newContext(chinese);
  const customer = new Customer(context, await context.newPage());
  await customer.page.goto(`${url}/shop/`);
  await customer.page.getByTestId('shop-sign-in').click();
  await customer.page.getByTestId('shop-sign-out').waitFor();
  return customer;
}

/** The picture shows a working day, whenever it is made. (The names of these zones count westwards.) */
function whereItIsAfternoon(): string {
  const west = new Date().getUTCHours() - 15;
  return `Etc/GMT${west >= -14 && west < 0 ? west : `+${Math.max(west, 0)}`}`;
}
