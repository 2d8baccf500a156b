import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

test('a customer asks in the shop, the right agent gets it and answers, the customer knows who it was', async () => {
  const chen = await stage.colleague('chen');
  const mother = await stage.customer();
  const id = await mother.ask('睡袋的拉链卡住了，能换一个吗');

  await expect.poll(() => chen.row(id).innerText()).toContain('睡袋的拉链卡住了');
  await chen.open(id);
  await chen.sees('睡袋的拉链卡住了，能换一个吗');
  await chen.write('您好，让您费心了。我给您换一个新的，来回运费我们承担。');

  await mother.sees('我给您换一个新的');
  await expect.poll(() => mother.message('我给您换一个新的').innerText()).toContain('陈立秋 · 工号 1003');
});

test('the topic chosen decides whose it is', async () => {
  const [lin, zhou] = [await stage.colleague('lin'), await stage.colleague('zhou')];
  const mother = await stage.customer();
  await mother.openChat();
  await mother.choose('goods');
  await mother.write('三个月的宝宝睡袋选多大');
  await lin.open(await mother.conversation());
  await lin.page.getByText('由我接待').waitFor();
  await expect.poll(async () => zhou.row(await mother.conversation()).count()).toBe(0);
});

test('each sees the other typing, and when the words were read', async () => {
  const chen = await stage.colleague('chen');
  const mother = await stage.customer();
  const id = await mother.ask('退回去的裤子收到了吗');
  await mother.page.getByText('已送达').waitFor();
  await chen.open(id);
  await mother.page.getByText('已读').waitFor();

  await mother.field.pressSequentially('还有');
  await chen.page.getByText('顾客正在输入').waitFor();

  await chen.field.pressSequentially('您好');
  await mother.page.getByText('陈立秋正在输入').waitFor();
  await chen.write('您好，裤子今早到的，我马上给您办退款。');
  await mother.sees('裤子今早到的');
  await mother.page.getByText('陈立秋正在输入').waitFor({ state: 'hidden' });
  await chen.message('裤子今早到的').getByText('已读').waitFor();
});

test('what arrives unseen is counted, on both sides, until it is looked at', async () => {
  const chen = await stage.colleague('chen');
  const mother = await stage.customer();
  const id = await mother.ask('毯子掉毛吗');
  await mother.write('想给新生儿用');
  await expect.poll(() => chen.row(id).locator('.unread-badge').innerText()).toBe('2');
  await chen.open(id);
  await chen.row(id).locator('.unread-badge').waitFor({ state: 'detached' });

  await mother.field.press('Escape');
  await chen.write('您好，毯子第一次洗会有少量浮毛，之后就没有了。');
  await chen.write('新生儿可以放心用。');
  await expect.poll(() => mother.page.getByTestId('widget-unread').innerText()).toBe('2');
  await mother.page.getByTestId('widget-launcher').click();
  await mother.sees('新生儿可以放心用');
  await mother.field.press('Escape');
  await mother.page.getByTestId('widget-unread').waitFor({ state: 'hidden' });
});

test('whoever comes back finds what was said, and only they', async () => {
  const mother = await stage.customer();
  await mother.ask('连体衣有没有66码');
  await mother.page.reload();
  await mother.openChat();
  await mother.sees('连体衣有没有66码');

  const stranger = await stage.customer();
  await stranger.openChat();
  await stranger.page.getByTestId('widget-topic-goods').waitFor();
  await expect.poll(() => stranger.messages()).toEqual([]);
});

test('earlier messages come when asked for, each once and in order', async () => {
  const all = Array.from({ length: 90 }, (_, n) => `第${n + 1}条`);
  const mother = await stage.customer();
  await mother.ask(all[0]!);
  for (const text of all.slice(1)) await mother.write(text);
  await mother.page.locator('[data-testid=widget-message][data-seq="90"]').waitFor();

  await mother.page.reload();
  await mother.openChat();
  await mother.sees('第90条');
  await expect.poll(() => mother.messages()).not.toContain('第1条');
  await mother.page.getByTestId('widget-older').click();
  await expect.poll(() => mother.messages()).toEqual(all);
  await mother.page.getByTestId('widget-older').waitFor({ state: 'hidden' });
});

test('a finished service is scored with reasons that lead to the words, and the next message begins another', async () => {
  const chen = await stage.colleague('chen');
  const mother = await stage.customer();
  const id = await mother.ask('衣服破了个洞，你们怎么回事！');
  await chen.open(id);
  await chen.write('。。。');
  await mother.sees('。。。');
  await mother.write('发三个点是什么意思');
  await chen.sees('发三个点是什么意思');
  await chen.write('对不起，是我怠慢了。我马上给您补发一件，旧的不用寄回。');
  await mother.sees('补发一件');
  await chen.resolve();

  await chen.page.getByTestId('score-points').waitFor();
  const line = chen.page.locator('[data-testid=score-line][data-rule="substance.symbols-only"]');
  await expect.poll(() => line.innerText()).toMatch(/-\d/);
  await line.click();
  await chen.page.locator('[data-testid=message][data-landed=true]').waitFor();
  await expect
    .poll(() => chen.page.locator('[data-testid=message][data-landed=true] .bubble').innerText())
    .toBe('。。。');

  await mother.write('补发的什么时候到');
  await chen.page.getByText('第 2 次服务开始').waitFor();
  await chen.page.getByText('由我接待').waitFor();
  await expect.poll(() => mother.messages()).toHaveLength(5);
});
