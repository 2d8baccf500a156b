import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { demoSlug } from '../../demo/shop.ts';
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

/** Months of one customer, as an import brings them in. */
async function fillThread(): Promise<string> {
  const { app } = stage.desk!;
  const { shopId } = (await app.shops.bySlug(demoSlug))!;
  const origin = { shopId, source: 'long', group: 'after-sales' } as const;
  const begun = Date.parse('2026-01-05T09:00:00+08:00');
  const turns = Array.from({ length }, (_, i) => ({
    from: i % 2 ? ('agent' as const) : ('customer' as const),
    text:
      i % 2
        ? `第 ${i + 1} 句：好的，这件是 ${i} 号柜的，给您查一下物流。`
        : `第 ${i + 1} 句，${'想问尺码'.repeat(1 + (i % 7))}`,
    at: begun + i * 20 * 60_000,
  }));
  const past = { id: 'long', lang: 'zh', channel: 'chat', hours: 'always', turns } as const;
  expect((await importConversation(app.conversations, origin, { ...past, turns })).state).toBe('imported');
  return importedId(origin, 'long');
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

const p95 = (times: number[]) => times[Math.floor(times.length * 0.95)]!;

test('ten thousand messages: only what is seen is drawn, and it scrolls', async () => {
  const shen = await stage.colleague('shen');
  const { page } = shen;
  await page.goto(`/c/${conversationId}?m=1`);
  await page.locator('[data-testid=message][data-seq="1"]').waitFor();
  const height = await timeline(shen).evaluate((one) => one.scrollHeight);
  expect(height).toBeGreaterThan(length * 40);
  for (const [name, by] of [
    ['down', 300],
    ['fast', 3000],
    ['up', -300],
  ] as const) {
    const times = await scrolled(shen, by);
    console.log(name, 'p50', times[60], 'p95', p95(times), 'max', times.at(-1), 'drawn', await drawn(shen));
  }
  expect(await drawn(shen)).toBeLessThan(80);
});
