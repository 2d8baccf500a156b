/** What a node remembers of a conversation and hands to its own reader: never another truth than the database's. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Event } from '../../../core/events.ts';
import { newId } from '../../../live/ids.ts';
import { DeskClient as DeskClientOn } from '../../../test/client.ts';
import type { DeskClient } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import { inShop } from '../../platform/database/pool.ts';
import { scoreEpisode } from './score-episode.ts';

let desk: Desk;
let other: Desk;
let shop: TestShop;

beforeAll(async () => {
  desk = await startDesk();
  other = await startDesk({ database: desk.database });
  shop = await desk.addShop();
});
afterAll(async () => {
  await other.stop();
  await desk.stop();
  expect([...desk.failures, ...other.failures]).toEqual([]);
});

test('what another node did since is seen before anything is decided', async () => {
  const { agent, visitor, path } = await desk.served(shop);
  const away = onOther(agent);
  const seqOf = async (client: DeskClient, text: string) =>
    (await client.post<{ seq: number }>(`${path}/messages`, { clientId: newId(), text })).body.seq;
  const seqs = [
    await seqOf(agent, '您好'),
    await seqOf(away, '在的'),
    await seqOf(agent, '您请说'),
    (await visitor.say('尺码怎么选')).seq,
    await seqOf(away, '看身高就行'),
  ];
  expect(seqs).toEqual([2, 3, 4, 5, 6]);
  await away.post(`${path}/resolve`, {});
  const late = await agent.post(`${path}/messages`, { clientId: newId(), text: '还在吗' });
  expect(late.status).toBe(409);
});

test('an error while writing forgets what was remembered, and the next change stands right', async () => {
  const { agent, path } = await desk.served(shop);
  const clientId = newId();
  const say = (text: string, id = newId()) => agent.post(`${path}/messages`, { clientId: id, text });
  await say('第一句', clientId);
  const [again, next] = await Promise.all([say('第一句', clientId), say('第二句')]);
  expect([again.body, next.body]).toMatchObject([{ seq: 2 }, { seq: 3 }]);
});

test('both nodes deliver the same: the one that wrote from memory, and the one that reads the log', async () => {
  const supervisor = await desk.signIn(shop, 'supervisor');
  const here = await supervisor.listening('inbox');
  const there = await onOther(supervisor).listening('inbox');
  const { agent, visitor, conversationId, path } = await desk.served(shop);
  await agent.post(`${path}/messages`, { clientId: newId(), text: '您好，我来帮您看' });
  await agent.post(`${path}/read`, { upTo: 2 });
  await visitor.say('等了三天了，太失望了！！');
  await agent.post(`${path}/notes`, { text: '客户着急' });
  await agent.post(`${path}/transfer`, { to: { group: 'pre-sales' }, note: '请接着看' });
  await visitor.say('在吗');
  const last = (event: Event) => event.type === 'message.posted' && event.text === '在吗';
  for (const socket of [here, there]) await socket.event('message.posted', last);
  const seen = [here, there].map(({ events }) => {
    const ours = events.filter((event) => event.conversationId === conversationId);
    return ours.slice(0, ours.findIndex(last) + 1);
  });
  expect(new Set(seen[0]!.map(({ type }) => type)).size).toBeGreaterThan(5);
  expect(seen[0]).toEqual(seen[1]);
});

test('an episode that is asked to be scored again is scored once', async () => {
  const { agent, conversationId, path } = await desk.served(shop);
  const socket = await agent.listening('inbox');
  await agent.post(`${path}/resolve`, {});
  const { episodeId } = await socket.event(
    'episode.scored',
    (event) => event.conversationId === conversationId,
  );
  await scoreEpisode(desk.app.conversations, shop.shopId, conversationId, episodeId);
  const scored = await inShop(desk.app.pool, shop.shopId, (tx) =>
    tx.query(`select 1 from events where conversation_id = $1 and type = 'episode.scored'`, [conversationId]),
  );
  expect(scored).toHaveLength(1);
});

/** The same person's browser, on the other node. */
function onOther(client: DeskClient): DeskClient {
  return new DeskClientOn(other.url, desk.heard, client.person, client.me, client.token);
}
