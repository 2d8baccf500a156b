import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { smallPng } from '../files.ts';
import type { Colleague } from './stage/colleague.ts';
import type { Customer } from './stage/customer.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

const rude = '水洗标上不是写得很清楚吗？您自己不会看吗';

let stage: Stage;
let chen: Colleague;
let mother: Customer;
beforeAll(async () => void (stage = await setStage()));
beforeEach(async () => {
  chen = await stage.colleague('chen');
  mother = await stage.customer();
  await chen.open(await mother.ask('连体衣洗一次就缩水了，质量也太差了吧'));
});
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

test('a rude reply is marked under its words while it is typed, and does not leave', async () => {
  await chen.field.fill(rude);
  const mark = chen.page.locator('.written-mirror mark[data-weight=block]').first();
  await mark.waitFor();
  expect(rude).toContain(await mark.innerText());
  await expect.poll(() => chen.findings.first().getAttribute('data-rule')).toBe('attitude.rhetorical');

  await chen.field.press('Enter');
  await chen.page.getByText('没有发出').waitFor();
  await expect.poll(() => chen.field.inputValue()).toBe(rude);
  await expect.poll(() => chen.page.getByTestId('send').isDisabled()).toBe(true);

  await chen.write('您好，缩水这么多确实不该，我给您换一件。');
  await mother.sees('我给您换一件');
  await expect.poll(() => mother.messages()).toHaveLength(2);
  expect(mother.frames.join()).not.toContain('水洗标');
});

test.for(['Alt+1', 'Alt+2'])(
  '%s takes one of two better sentences, which passes and leaves',
  async (keys) => {
    await chen.field.fill(rude);
    await chen.page.getByTestId('suggestion-2').waitFor();
    const [first, second] = await chen.page.locator('.suggestion').allInnerTexts();
    expect(first).not.toBe(second);

    await chen.field.press(keys);
    await chen.findings.first().waitFor({ state: 'detached' });
    const better = await chen.field.inputValue();
    expect(keys === 'Alt+1' ? first : second).toContain(better);

    await chen.field.press('Enter');
    await mother.sees(better);
  },
);

test('the Enter that ends an input method’s composition sends nothing', async () => {
  const composing = { key: 'Enter', code: 'Enter', isComposing: true, bubbles: true };
  for (const [person, said] of [
    [chen, '您好'],
    [mother, '在的'],
  ] as const) {
    await person.field.fill('pinyin');
    await person.field.dispatchEvent('compositionstart');
    await person.field.dispatchEvent('keydown', composing);
    await person.field.dispatchEvent('keydown', { ...composing, isComposing: false, keyCode: 229 });
    await expect.poll(() => person.field.inputValue()).toBe('pinyin');
    await person.field.dispatchEvent('compositionend');
    await person.field.fill(said);
    await person.field.press('Enter');
    await mother.sees(said);
  }
  await expect.poll(async () => (await mother.messages()).slice(1)).toEqual(['您好', '在的']);
});

test('Shift+Enter begins a new line', async () => {
  await chen.field.fill('第一件事');
  await chen.field.press('Shift+Enter');
  await chen.field.pressSequentially('第二件事');
  await chen.field.press('Enter');
  await expect.poll(() => mother.messages()).toContain('第一件事\n第二件事');
});

test('the supervisor lets a blocked reply leave at her own risk, and the thread says so', async () => {
  const shen = await stage.colleague('shen');
  await shen.page.getByRole('link', { name: '主管看板' }).click();
  await chen.field.fill(rude);
  await chen.page.getByTestId('hold').click();
  await chen.held('open').waitFor();

  const card = shen.page.getByTestId('hold-card');
  await expect.poll(() => card.innerText()).toContain(rude);
  await expect.poll(() => card.getByTestId('hold-risk').isDisabled()).toBe(true);
  await card.getByTestId('hold-reason').fill('顾客是老朋友，平时就这样说话');
  await card.getByTestId('hold-risk').click();

  await mother.sees(rude);
  await card.waitFor({ state: 'detached' });
  await chen.held('released').waitFor();
  await chen.message(rude).getByText('主管担责放行').first().waitFor();
  expect(mother.frames.join()).not.toContain('老朋友');
});

test('a file whose name is rude waits for the supervisor too, who sees it and lets it leave', async () => {
  const shen = await stage.colleague('shen');
  await shen.page.getByRole('link', { name: '主管看板' }).click();
  const picture = { name: '您自己不会看吗.png', mimeType: 'image/png', buffer: smallPng };
  await chen.page.getByTestId('attach-field').setInputFiles([picture]);
  await chen.page.getByText('可以发送').waitFor();
  await chen.field.fill('您好，这是水洗标');
  await chen.field.press('Enter');
  await chen.page.getByTestId('hold').click();
  await chen.held('open').waitFor();

  const card = shen.page.getByTestId('hold-card');
  await card.getByTestId('picture').waitFor();
  await card.getByTestId('hold-reason').fill('只是文件名，顾客是熟人');
  await card.getByTestId('hold-risk').click();
  await mother.sees('这是水洗标');
  await mother.page.getByTestId('widget-message').locator('canvas').waitFor();
  await chen.held('released').waitFor();
});

test('a finding that the supervisor calls wrong no longer stands under the words', async () => {
  const shen = await stage.colleague('shen');
  await shen.page.getByRole('link', { name: '主管看板' }).click();
  await chen.field.fill(rude);
  await chen.page.getByTestId('hold').click();
  await shen.page.getByTestId('hold-reason').fill('只是问顾客，没有反问的意思');
  await shen.page.getByTestId('hold-wrong').click();

  await mother.sees(rude);
  await chen.message(rude).getByText('判定为误报').first().waitFor();
  await expect.poll(() => chen.message(rude).locator('mark').count()).toBe(0);
});

test('what the supervisor refuses comes back into the field, and the customer never saw it', async () => {
  const shen = await stage.colleague('shen');
  await shen.page.getByRole('link', { name: '主管看板' }).click();
  await chen.field.fill(rude);
  await chen.page.getByTestId('hold').click();
  await shen.page.getByTestId('hold-reason').fill('请先道歉');
  await shen.page.getByTestId('hold-refuse').click();

  await chen.held('refused').getByText('请先道歉').waitFor();
  await expect.poll(() => chen.field.inputValue()).toBe(rude);
  await expect.poll(() => mother.messages()).toHaveLength(1);
  expect(mother.frames.join()).not.toContain('水洗标');
});
