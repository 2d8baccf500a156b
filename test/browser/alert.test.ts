import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Colleague } from './stage/colleague.ts';
import type { Customer } from './stage/customer.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
let chen: Colleague;
let shen: Colleague;
let mother: Customer;
let id: string;
beforeAll(async () => void (stage = await setStage()));
beforeEach(async () => {
  chen = await stage.colleague('chen');
  shen = await stage.colleague('shen');
  await shen.page.getByRole('link', { name: '主管看板' }).click();
  mother = await stage.customer();
  id = await mother.ask('再不退款我就打12315投诉你们');
});
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

test('a regulator’s name reaches the supervisor’s wall with the customer’s words, until she takes it', async () => {
  await shen.alert(id).waitFor();
  await expect.poll(() => shen.alert(id).innerText()).toContain('12315');
  await shen.wallRow(id).waitFor();
  await expect.poll(() => shen.wallRow(id).getAttribute('data-alert')).toBe('true');

  await shen.alert(id).getByTestId('acknowledge').click();
  await shen.alert(id).waitFor({ state: 'detached' });
  await chen.open(id);
  await chen.message('12315').getByText('已有人处理').waitFor();
});

test('the wall tells how much each has, as it changes', async () => {
  const load = shen.page.locator('.wall-agents li', { hasText: '陈立秋' });
  const open = async () => Number(/(\d+)\/\d+/.exec(await load.innerText())?.[1]);
  await chen.open(id);
  // Once the wall shows it as his it is counted there.
  await shen.wallRow(id).getByText('陈立秋').waitFor();
  const before = await open();
  await chen.resolve();
  await expect.poll(open).toBe(before - 1);

  // What comes later in its last lines, such as the verdicts on its findings, leaves it open at the end.
  await chen.page.reload();
  await chen.page.locator('[data-mark="episode.closed"]').last().waitFor();
  await expect
    .poll(() =>
      chen.page
        .locator('.timeline [data-testid=virtuoso-scroller]')
        .evaluate(({ scrollHeight, scrollTop, clientHeight }) =>
          Math.round(scrollHeight - scrollTop - clientHeight),
        ),
    )
    .toBe(0);
});

test('the wall fits a phone, to the last button of the bar', async () => {
  await shen.page.setViewportSize({ width: 390, height: 844 });
  await shen.wallRow(id).waitFor();
  const menu = await shen.page.getByTestId('user-menu').boundingBox();
  expect(menu!.x + menu!.width).toBeLessThanOrEqual(390);
  expect(await shen.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('a whisper is for the agent alone: the customer’s page hears nothing of it', async () => {
  await chen.open(id);
  await shen.wallRow(id).getByTestId('whisper').click();
  await shen.page.getByTestId('whisper-input').fill('先道歉，再给退款时间，我在旁边看着');
  await shen.page.getByTestId('whisper-send').click();
  await chen.page.locator('[data-testid=note][data-kind=whisper]').getByText('我在旁边看着').waitFor();

  await chen.write('让您着急了，实在对不起。退款我现在提交，今天到账。');
  await mother.sees('今天到账');
  const traces = ['在旁边看着', '沈白露', 'whisper', 'note', 'finding', 'alert', 'mood'];
  const heard = mother.frames.join() + (await mother.page.getByTestId('widget-panel').innerText());
  expect(traces.filter((trace) => heard.includes(trace))).toEqual([]);
});

test('a supervisor takes over: from then on she answers, and the agent cannot', async () => {
  await chen.open(id);
  await shen.wallRow(id).getByTestId('take-over').click();
  await shen.confirm();
  await chen.page.getByText('沈白露 接待中').waitFor();
  await chen.field.waitFor({ state: 'detached' });

  await shen.wallRow(id).getByRole('link').click();
  await shen.write('您好，我是主管，这件事从现在起由我负责到底。');
  await mother.sees('由我负责到底');
  await expect.poll(() => mother.message('由我负责到底').innerText()).toContain('沈白露 · 工号 1010');
});
