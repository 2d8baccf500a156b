import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

/** What the page paints over the words that were looked for. */
const painted = () => [...(CSS.highlights.get('found') ?? [])].map(String);

test('by keyboard: a word is looked for, and its message is opened where it stands, with the word marked', async () => {
  const mother = await stage.customer();
  const id = await mother.ask('這件斗篷的帶子斷了');
  const shen = await stage.colleague('shen');
  const { page } = shen;
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
  await page.keyboard.press('/');
  const field = page.getByTestId('search-field');
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
  await expect
    .poll(async () => {
      await field.fill('');
      await field.fill('斗篷');
      return page
        .getByTestId('search-hit')
        .first()
        .waitFor({ timeout: 2000 })
        .then(
          () => true,
          () => false,
        );
    })
    .toBe(true);
  await expect.poll(() => page.getByTestId('search-hit').locator('mark').allInnerTexts()).toEqual(['斗篷']);
  // Logs keep addresses, and what is looked for is often somebody's name.
  expect(addresses.filter((address) => address.includes('/api/v1/search'))).not.toEqual([]);
  expect([...addresses, decodeURIComponent(page.url())].join()).not.toContain('斗篷');

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/inbox/${id}`);
  await page.locator('[data-testid=message][data-landed=true]').getByText('這件斗篷').waitFor();
  await expect.poll(() => page.evaluate(painted)).toEqual(['斗篷']);

  await page.goBack();
  await page.getByTestId('search-hit').waitFor();
  await expect.poll(() => field.inputValue()).toBe('斗篷');
  await page.getByTestId('search-clear').click();
  await expect.poll(() => page.getByTestId('search-recent').allInnerTexts()).toEqual(['斗篷']);
});

test('filters narrow what is found; nothing found says what to do', async () => {
  const mother = await stage.customer();
  await mother.ask('斗篷的扣子松了');
  const shen = await stage.colleague('shen');
  const { page } = shen;
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette').fill('扣子松');
  await page.getByRole('option', { name: '在会话内容里搜索“扣子松”' }).click();
  const field = page.getByTestId('search-field');
  await expect.poll(() => field.inputValue()).toBe('扣子松');
  await expect
    .poll(async () => {
      await field.fill('');
      await field.fill('扣子');
      return page
        .getByTestId('search-hit')
        .first()
        .waitFor({ timeout: 2000 })
        .then(
          () => true,
          () => false,
        );
    })
    .toBe(true);
  await page.getByTestId('search-filter-score').click();
  const option = page.locator('.ant-select-item-option', { hasText: '100 分' });
  await option.waitFor();
  // Chosen while the last letters are not asked for yet: in the end both are.
  const both = page.waitForRequest((request) => {
    const body = request.postData() ?? '';
    return body.includes('斗篷的扣子') && body.includes('score');
  });
  await field.evaluate((input: HTMLInputElement) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, '斗篷的扣子');
    input.dispatchEvent(new Event('input', { bubbles: true }));
    const options = [...document.querySelectorAll<HTMLElement>('.ant-select-item-option')];
    options.find(({ innerText }) => innerText.includes('100 分'))!.click();
  });
  await both;
  await page.getByTestId('search-none').getByText('可以去掉筛选再试').waitFor();
  await page.getByTestId('search-clear-filters').click();
  await page.getByTestId('search-hit').first().waitFor();

  await field.fill('m');
  await page.getByText('至少一个汉字').waitFor();
  await field.fill('翡翠白菜');
  await page.getByTestId('search-none').getByText('换短一点的词').waitFor();
});
