import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Colleague } from './stage/colleague.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

/** Everybody of the demo begins in Chinese. */
async function speaksEnglish(login: string): Promise<Colleague> {
  const colleague = await stage.colleague(login);
  await colleague.page.getByText('选一个会话开始').waitFor();
  await colleague.page.getByTestId('language').click();
  await colleague.page.getByText('Choose a conversation').waitFor();
  return colleague;
}

/** Chinese on the page that nobody wrote: names and messages are people's own, everything else is the desk's. */
function chineseLeft(page: Page, own: string[]): Promise<string[]> {
  return page.evaluate((allowed) => {
    const shown: string[] = [document.title];
    const walk = (root: ParentNode) => {
      for (const one of root.querySelectorAll('*')) {
        if (one.shadowRoot) walk(one.shadowRoot);
        if (!one.checkVisibility()) continue;
        for (const name of ['title', 'aria-label', 'placeholder', 'alt'])
          shown.push(one.getAttribute(name) ?? '');
        for (const node of one.childNodes)
          if (node.nodeType === Node.TEXT_NODE) shown.push(node.textContent ?? '');
      }
    };
    walk(document.body);
    const isOwn = (text: string) => allowed.some((words) => words.includes(text.trim()));
    const without = (text: string) => allowed.reduce((rest, words) => rest.replaceAll(words, ''), text);
    return [...new Set(shown)].filter((text) => !isOwn(text) && /\p{Script=Han}/u.test(without(text)));
  }, own);
}

const people = [
  '云朵童装',
  '中文',
  '林小满',
  '周知夏',
  '陈立秋',
  '何谷雨',
  '沈白露',
  '乔霜降',
  '管理员',
  '陈',
  '沈',
];

test('an English desk has no Chinese left but what people said', async () => {
  const mother = await stage.customer();
  const shen = await speaksEnglish('shen');
  expect(await chineseLeft(shen.page, people)).toEqual([]);

  const chen = await speaksEnglish('chen');
  const id = await mother.ask('我要打12315');
  await chen.open(id);
  const said = [...people, '我要打12315', '难道你自己不会看吗', '请先道歉'];
  expect(await chineseLeft(chen.page, said)).toEqual([]);
  await chen.field.fill('难道你自己不会看吗');
  await chen.findings.first().waitFor();
  const suggestions = await chen.page.locator('.suggestion').allInnerTexts();
  const sentences = suggestions.map((text) => text.replace(/^Alt\+\d\s*/, ''));
  expect(await chineseLeft(chen.page, [...sentences, ...said])).toEqual([]);
  await chen.page.getByTestId('hold').click();

  await shen.page.getByRole('link', { name: 'Wall' }).click();
  await shen.page.getByTestId('hold-card').waitFor();
  expect(await chineseLeft(shen.page, said)).toEqual([]);
  await shen.page.getByTestId('nav-standard').click();
  await shen.page.getByTestId('rule').first().waitFor();
  for (const part of ['rules', 'scoring', 'phrases', 'history']) {
    await shen.page.getByTestId(`part-${part}`).click();
    expect(await chineseLeft(shen.page, said)).toEqual([]);
  }
  await shen.page.getByTestId('user-menu').click();
  await shen.page.getByText('Sign out').waitFor();
  expect(await chineseLeft(shen.page, said)).toEqual([]);
});

test('an English test bench has no Chinese left', async () => {
  const qiao = await speaksEnglish('qiao');
  await qiao.page.getByRole('link', { name: 'Test bench' }).click();
  await qiao.page.getByTestId('bench-example').click();
  await qiao.page.getByTestId('bench-finding').first().waitFor();
  expect(await chineseLeft(qiao.page, people)).toEqual([]);
  await qiao.page.locator('.bench-finding .finding-title').first().click();
  await qiao.page.getByTestId('rule-page').waitFor();
  expect(await chineseLeft(qiao.page, people)).toEqual([]);
  await qiao.page.keyboard.press('Escape');
  await qiao.page.getByTestId('bench-cases').click();
  await qiao.page.getByText('No cases yet').waitFor();
  expect(await chineseLeft(qiao.page, people)).toEqual([]);
});

test('the language changes with one click, stays after a reload, and comes back', async () => {
  const lin = await stage.colleague('lin');
  await lin.page.getByTestId('language').click();
  await lin.page.getByText('Choose a conversation').waitFor();
  await lin.page.reload();
  await lin.page.getByText('Choose a conversation').waitFor();
  await expect.poll(() => lin.page.locator('html').getAttribute('lang')).toBe('en');
  await lin.page.getByTestId('language').click();
  await lin.page.getByText('选一个会话开始').waitFor();
});

test('an English shop page gets an English chat', async () => {
  const mother = await stage.customer('/shop/?lang=en', { locale: 'en-GB' });
  await mother.openChat();
  await mother.page.getByTestId('widget-topic-goods').waitFor();
  await mother.write('Do you ship to Ningbo?');
  await mother.page.getByText('Delivered').waitFor();
  expect(await chineseLeft(mother.page, people)).toEqual([]);
});
