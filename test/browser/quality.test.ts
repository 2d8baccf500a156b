import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

test('a figure opens its findings, a finding its message; the agent contests it and the reviewer answers', async () => {
  const [chen, qiao] = [await stage.colleague('chen'), await stage.colleague('qiao')];
  const mother = await stage.customer();
  const id = await mother.ask('衣服掉色了，太差了，你们必须给个说法！');
  await chen.take(id);
  await chen.write('好的，稍等');
  await chen.sees('好的，稍等');
  await chen.resolve();
  await chen.page.getByTestId('score').waitFor();
  await chen.page.getByTestId('contest').first().click();
  await chen.page.getByTestId('contest-reason').fill('顾客还没说完，我先应一声');
  await chen.page.getByTestId('contest-give').click();
  await chen.page.getByTestId('contested').first().waitFor();

  await expect
    .poll(async () => {
      await qiao.page.goto('/quality');
      return qiao.page.getByTestId('figure.contested').locator('dd').innerText();
    })
    .toBe('1');
  await qiao.page.getByTestId('figure.contested').getByRole('link').click();
  await qiao.page.getByTestId('quality-row').waitFor();
  expect(new URL(qiao.page.url()).searchParams.get('said')).toBe('contested');
  await expect.poll(() => qiao.page.getByTestId('quality-row').count()).toBe(1);

  await qiao.page.getByTestId('quality-review').click();
  await qiao.page.getByTestId('review-only-contested').click();
  await qiao.page.waitForURL('**/quality/review?*why=contested');
  await qiao.page.getByTestId('review-contest').getByText('我先应一声').waitFor();
  await qiao.page.getByTestId('review-contest').getByRole('link').click();
  await qiao.page.locator('[data-landed=true]').waitFor();
  const contested = qiao.page.locator('.finding-line').filter({ has: qiao.page.getByTestId('contested') });
  await contested.getByTestId('verdict-wrong').first().click();
  await qiao.page.getByTestId('verdict-reason').fill('顾客确实还没说完');
  await qiao.page.getByTestId('verdict-give').click();
  await chen.page.locator('[data-testid=verdict][data-verdict=wrong]').first().waitFor();
});

test('the wall shows a group alone, and its address keeps it', async () => {
  const [he, mother] = [await stage.colleague('he'), await stage.customer()];
  const id = await mother.ask('宝宝穿多大码');
  const group = await he.page.evaluate(async (conversation) => {
    const answer = await fetch(`/api/v1/conversations/${conversation}`);
    return ((await answer.json()) as { conversation: { group: string } }).conversation.group;
  }, id);
  await he.page.goto('/wall');
  await he.wallRow(id).waitFor();
  const other = group === 'in-sales' ? 'pre-sales' : 'in-sales';
  await he.page.getByTestId(`wall-group-${other}`).click();
  await he.wallRow(id).waitFor({ state: 'detached' });
  await he.page.getByTestId(`wall-group-${group}`).click();
  await he.wallRow(id).waitFor();
  await he.page.reload();
  await he.wallRow(id).waitFor();
  expect(new URL(he.page.url()).searchParams.get('group')).toBe(group);
});
