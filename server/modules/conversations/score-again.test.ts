/** An episode that is judged again is judged by the working hours that it was scored by. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ThreadAnswer } from '../../../core/api.ts';
import { newId } from '../../../live/ids.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import { until } from '../../../test/until.ts';
import { inShop } from '../../platform/database/pool.ts';
import { scoreEpisode } from './score-episode.ts';

let desk: Desk;
/** Nobody works at night. */
let now = Date.parse('2026-11-23T02:00:00+08:00');
const hours = { zone: '+08:00', hours: [['09:00', '18:00']] };
beforeAll(async () => void (desk = await startDesk({ now: () => now })));
afterAll(async () => {
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

test('a score stays what it was when the shop works other hours since', async () => {
  const shop = await desk.addShop({ settings: { hours: hours as never } });
  const { agent, path, conversationId } = await desk.served(shop);
  now += 30 * 60_000;
  await agent.post(`${path}/messages`, { clientId: newId(), text: '您好，马上帮您看看这件衣服的尺码。' });
  await agent.post(`${path}/resolve`);
  const [before] = await until('the score', async () => {
    const { scores } = (await agent.get<ThreadAnswer>(path)).body;
    return scores.length > 0 && scores;
  });
  expect(before!.lines.map((line) => line.rule)).not.toContain('timing.slow-reply');

  const admin = await desk.signIn(shop, 'administrator');
  expect((await admin.put('/api/v1/hours', { hours: 'always', basedOn: 0 })).status).toBe(200);
  await scoreEpisode(desk.app.conversations, shop.shopId, conversationId, before!.episodeId);
  expect((await agent.get<ThreadAnswer>(path)).body.scores).toEqual([before]);

  const { body } = await admin.post<{ findings: { rule: string }[] }>('/api/v1/standard/try', {
    conversationId,
    rulesOff: [],
  });
  expect(body.findings.map((one) => one.rule)).not.toContain('timing.slow-reply');
});

test('a verdict that comes while it is judged counts all the same', async () => {
  const shop = await desk.addShop();
  const { shopId } = shop;
  const { agent, path, conversationId } = await desk.served(shop);
  now += 30 * 60_000;
  await agent.post(`${path}/messages`, { clientId: newId(), text: '您好，马上帮您看看这件衣服的尺码。' });
  await agent.post(`${path}/resolve`);
  const scores = async () => (await agent.get<ThreadAnswer>(path)).body.scores;
  const [before] = await until('the score', async () => {
    const known = await scores();
    return known.length > 0 && known;
  });
  expect(before!.lines.map((line) => line.rule)).toEqual(['timing.slow-reply']);

  const { conversations, pool } = desk.app;
  let judged = 0;
  const road = {
    ...conversations.road,
    async take(change: Parameters<typeof conversations.road.take>[0]) {
      if (++judged === 1)
        await inShop(pool, shopId, async (tx) =>
          tx.send(`update findings set verdict = 'wrong' where shop_id = $1 and conversation_id = $2`, [
            shopId,
            conversationId,
          ]),
        );
      return conversations.road.take(change);
    },
  };
  await scoreEpisode({ ...conversations, road }, shopId, conversationId, before!.episodeId);
  expect(judged).toBe(2);
  expect((await scores())[0]).toMatchObject({ lines: [], points: 100 });
});
