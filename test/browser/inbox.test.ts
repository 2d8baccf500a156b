import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Colleague } from './stage/colleague.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

const count = async (colleague: Colleague, view: 'mine' | 'waiting') =>
  Number(await colleague.page.getByTestId(`inbox-view-${view}`).locator('.inbox-count').innerText());

/** From now on nothing is given to them unasked. */
async function rest(colleague: Colleague) {
  await colleague.page.getByTestId('presence').click();
  await colleague.page.getByTestId('presence-away').click();
  await colleague.page.locator('[data-testid=presence][data-state=away]').waitFor();
}

test('an empty list says what to do', async () => {
  const zhou = await stage.colleague('zhou');
  await zhou.page.getByText('您手上没有会话').waitFor();
  await zhou.page.getByText('选一个会话开始').waitFor();
});

test('a list that could not be had says so, and is back by itself when the server is', async () => {
  const { page } = await stage.colleague('he');
  const lists = /\/api\/v1\/conversations\?/;
  await page.route(lists, (route) => route.fulfill({ status: 500, body: '' }));
  await page.reload();
  const failed = page.locator('.inbox-side [role=alert]');
  await failed.waitFor();
  // The desk tries on, and the list does not come and go with it.
  await page.waitForResponse(lists);
  expect(await failed.isVisible()).toBe(true);
  await page.unroute(lists);
  await failed.waitFor({ state: 'detached' });
  await page.locator('.inbox-side .centred, [data-testid=inbox-row]').first().waitFor();
});

test('who rests gets nothing; what waits is claimed, handed on with a note, and counted where it is', async () => {
  const [chen, he] = [await stage.colleague('chen'), await stage.colleague('he')];
  await rest(chen);
  await rest(he);
  const waitingBefore = await count(chen, 'waiting');
  const mother = await stage.customer();
  const id = await mother.ask('袜子少发了一双');
  await expect.poll(() => count(chen, 'waiting')).toBe(waitingBefore + 1);

  await chen.show('waiting');
  await chen.open(id);
  await chen.page.getByText('领取之后就可以回复').waitFor();
  await chen.page.getByTestId('claim').click();
  await chen.field.waitFor();
  await expect.poll(() => count(chen, 'waiting')).toBe(waitingBefore);
  await expect.poll(() => count(chen, 'mine')).toBe(1);

  await chen.page.getByTestId('transfer').click();
  await chen.page.getByTestId('transfer-submit').click();
  await chen.page.getByText('请写交接说明').waitFor();
  await chen.page.getByRole('dialog').getByRole('combobox').click();
  await chen.page.locator('.ant-select-item-option', { hasText: '何谷雨' }).click();
  await chen.page.getByTestId('transfer-note').fill('少发一双袜子，答应今天补寄，请跟进单号');
  await chen.page.getByTestId('transfer-submit').click();

  await expect.poll(() => count(he, 'mine')).toBe(1);
  await he.open(id);
  await he.page.locator('[data-testid=note][data-kind=handover]').getByText('答应今天补寄').waitFor();
  await chen.field.waitFor({ state: 'detached' });
  await expect.poll(() => count(chen, 'mine')).toBe(0);
  await he.show('all');
  await he.row(id).waitFor();
  expect(mother.frames.join()).not.toContain('补寄');
  await expect.poll(() => mother.page.getByTestId('widget-panel').innerText()).not.toContain('补寄');
});

test('a note is for colleagues: the customer’s page never gets it', async () => {
  const he = await stage.colleague('he');
  const mother = await stage.customer();
  const id = await mother.ask('补寄的到哪了');
  await he.show('all');
  await he.open(id);
  await he.page.getByTestId('note-toggle').click();
  await he.page.getByTestId('note-input').fill('仓库说明早发，先别报单号');
  await he.page.getByTestId('note-input').press('Enter');
  await he.page.getByTestId('note').getByText('仓库说明早发').waitFor();
  await mother.write('喂');
  await he.sees('喂');
  expect(mother.frames.join()).not.toContain('仓库说明早发');
});

test('a draft stays with its conversation: while others write, elsewhere and back, and after a reload', async () => {
  const he = await stage.colleague('he');
  const [mother, father] = [await stage.customer(), await stage.customer()];
  const [hers, his] = [await mother.ask('围嘴会掉色吗'), await father.ask('推荐个帽子')];
  await he.show('all');
  await he.open(hers);
  if (await he.page.getByTestId('take-over').isVisible()) {
    await he.page.getByTestId('take-over').click();
    await he.confirm();
  } else if (await he.page.getByTestId('claim').isVisible()) await he.page.getByTestId('claim').click();
  await he.field.pressSequentially('您好，围嘴是');
  await mother.write('宝宝老是口水');
  await he.sees('宝宝老是口水');
  await he.field.pressSequentially('活性印染的');
  await he.open(his);
  await he.open(hers);
  await expect.poll(() => he.field.inputValue()).toBe('您好，围嘴是活性印染的');
  await he.page.reload();
  await expect.poll(() => he.field.inputValue()).toBe('您好，围嘴是活性印染的');
});

test('a whole answer by keyboard alone', async () => {
  const chen = await stage.colleague('chen');
  const mother = await stage.customer();
  const id = await mother.ask('键盘也要能用');
  await chen.show('all');
  await chen.row(id).waitFor();
  const { page } = chen;
  const focused = () =>
    page.evaluate(
      () => document.activeElement?.closest<HTMLElement>('[data-conversation]')?.dataset.conversation,
    );
  for (let presses = 0; (await focused()) !== id; presses++) {
    expect(presses).toBeLessThan(60);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await chen.sees('键盘也要能用');
  if (await page.getByTestId('claim').isVisible()) {
    await page.getByTestId('claim').focus();
    await page.keyboard.press('Enter');
  }
  await chen.field.waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid')))
    .toBe('composer');
  await page.keyboard.type('您好，键盘当然能用。');
  await page.keyboard.press('Enter');
  await mother.sees('键盘当然能用');
});

test('a part that cannot be fetched just then leaves the desk standing, and comes when it can', async () => {
  const { page } = await stage.colleague('he');
  const part = /assets\/alert-strip/;
  let tried = 0;
  await page.route(part, (route) => {
    tried += 1;
    return route.abort();
  });
  const mother = await stage.customer();
  await mother.ask('我要去市场监管局投诉你们！！');
  await expect.poll(() => tried).toBeGreaterThan(1);
  await expect.poll(() => page.getByTestId('inbox-view-all').isVisible()).toBe(true);
  await page.unroute(part);
  await page.locator('.alert-strip').waitFor();
  const display = () => page.locator('.alert-strip').evaluate((strip) => getComputedStyle(strip).display);
  await expect.poll(display, { message: 'its style sheet came too' }).toBe('flex');
});
