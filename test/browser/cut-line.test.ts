import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Colleague } from './stage/colleague.ts';
import type { Customer } from './stage/customer.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
let chen: Colleague;
let mother: Customer;
let id: string;
beforeAll(async () => void (stage = await setStage()));
beforeEach(async () => {
  chen = await stage.colleague('chen');
  mother = await stage.customer();
  id = await mother.ask('拉链坏了');
  await chen.open(id);
});
afterEach(async () => {
  stage.cable.mend();
  await stage.clear();
});
afterAll(() => stage?.strike());

/** Both see it so now, and also on a page opened anew. */
async function bothSee(...texts: string[]) {
  await expect.poll(() => mother.messages()).toEqual(texts);
  await expect.poll(() => chen.messages()).toEqual(texts);
  await mother.page.reload();
  await mother.openChat();
  await expect.poll(() => mother.messages()).toEqual(texts);
  await chen.page.reload();
  await expect.poll(() => chen.messages()).toEqual(texts);
}

async function bothAreOffline() {
  await mother.page.getByText('连接断开，正在重新接通').waitFor();
  await chen.page.getByTestId('offline').waitFor();
}

test('what is written while the line is cut leaves once when it is back, from both sides', async () => {
  stage.cable.cut();
  await bothAreOffline();
  await mother.write('还是昨天那件');
  await mother.page.locator('[data-testid=widget-message][data-state=sending]').waitFor();
  stage.cable.mend();
  await chen.sees('还是昨天那件');
  await mother.page.getByText('连接断开').waitFor({ state: 'hidden' });

  stage.cable.cut();
  await bothAreOffline();
  await chen.write('您好，我给您换一件新的。');
  await chen.page.getByTestId('outgoing').getByText('发送中').waitFor();
  stage.cable.mend();
  await mother.sees('换一件新的');
  await chen.page.getByTestId('offline').waitFor({ state: 'detached' });
  await bothSee('拉链坏了', '还是昨天那件', '您好，我给您换一件新的。');
});

test('a page that goes away with words on their way leaves them to the next page', async () => {
  stage.cable.cut();
  await bothAreOffline();
  await mother.write('我先去上班了');
  await chen.write('您好，换货单已经给您建好了。');
  const [shop, desk] = [mother.page.url(), chen.page.url()];
  await Promise.all([mother, chen].map(({ page }) => page.goto('about:blank')));

  // Were hers there first, his would be held back: he has not seen it.
  stage.cable.mend();
  await chen.page.goto(desk);
  await chen.sees('换货单已经给您建好了');
  await mother.page.goto(shop);
  await mother.openChat();
  await mother.sees('我先去上班了');
  await bothSee('拉链坏了', '您好，换货单已经给您建好了。', '我先去上班了');
});

test('what was stored but not answered is said again and stored once', async () => {
  const he = await stage.colleague('he', { baseURL: stage.desk!.url });
  await he.show('all');
  await he.open(id);

  stage.cable.deafen();
  await chen.write('您好，我这就给您换。');
  await he.sees('我这就给您换');
  await mother.write('裤子也坏了');
  await he.sees('裤子也坏了');
  await expect.poll(() => mother.page.locator('[data-state=sending]').innerText()).toContain('裤子也坏了');

  stage.cable.cut();
  stage.cable.mend();
  await bothSee('拉链坏了', '您好，我这就给您换。', '裤子也坏了');
});

test('what was written without seeing the customer’s newer words is held back, shown, and sent by hand', async () => {
  stage.cable.cut();
  await bothAreOffline();
  await mother.write('算了，直接退款吧');
  await chen.write('您好，我给您换一件。');
  const desk = chen.page.url();
  await chen.page.goto('about:blank');
  stage.cable.mend();
  await mother.page.getByText('连接断开').waitFor({ state: 'hidden' });
  await expect.poll(() => mother.page.locator('[data-state=sending]').count()).toBe(0);
  await chen.page.goto(desk);
  await chen.page.getByTestId('outgoing').getByText('没看到的新消息').waitFor();
  await expect.poll(() => mother.messages()).toEqual(['拉链坏了', '算了，直接退款吧']);
  await chen.page.getByTestId('retry').click();
  await mother.sees('我给您换一件');
  await bothSee('拉链坏了', '算了，直接退款吧', '您好，我给您换一件。');
});

test('an impatient double click sends once', async () => {
  await mother.field.fill('在吗');
  await mother.page.getByTestId('widget-send').dblclick();
  await chen.sees('在吗');
  await chen.field.fill('在的，您请讲。');
  await chen.page.getByTestId('send').dblclick();
  await mother.sees('在的');
  await bothSee('拉链坏了', '在吗', '在的，您请讲。');
});

test('a part whose own parts the browser keeps as failed asks for a new page, and what was being written is there again', async () => {
  const { page } = chen;
  await chen.field.fill('您好，我给您');
  let cut = true;
  // Asked for under another address it could be had, but not what it needs itself.
  await page.route(/\/assets\/[^/?]*\.js$/, (route) => (cut ? route.abort() : route.continue()));
  await page.getByTestId('transfer').click();
  const reload = page.getByTestId('reload');
  await reload.waitFor();
  cut = false;
  await reload.click();
  await expect.poll(() => chen.field.inputValue()).toBe('您好，我给您');
  await page.getByTestId('transfer').click();
  await page.getByRole('dialog').waitFor();
  expect(await reload.count()).toBe(0);
});
