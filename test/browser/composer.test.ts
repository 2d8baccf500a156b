/** Around writing a reply: two machines, two colleagues, words that arrive meanwhile, and a reply that leaves later. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

/** The agent who has the customer's conversation, and the customer. */
async function conversation(text: string) {
  const chen = await stage.colleague('chen');
  const customer = await stage.customer();
  const id = await customer.ask(text);
  await chen.take(id);
  return { chen, customer, id };
}

test('a draft is there on another machine, and what both wrote is chosen, not lost', async () => {
  const { chen, id } = await conversation('鞋子掉色了');
  const saved = () => chen.page.waitForResponse((one) => one.request().method() === 'PUT' && one.ok());
  await Promise.all([saved(), chen.field.fill('您好，掉色的事我来处理')]);

  const home = await stage.colleague('chen');
  await home.show('all');
  await home.open(id);
  await expect.poll(() => home.field.inputValue()).toBe('您好，掉色的事我来处理');

  await chen.context.setOffline(true);
  const unsaved = chen.page.waitForEvent('requestfailed');
  await Promise.all([unsaved, chen.field.fill('您好，这边')]);
  const savedThere = home.page.waitForResponse((one) => one.request().method() === 'PUT' && one.ok());
  await Promise.all([savedThere, home.field.fill('您好，已为您登记退款')]);
  await chen.context.setOffline(false);
  await chen.field.fill('您好，这边给您换新');
  await chen.page.getByTestId('newer-draft').getByText('已为您登记退款').waitFor();
  await expect.poll(() => chen.field.inputValue()).toBe('您好，这边给您换新');
  await chen.page.getByTestId('draft-theirs').click();
  await expect.poll(() => chen.field.inputValue()).toBe('您好，已为您登记退款');
});

test('a colleague who looks and writes is seen by colleagues, not by the customer', async () => {
  const { chen, customer, id } = await conversation('想问下发货');
  const he = await stage.colleague('he');
  await he.show('all');
  await he.open(id);
  await chen.page.getByTestId('onlookers').getByText('何谷雨 也在看').waitFor();
  await he.page.getByTestId('note-toggle').click();
  await he.page.getByTestId('note-input').fill('我查了库存');
  await chen.page.getByTestId('onlookers').getByText('何谷雨 正在写').waitFor();
  expect(customer.frames.join()).not.toContain('何谷雨');
  await he.page.close();
  await expect.poll(() => chen.page.getByTestId('onlookers').innerText()).toBe('');
});

test('what arrives while somebody writes holds the reply back once, and takes no keystroke', async () => {
  const { chen, customer } = await conversation('裙子有货吗');
  await chen.field.pressSequentially('有货的，今天拍');
  // They look elsewhere for a moment.
  await chen.page.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden' }));
  await customer.write('算了，不要了');
  await chen.sees('算了，不要了');
  await chen.field.press('Enter');
  await chen.page.getByTestId('overtaken').getByText('算了，不要了').waitFor();
  await expect.poll(() => chen.field.inputValue()).toBe('有货的，今天拍');
  await chen.field.press('Enter');
  await customer.sees('有货的，今天拍');
  await expect
    .poll(async () => (await customer.messages()).filter((text) => text.includes('有货的')))
    .toHaveLength(1);
});

test('an emoji goes where the cursor stands; a reply for later stands in the thread and can be taken back', async () => {
  const { chen } = await conversation('什么时候补货');
  await chen.field.fill('明天补货，到货告诉您');
  await chen.field.press('Home');
  await chen.page.getByTestId('emoji').click();
  await chen.page.locator('.emoji-grid button').first().waitFor();
  await chen.page.keyboard.press('ArrowRight');
  await chen.page.keyboard.press('Enter');
  await expect.poll(() => chen.field.inputValue()).toBe('😄明天补货，到货告诉您');

  await chen.page.getByTestId('send-later').click();
  await chen.page.getByTestId('later-ok').click();
  await chen.page.getByTestId('scheduled').getByText('明天补货').waitFor();
  // It may stand in the thread before its answer is here.
  await expect.poll(() => chen.field.inputValue()).toBe('');
  await chen.page.getByTestId('scheduled-cancel').click();
  await chen.page.getByTestId('scheduled').waitFor({ state: 'detached' });
  await expect.poll(() => chen.field.inputValue()).toBe('😄明天补货，到货告诉您');
});

test('the palette goes to a conversation and acts on it; the help sheet says which keys do', async () => {
  const { chen, id } = await conversation('纽扣掉了一颗');
  await chen.page.goto('/inbox');
  await chen.row(id).waitFor();
  await chen.page.keyboard.press('Control+k');
  await chen.page.getByTestId('palette').fill('纽扣');
  await chen.page.getByRole('option').filter({ hasText: '纽扣掉了一颗' }).waitFor();
  await chen.page.keyboard.press('Enter');
  await chen.field.waitFor();
  await chen.page.keyboard.press('Control+k');
  await chen.page.getByTestId('palette').fill('内部备注');
  await chen.page.keyboard.press('Enter');
  await chen.page.getByTestId('note-input').waitFor();
  await chen.page.keyboard.press('Escape');
  await chen.page.keyboard.press('?');
  await chen.page.getByTestId('help-sheet').getByText('写内部备注').waitFor();
});

test('the whole desk turns to traditional characters and back, and leaves people’s own words alone', async () => {
  const { chen } = await conversation('发货了吗');
  await chen.page.getByTestId('user-menu').click();
  await chen.page.getByText('改用繁体中文').click();
  await chen.page.getByText('回覆顧客').waitFor();
  await chen.sees('发货了吗');
  await expect.poll(() => chen.page.locator('html').getAttribute('lang')).toBe('zh-TW');
  await chen.page.getByTestId('user-menu').click();
  await chen.page.getByText('改用簡體中文').click();
  await chen.page.getByText('回复顾客').waitFor();
});
