import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { demoPassword } from '../../demo/people.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(async () => {
  stage.cable.mend();
  await stage.clear();
});
afterAll(() => stage?.strike());

test('a wrong password is told in a sentence, in the reader’s language, and the right one opens the page asked for', async () => {
  const chen = await stage.stranger();
  await chen.page.goto('/inbox?from=bookmark');
  await chen.signIn('yunduo:chen', 'not it');
  await chen.page.getByText('账号或密码不对').waitFor();
  await chen.page.getByTestId('language').click();
  await chen.page.getByText('The account or password is not right').waitFor();
  await chen.signIn('yunduo:chen', demoPassword);
  await chen.page.getByTestId('inbox-view-mine').waitFor();
});

test('an empty field says what belongs there', async () => {
  const chen = await stage.stranger();
  await chen.page.getByTestId('sign-in-submit').click();
  await chen.page.getByText('请填写账号').waitFor();
  await chen.page.getByText('请填写密码').waitFor();
});

test('a session ended elsewhere ends here at once, with the reason', async () => {
  const [office, home] = [await stage.stranger(), await stage.stranger()];
  for (const place of [office, home]) {
    await place.signIn('yunduo:zhou', demoPassword);
    await place.page.getByTestId('user-menu').waitFor();
  }
  await home.page.getByTestId('user-menu').click();
  await home.page.getByText('我的登录').click();
  await home.page.getByRole('button', { name: '结束', exact: true }).click();

  await office.page.getByTestId('sign-in-account').waitFor();
  await office.page.getByText('您的登录已经结束').waitFor();
  await home.page.getByText('已结束这次登录').waitFor();
  await home.page.getByTestId('inbox-view-mine').waitFor();
});

test('signing out leaves nothing behind that the Back key would show', async () => {
  const lin = await stage.stranger();
  await lin.signIn('yunduo:lin', demoPassword);
  await lin.page.getByTestId('user-menu').click();
  await lin.page.getByTestId('sign-out').click();
  await lin.page.getByTestId('sign-in-account').waitFor();
  await expect.poll(() => lin.page.getByTestId('sign-in-ended').count()).toBe(0);
  await lin.page.goBack();
  await lin.page.getByTestId('sign-in-account').waitFor();
});

test('a menu stands where it opened, for whoever wants nothing to move', async () => {
  const { page } = await stage.colleague('lin');
  const below = () =>
    page.evaluate(() => {
      const edge = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
      return Math.round(edge('.ant-dropdown').top - edge('[data-testid=presence]').bottom);
    });
  await page.getByTestId('presence').click();
  await page.getByTestId('presence-away').waitFor();
  expect(await below()).toBe(4);
  await page.evaluate(() => new Promise((passed) => requestIdleCallback(passed)));
  expect(await below()).toBe(4);
});

test('a desk that is cut off says so, and says so no longer when it is back', async () => {
  const chen = await stage.colleague('chen');
  await chen.page.getByText('选一个会话开始').waitFor();
  stage.cable.cut();
  await chen.page.getByText('连接断开，正在重连').waitFor();
  stage.cable.mend();
  await chen.page.getByTestId('offline').waitFor({ state: 'detached' });
});

test('addresses that lead nowhere say so', async () => {
  const chen = await stage.colleague('chen');
  await chen.page.goto('/nowhere');
  await chen.page.getByText('没有这个页面').waitFor();
  await chen.page.goto('/inbox/0199aaaa-0000-7000-8000-000000000000');
  await chen.page.getByRole('main').getByRole('alert').or(chen.page.locator('main[role=alert]')).waitFor();
});

test('the wall is not for agents', async () => {
  const chen = await stage.colleague('chen');
  await expect.poll(() => chen.page.getByRole('link', { name: '主管看板' }).count()).toBe(0);
  await chen.page.goto('/wall');
  await chen.page.waitForURL('**/inbox');
});
