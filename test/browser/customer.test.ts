import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { demoSlug } from '../../demo/shop.ts';
import type { Colleague } from './stage/colleague.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

async function openFromAll(colleague: Colleague, id: string): Promise<void> {
  await colleague.show('all');
  await colleague.open(id);
  await colleague.page.getByTestId('customer-tags').waitFor();
}

test('what is known of a customer is kept beside the conversation, and found by it', async () => {
  const admin = await stage.colleague('admin');
  await admin.page.goto('/settings/customers');
  await admin.page.getByTestId('new-field').click();
  await admin.page.getByTestId('field-name').fill('常用尺码');
  await admin.page.getByTestId('save-field').click();
  await admin.page.getByTestId('own-field').getByText('常用尺码').waitFor();

  const mother = await stage.customer();
  const id = await mother.ask('这款有大一码的吗');
  const shen = await stage.colleague('shen');
  const { page } = shen;
  const he = await stage.colleague('he');
  await he.show('all');
  await openFromAll(shen, id);

  // A new tag by keyboard alone; a colleague's list shows it, and can be narrowed to it.
  await page.getByTestId('add-tag').click();
  await page.keyboard.type('大码');
  await page.getByText('新建“大码”').waitFor();
  await page.keyboard.press('Enter');
  await page.getByTestId('customer-tags').getByTestId('tag').getByText('大码').waitFor();
  await he.row(id).getByText('大码').waitFor();
  await he.page.getByTestId('inbox-filter').click();
  await he.page.getByRole('combobox', { name: '标签' }).click();
  await he.page.getByTitle('大码').click();
  await expect.poll(() => he.page.getByTestId('inbox-row').count()).toBe(1);

  await page.getByTestId('rename-customer').click();
  await page.getByTestId('customer-name').fill('林妈妈');
  await page.getByTestId('save-name').click();
  await he.row(id).getByText('林妈妈').waitFor();

  await page.getByRole('button', { name: '修改常用尺码' }).click();
  await page.getByTestId('field-input').fill('90');
  await page.keyboard.press('Enter');
  await page.getByTestId('customer-field').getByText('90', { exact: true }).waitFor();

  await page.getByTestId('customer-note').fill('下午不方便接电话');
  await page.getByTestId('add-customer-note').click();
  await page.getByTestId('record-consent').click();
  await page.getByTestId('save-consent').click();
  await page.getByTestId('customer-consents').getByText('在对话中').waitFor();

  await openFromAll(he, id);
  for (const known of ['下午不方便接电话', '在对话中', '常用尺码', '大码'])
    await he.page.locator('.customer-side').getByText(known).first().waitFor();
  await page.getByTestId('tag').getByRole('button').click();
  await he.row(id).getByText('大码').waitFor({ state: 'detached' });
});

test('two who are one are compared and merged; then the customer is erased, with the name typed', async () => {
  const member = await stage.customer();
  await member.page.getByTestId('shop-sign-in').click();
  await member.page.getByTestId('shop-sign-out').waitFor();
  const id = await member.ask('我的连体衣缩水了，帮我看看');
  const identityToken = await stage.signFor('member-8802', '王小姐', { phones: ['13800138001'] });
  await member.page.request.post('/widget/v1/sessions', { data: { shop: demoSlug, identityToken } });

  const shen = await stage.colleague('shen');
  const { page } = shen;
  await openFromAll(shen, id);
  await page.getByTestId('doubles').getByRole('button').click();
  await page.getByTestId('merge-differences').getByText('王小姐').click();
  await page.getByTestId('merge-customers').click();
  await page.getByText('请写明为什么').waitFor();
  await page.getByTestId('merge-reason').fill('同一手机号，顾客确认');
  await page.getByTestId('merge-customers').click();
  await page.getByTestId('doubles').waitFor({ state: 'detached' });
  await shen.row(id).getByText('王小姐').waitFor();

  await page.getByTestId('resolve').click();
  await shen.confirm();
  await page.locator('[data-mark="episode.closed"]').last().waitFor();
  await page.getByTestId('customer-more').click();
  await page.getByRole('menuitem', { name: '删除顾客资料' }).click();
  const erase = page.getByTestId('erase-customer');
  await expect.poll(() => erase.isDisabled()).toBe(true);
  await page.getByTestId('erase-confirm').fill('王小姐');
  await erase.click();
  await page.getByTestId('customer-erased').waitFor();
  await page.getByText('我的连体衣缩水了').first().waitFor({ state: 'detached' });
  // The customer's page is a stranger's again.
  await expect.poll(() => member.messages()).toEqual([]);
});
