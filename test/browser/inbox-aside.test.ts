import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Colleague } from './stage/colleague.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

/** Gets it, whoever has it now. */
async function have(colleague: Colleague, id: string): Promise<void> {
  const { page } = colleague;
  await colleague.show('all');
  await colleague.open(id);
  if (await page.getByTestId('take-over').isVisible()) {
    await page.getByTestId('take-over').click();
    await colleague.confirm();
  } else if (await page.getByTestId('claim').isVisible()) await page.getByTestId('claim').click();
  await colleague.field.waitFor();
}

test('what is snoozed leaves the list, and is back when the customer writes', async () => {
  const he = await stage.colleague('he');
  const { page } = he;
  const mother = await stage.customer();
  const id = await mother.ask('围嘴能补发一条吗');
  await have(he, id);
  await he.write('可以的，已为您登记补发一条');
  await mother.sees('已为您登记补发一条');

  await page.getByTestId('more').click();
  await page.getByRole('menuitem', { name: '稍后处理' }).click();
  await page.getByTestId('snooze-customer').click();
  await page.getByTestId('notice-snoozed').waitFor();
  await he.show('mine');
  await he.row(id).waitFor({ state: 'detached' });
  await he.show('snoozed');
  await he.row(id).getByText('等顾客来信').waitFor();

  await mother.write('那大概几天能到？');
  await page.getByTestId('notice-snoozed').waitFor({ state: 'detached' });
  await he.show('mine');
  await he.row(id).waitFor();
});

test('a filtered list is saved under a name and found again; several are closed, and the one that can’t be says why', async () => {
  const he = await stage.colleague('he');
  const { page } = he;
  const [mother, father] = [await stage.customer(), await stage.customer()];
  const [hers, his] = [await mother.ask('帽子有蓝色吗'), await father.ask('想问问袜子')];
  await have(he, hers);
  await he.write('有的，蓝色现货');
  await mother.sees('蓝色现货');
  await have(he, his);
  await he.write('您说，袜子想了解哪方面呢');
  await father.sees('想了解哪方面');

  await he.show('mine');
  await page.getByTestId('inbox-saved').click();
  await page.getByTestId('view-name').fill('我手上的');
  await page.getByTestId('view-save').click();
  await page.getByTestId('saved-view').getByText('我手上的').waitFor();
  await page.getByTestId('inbox-saved').click();
  await page.getByTestId('inbox-filter').click();
  await page.getByTestId('filter-unread').click();
  await page.getByTestId('inbox-filter').click();
  await page.getByTestId('chip-unread').waitFor();
  await he.row(hers).waitFor({ state: 'detached' });
  await page.getByTestId('inbox-saved').click();
  await page.getByTestId('saved-view').click();
  await he.row(hers).waitFor();
  await expect.poll(() => page.getByTestId('chip-unread').count()).toBe(0);

  await father.write('有没有加厚的？');
  await he.row(his).getByText('加厚').waitFor();
  await page.getByTestId('inbox-select').click();
  for (const id of [hers, his]) await he.row(id).getByTestId('inbox-pick').check();
  await page.getByTestId('bulk-snooze').click();
  await page.getByTestId('snooze-customer').click();
  const refused = page.getByTestId('bulk-refused').locator('li');
  await refused.getByText('顾客还在等答复').waitFor();
  await expect.poll(() => refused.count()).toBe(1);
  await expect.poll(() => refused.getAttribute('data-conversation')).toBe(his);
  await page.keyboard.press('Escape');
  await he.row(hers).waitFor({ state: 'detached' });
  await he.row(his).getByTestId('inbox-pick').waitFor();
});
