import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { inShop } from '../../server/platform/database/pool.ts';
import { importConversation, importedId } from '../../server/modules/conversations/index.ts';
import type { Colleague } from './stage/colleague.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

const length = 10_000;

let stage: Stage;
let conversationId: string;
beforeAll(async () => {
  stage = await setStage();
  conversationId = await fillThread();
}, 120_000);
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

/** Months of one customer: two lines as an import brings them in, and the rest behind its back, which is quicker. */
async function fillThread(): Promise<string> {
  const { app } = stage.desk!;
  const shopId = await stage.shopId();
  const at = Date.parse('2026-01-05T09:00:00+08:00');
  const turns = [
    { from: 'customer' as const, text: '第 1 句', at },
    { from: 'agent' as const, text: '第 2 句', at: at + 60_000 },
  ];
  const origin = { shopId, source: 'long', group: 'after-sales' } as const;
  await importConversation(app.conversations, origin, {
    id: 'long',
    lang: 'zh',
    channel: 'chat',
    hours: 'always',
    turns,
  });
  const id = importedId(origin, 'long');
  await inShop(app.pool, shopId, async (tx) => {
    tx.send(
      `insert into messages (shop_id, conversation_id, seq, message_id, client_id, episode_id, author, author_id, text, created_at, said_at)
      select shop_id, conversation_id, n, gen_random_uuid(), 'long-' || n, episode_id, author, author_id,
        '第 ' || n || ' 句，' || repeat('想问尺码和发货', 1 + n % 9), created_at, said_at + n * interval '10 minutes'
      from messages, generate_series(3, $3) n where shop_id = $1 and conversation_id = $2 and seq = 2 - n % 2`,
      [shopId, id, length],
    );
    tx.send('update conversations set seq = $3 where shop_id = $1 and conversation_id = $2', [
      shopId,
      id,
      length,
    ]);
  });
  return id;
}

const timeline = ({ page }: Colleague) => page.locator('.timeline [data-virtuoso-scroller]');
const drawn = ({ page }: Colleague) => page.getByTestId('message').count();

/** Scrolls by so many pixels a frame and answers how long each frame took, ascending, ms. */
const scrolled = (colleague: Colleague, by: number, frames = 120) =>
  timeline(colleague).evaluate(
    async (scroller, [step, count]) => {
      const times: number[] = [];
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      let last = await frame();
      for (let i = 0; i < count!; i++) {
        scroller.scrollTop += step!;
        const now = await frame();
        times.push(now - last);
        last = now;
      }
      return times.toSorted((a, b) => a - b);
    },
    [by, frames],
  );

test('ten thousand messages: only what is seen is drawn, and it scrolls', async () => {
  const shen = await stage.colleague('shen');
  const { page } = shen;
  await page.goto(`/c/${conversationId}?m=1`);
  await page.locator('[data-testid=message][data-seq="1"]').waitFor();
  const height = await timeline(shen).evaluate((one) => one.scrollHeight);
  expect(height).toBeGreaterThan(length * 20);
  for (const by of [300, -300]) {
    const times = await scrolled(shen, by);
    // A machine that does much else drops a frame now and then; the usual one is on time.
    expect(times[Math.floor(times.length / 2)], `half of the frames, ${by} px each`).toBeLessThan(50);
    await expect.poll(() => drawn(shen)).toBeLessThan(80);
  }
});

test('what is new is a bar away, and a key', async () => {
  const chen = await stage.colleague('chen');
  const mother = await stage.customer();
  const id = await mother.ask('在吗');
  for (let i = 2; i <= 16; i++) await mother.write(`第 ${i} 句：${'这件衣服的袖口还是开线了，'.repeat(4)}`);
  await mother.page.locator('[data-testid=widget-message][data-seq="16"]').waitFor();
  await chen.open(id);
  const { page } = chen;
  const line = page.locator('.unread-line');
  await line.waitFor();
  const end = page.locator('.to-bottom');
  await expect
    .poll(async () => {
      if (await end.isVisible()) await end.click();
      return page.getByTestId('to-unread').isVisible();
    })
    .toBe(true);
  await expect
    .poll(() => page.getByTestId('to-unread').innerText())
    .toMatch(/^\d\d:\d\d 起有 1[56] 条新消息$/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await page.locator('[data-testid=message][data-landed=true]').waitFor();
  await page.getByTestId('to-unread').waitFor({ state: 'detached' });
});
