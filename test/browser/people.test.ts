import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { codeOf, periodAt } from '../../server/modules/team/totp.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

const secret = 'seven quiet rivers';

test('somebody is invited, joins, becomes a lead on the open page, and is let go', async () => {
  const { page: admin } = await stage.colleague('admin');
  await admin.getByTestId('nav-settings').click();
  await admin.getByTestId('invite').click();
  await admin.getByTestId('person-name').fill('许清明');
  await admin.getByTestId('person-work-number').fill('1020');
  await admin.getByTestId('person-login').fill('Xu');
  await admin.getByLabel('售后', { exact: true }).check();
  await admin.locator('#invite-submit').click();
  const link = await admin.getByTestId('told-link').inputValue();
  await admin.getByRole('button', { name: '完成' }).click();
  await admin.locator('[data-testid=invitation][data-login=xu]').waitFor();

  const { page: xu } = await stage.stranger();
  await xu.goto(link);
  await xu.getByTestId('new-password').fill('yunduo1234');
  await xu.getByTestId('new-password-again').fill('yunduo1234');
  await xu.getByTestId('door-submit').click();
  await xu.getByText('太容易猜到').waitFor();
  await xu.getByTestId('new-password').fill(secret);
  await xu.getByTestId('new-password-again').fill(secret);
  await xu.getByTestId('door-submit').click();
  await xu.getByTestId('user-menu').waitFor();
  expect(xu.url()).not.toContain('#');
  await expect.poll(() => xu.getByRole('link', { name: '主管看板' }).count()).toBe(0);

  const { page: late } = await stage.stranger();
  await late.goto(link);
  await late.getByTestId('door-dead').getByText('已经用过').waitFor();

  await admin.reload();
  await admin.locator('[data-testid=person][data-login=xu]').click();
  await admin.getByTestId('person-role').click();
  await admin.getByTestId('role-lead').click();
  await admin.getByTestId('person-save').click();
  await admin.locator('[data-testid=person-change][data-kind=edited]').waitFor();
  await xu.getByRole('link', { name: '主管看板' }).waitFor();

  await admin.getByTestId('person-close').click();
  await admin.locator('.ant-popconfirm-buttons .ant-btn-primary').click();
  await xu.getByTestId('sign-in-ended').waitFor();
  await admin.getByTestId('person-reopen').waitFor();
});

test('hours are set with a lunch break, and say when the shop opens', async () => {
  const { page: admin } = await stage.colleague('admin');
  await admin.goto('/settings/hours');
  await admin.getByTestId('hours-some').click();
  await admin.getByLabel('第 1 段结束').fill('12');
  await admin.getByLabel('第 1 段结束').blur();
  await admin.getByTestId('add-shift').click();
  await admin.getByLabel('第 2 段开始').fill('1130');
  await admin.getByLabel('第 2 段开始').blur();
  await admin.getByText('与另一段重叠').waitFor();
  await expect.poll(() => admin.getByTestId('hours-save').isDisabled()).toBe(true);
  await admin.getByLabel('第 2 段开始').fill('13:30');
  await admin.getByLabel('第 2 段开始').blur();
  await admin
    .getByTestId('opening')
    .getByText(/开门|打烊/)
    .waitFor();
  await admin.getByTestId('hours-save').click();
  await admin.getByTestId('hours-unsaved').waitFor({ state: 'detached' });
  await admin.reload();
  await admin.getByTestId('shift').nth(1).waitFor();
  await expect.poll(() => admin.getByLabel('第 2 段开始').inputValue()).toBe('13:30');
});

test('a second step is turned on with a code, and asked for at the door', async () => {
  const { page: qiao } = await stage.colleague('qiao');
  await qiao.getByTestId('user-menu').click();
  await qiao.getByTestId('to-account').click();
  await qiao.getByTestId('begin-second-step').click();
  await qiao.getByTestId('ask-password').fill('yinuo-demo');
  await qiao.getByTestId('ask-password-go').click();
  await qiao.getByRole('img', { name: '验证器二维码' }).waitFor();
  const key = bytesOf((await qiao.getByTestId('step-key').innerText()).replaceAll(' ', ''));
  await qiao.getByTestId('step-code').fill(codeOf(key, periodAt(Date.now())));
  await qiao.getByTestId('step-confirm').click();
  const list = qiao.getByTestId('recovery-codes').locator('li');
  await list.first().waitFor();
  const codes = await list.allInnerTexts();
  await qiao.getByTestId('codes-kept').click();
  await qiao.getByTestId('second-step-on').waitFor();

  const door = await stage.stranger();
  await door.signIn('yunduo:qiao', 'yinuo-demo');
  await door.page.getByTestId('sign-in-code').fill('000000');
  await door.page.getByTestId('sign-in-submit').click();
  await door.page.getByText('验证码不对').waitFor();
  await door.page.getByTestId('sign-in-code').fill(codes[0]!);
  await door.page.getByTestId('sign-in-submit').click();
  await door.page.getByTestId('user-menu').waitFor();
});

test('people are the administrator’s page', async () => {
  const { page: shen } = await stage.colleague('shen');
  await shen.getByTestId('nav-settings').click();
  await shen.waitForURL('**/settings/customers');
  await shen.goto('/settings/people');
  await shen.waitForURL('**/inbox');
});

function bytesOf(key: string): Buffer {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...key].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
}
