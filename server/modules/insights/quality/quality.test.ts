/** The figures: right after any history, as long as their lists, seen by whom they concern, and harmless in a spreadsheet. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { QualityAnswer, QualityList } from '../../../../core/quality/answers.ts';
import type { Desk } from '../../../../test/desk.ts';
import { startDesk } from '../../../../test/desk.ts';
import { until } from '../../../../test/until.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(async () => {
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

test('smoke', async () => {
  const shop = await desk.addShop();
  const { agent, path } = await desk.served(shop);
  await agent.post(`${path}/messages`, { clientId: 'reply-00001', text: '您好，这边帮您看一下。' });
  await agent.post(`${path}/resolve`);
  const lead = await desk.signIn(shop, 'lead');
  const body = await until('figures', async () => {
    const a = await lead.get<QualityAnswer>('/api/v1/quality');
    if (a.status !== 200) throw new Error(a.text);
    return a.body.total.episodes > 0 && a.body;
  });
  console.log(JSON.stringify(body, null, 1));
  const list = await lead.get<QualityList>('/api/v1/quality/episodes');
  console.log(list.text);
  console.log((await lead.get<QualityList>('/api/v1/quality/episodes?kind=merit')).text);
  console.log((await lead.get<QualityList>('/api/v1/quality/episodes.csv')).text);
  console.log((await (await desk.signIn(shop, 'reviewer')).get('/api/v1/quality/review')).text);
});
