import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import { demoSlug } from '../../demo/shop.ts';
import { inShop } from '../../server/platform/database/pool.ts';
import { docx, png } from '../files.ts';
import { until } from '../until.ts';
import type { Colleague } from './stage/colleague.ts';
import type { Customer } from './stage/customer.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

const picture = { name: '开线的袖口.png', mimeType: 'image/png', buffer: png(320, 240) };
const document = { name: '尺码对照.docx', mimeType: 'application/octet-stream', buffer: docx };
const svg = { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg onload="alert(1)"/>') };

async function chatting(path = '/shop/'): Promise<{ mother: Customer; chen: Colleague; id: string }> {
  const chen = await stage.colleague('chen');
  const mother = await stage.customer(path);
  const id = await mother.ask('袖口开线了，给您看看照片');
  await chen.open(id);
  return { mother, chen, id };
}

/** The middle of what the widget drew; a picture of ours is black, an empty canvas is see-through. */
const drawn = ({ page }: Customer) =>
  page
    .getByTestId('widget-message')
    .locator('canvas')
    .last()
    .evaluate((canvas: HTMLCanvasElement) => [
      ...canvas.getContext('2d')!.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data,
    ]);

/** Longer than anybody may choose: on a slow machine ten seconds are over before a hand is back. */
async function holdRepliesFor(seconds: number): Promise<void> {
  const { shops, pool } = stage.desk!.app;
  const { shopId } = (await shops.bySlug(demoSlug))!;
  await inShop(pool, shopId, async (tx) => {
    tx.send('update agents set undo_seconds = null where shop_id = $1', [shopId]);
    tx.send(
      `update shops set settings = settings || jsonb_build_object('undoSeconds', $2::int) where shop_id = $1`,
      [shopId, seconds],
    );
  });
  shops.forget(shopId);
}

test.each(['/shop/', '/shop/strict.html'])('pictures and files go both ways, on %s', async (path) => {
  const { mother, chen } = await chatting(path);
  await mother.page.getByTestId('widget-files').setInputFiles([picture]);
  const seen = chen.page.getByTestId('picture');
  await seen.waitFor();
  await until('the picture', () => seen.evaluate((img: HTMLImageElement) => img.naturalWidth === 320));
  await expect.poll(() => drawn(mother)).toEqual([0, 0, 0, 255]);

  await chen.message('袖口开线了').hover();
  await chen.message('袖口开线了').getByTestId('quote-message').click();
  await chen.page.getByTestId('attach-field').setInputFiles([document]);
  await chen.page.getByText('可以发送').waitFor();
  await chen.write('您好，照片收到了，给您换一件，这是尺码对照。');
  await mother.sees('这是尺码对照');
  const answer = mother.message('这是尺码对照');
  await expect.poll(() => answer.locator('blockquote').innerText()).toBe('袖口开线了，给您看看照片');
  const saving = mother.page.waitForEvent('download');
  await answer.getByRole('button', { name: '保存文件尺码对照.docx' }).click();
  expect((await saving).suggestedFilename()).toBe('尺码对照.docx');
  expect(mother.violations).toEqual([]);
});

test('what is no picture or document is refused with the reason, and the words stay', async () => {
  const { mother, chen } = await chatting();
  await mother.page.getByTestId('widget-files').setInputFiles([svg]);
  await mother.page.getByText('可以发送 20 MB 以内的图片').waitFor();
  await chen.field.fill('您好，给您发图');
  await chen.page.getByTestId('attach-field').setInputFiles([svg]);
  await chen.page.getByText('这种文件不能发送').waitFor();
  await expect.poll(() => chen.page.getByTestId('send').isDisabled()).toBe(true);
  await chen.page.getByRole('button', { name: '移除logo.svg' }).click();
  await chen.field.press('Enter');
  await mother.sees('您好，给您发图');
});

test('a reply is taken back and edited before it leaves; its files leave with it, and the customer only ever sees what left', async () => {
  const { mother, chen, id } = await chatting();
  await chen.page.getByTestId('user-menu').click();
  await chen.page.getByText('回复的撤回时间').click();
  await chen.page.getByTestId('own-undo-time').click();
  await chen.page.getByTitle('10 秒', { exact: true }).click();
  await chen.page.getByText('已保存').waitFor();
  await holdRepliesFor(600);
  onTestFinished(() => holdRepliesFor(0));
  await chen.page.goto(`/inbox/${id}`);
  await chen.write('您好，给您换一键');
  await chen.page.getByTestId('recall').click();
  await expect.poll(() => chen.field.inputValue()).toBe('您好，给您换一键');
  await chen.page.getByTestId('attach-field').setInputFiles([document, picture]);
  await expect.poll(() => chen.page.getByText('可以发送').count()).toBe(2);
  await chen.write('您好，给您换一件');
  await expect.poll(() => chen.page.getByTestId('outgoing').count()).toBe(2);
  expect(await mother.page.getByTestId('widget-message').count(), 'the second file waits too').toBe(1);
  await chen.page.getByTestId('leave-now').click();
  await mother.sees('给您换一件');
  await expect.poll(() => mother.page.getByTestId('widget-message').count()).toBe(3);
  await expect.poll(async () => (await mother.messages()).join()).not.toContain('换一键');
});

test('a link leads to one message', async () => {
  const { mother, chen, id } = await chatting();
  for (let i = 2; i <= 40; i++) await mother.write(`第 ${i} 句，后面还有`);
  await mother.page.locator('[data-testid=widget-message][data-seq="40"]').waitFor();
  await chen.page.goto(`/c/${id}?m=3`);
  await chen.page.locator('[data-testid=message][data-seq="3"][data-landed=true]').waitFor();
  expect(chen.page.url()).toMatch(new RegExp(`/inbox/${id}\\?m=3$`));
});
