/** A past conversation comes in once, whole and scored, and nothing reacts to it as if it happened now. */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { InboxPage, ThreadAnswer } from '../../../core/api.ts';
import { apply } from '../../../core/conversations/apply.ts';
import { newConversation } from '../../../core/conversations/conversation.ts';
import { nowOf, readCase } from '../../../core/standard/case-form.ts';
import { review } from '../../../core/standard/check.ts';
import type { Conversation as Reviewed } from '../../../core/standard/facts.ts';
import type { QualityList } from '../../../core/quality/answers.ts';
import type { DeskClient } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import { until } from '../../../test/until.ts';
import { importConversation, importedId } from './import-conversation.ts';

let desk: Desk;
let shop: TestShop;
let supervisor: DeskClient;
let owner: pg.Client;

beforeAll(async () => {
  desk = await startDesk();
  owner = new pg.Client({ connectionString: desk.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await desk.stop();
});
beforeEach(async () => {
  shop = await desk.addShop();
  supervisor = await desk.signIn(shop, 'supervisor');
});

const rude = '难道您自己不会看说明书吗？';

const untimed = {
  id: 'a-1',
  lang: 'zh',
  channel: 'chat',
  turns: [
    { from: 'customer', text: '连体衣洗了一次就起球' },
    { from: 'agent', text: rude },
    { from: 'system', text: '本次会话已转为留言' },
    { from: 'customer', text: '那算了' },
  ],
};

const timed = {
  ...untimed,
  id: 'a-2',
  channel: 'phone',
  turns: [
    { from: 'customer', text: '喂，你好', at: '2026-03-02T09:00:00+08:00' },
    {
      from: 'agent',
      text: '您好，请讲',
      at: '2026-03-02T09:00:05+08:00',
      until: '2026-03-02T09:00:07+08:00',
    },
  ],
  ended: { by: 'customer', at: '2026-03-02T09:01:00+08:00' },
};

const at = (time: string) => Date.parse(time);

function past(form: object): Reviewed {
  const read = readCase(form);
  if ('fault' in read) throw new Error(read.fault.why);
  return read.conversation;
}

const origin = (source = 'file') => ({ shopId: shop.shopId, source, group: 'after-sales' as const });

function bring(form: object, source?: string) {
  return importConversation(desk.app.conversations, origin(source), past(form));
}

async function read(id: string, source?: string): Promise<ThreadAnswer> {
  const path = `/api/v1/conversations/${importedId(origin(source), id)}`;
  const { status, body } = await supervisor.get<ThreadAnswer>(path);
  expect(status).toBe(200);
  return body;
}

test('it is there, closed, with every message, finding and its score', async () => {
  const outcome = await bring(untimed);
  const thread = await read('a-1');
  expect(thread.conversation).toMatchObject({ state: 'closed', channel: 'import', seq: 4, unread: 0 });
  expect(thread.messages.map(({ seq, author, text }) => ({ seq, from: author, text }))).toEqual(
    untimed.turns.map((turn, i) => ({ seq: i + 1, ...turn })),
  );
  const { findings } = review(past(untimed), nowOf(past(untimed)));
  expect(
    thread.findings.map(({ rule, messageSeq, start }) => ({ rule, turn: messageSeq - 1, start })),
  ).toEqual(findings.map(({ rule, turn, start }) => ({ rule, turn, start })));
  expect(thread.scores).toMatchObject([
    { points: 80, lines: [{ rule: 'attitude.rhetorical', messageSeq: 2, points: -20 }] },
  ]);
  expect(outcome).toEqual({ state: 'imported', points: 80 });
});

test('the agent is nobody in particular', async () => {
  await bring(untimed);
  const { messages } = await read('a-1');
  expect(messages[1]).toMatchObject({ author: 'agent', authorId: null, authorName: null });
});

test('without times none is invented, and timing is not judged', async () => {
  await bring(untimed);
  const { messages, scores } = await read('a-1');
  expect(messages.map(({ saidAt }) => saidAt)).toEqual([null, null, null, null]);
  expect(scores[0]!.notJudged).toContainEqual({ rule: 'timing.slow-reply', why: 'no-times' });
});

test('with times they are its own, to the second', async () => {
  await bring(timed);
  const { conversation, messages, scores } = await read('a-2');
  expect(messages.map(({ saidAt }) => saidAt)).toEqual(timed.turns.map((turn) => at(turn.at)));
  expect(conversation).toMatchObject({
    channel: 'phone',
    activityAt: at(timed.ended.at),
    episode: { openedAt: at(timed.turns[0]!.at), closedAt: at(timed.ended.at) },
  });
  expect(scores[0]!.notJudged).not.toContainEqual({ rule: 'timing.slow-reply', why: 'no-times' });
});

test('one rule twice in one message is one finding', async () => {
  await bring({ ...untimed, turns: [untimed.turns[0], { from: 'agent', text: `${rude}${rude}` }] });
  expect((await read('a-1')).findings).toHaveLength(1);
});

test('a second time, and twice at once, nothing changes', async () => {
  const both = await Promise.all([bring(untimed), bring(untimed)]);
  expect(both.map(({ state }) => state).toSorted()).toEqual(['already-there', 'imported']);
  const before = await read('a-1');
  expect(await bring(untimed)).toEqual({ state: 'already-there' });
  expect({ ...(await read('a-1')), cursor: '' }).toEqual({ ...before, cursor: '' });
});

test('the same id with other words is told, and what was there stays', async () => {
  await bring(untimed);
  expect(await bring({ ...untimed, turns: timed.turns })).toEqual({ state: 'differs' });
  expect((await read('a-1')).messages).toHaveLength(4);
});

test('the same id of another source is another conversation', async () => {
  await bring(untimed);
  expect(await bring({ ...untimed, turns: timed.turns }, 'elsewhere')).toMatchObject({ state: 'imported' });
  expect((await read('a-1', 'elsewhere')).messages).toHaveLength(2);
});

test.for([
  ['without times', untimed],
  ['with times', timed],
] as const)('%s, its event folds to the row of the inbox', async ([, form]) => {
  const socket = await supervisor.listening('inbox');
  await bring(form);
  const id = importedId(origin(), form.id);
  const event = await socket.event('conversation.imported', ({ conversationId }) => conversationId === id);
  const { body } = await supervisor.get<InboxPage>('/api/v1/conversations?view=all');
  expect(apply(newConversation(id), event)).toEqual(body.rows.find((row) => row.conversationId === id));
});

test('nothing follows from it, and the log holds no words of it', async () => {
  const furious = { from: 'customer', text: '我要打12315投诉你们' };
  await bring({ ...untimed, turns: [furious, ...untimed.turns] });
  // What follows from a live message has been done in the log's order, so after anything that followed from the import.
  const wall = await supervisor.listening('wall');
  const visitor = await desk.visit(shop);
  await visitor.say(furious.text);
  await wall.event('alert.raised', ({ conversationId }) => conversationId === visitor.conversationId);
  const { rows } = await owner.query<{ type: string; data: unknown }>(
    'select type, data from events where conversation_id = $1',
    [importedId(origin(), 'a-1')],
  );
  expect(rows.map(({ type }) => type)).toEqual(['conversation.imported']);
  expect(JSON.stringify(rows)).not.toMatch(/12315|说明书|那算了/);
});

test('its customer’s data is sealed, and masked for those who read it', async () => {
  const customer = { name: '贺女士', phones: ['13900001234'], addresses: [], orders: ['DD20260302007'] };
  await bring({ ...untimed, context: { customer } });
  const { customer: card } = await read('a-1');
  expect(card).toMatchObject({ name: '贺女士', phones: ['139****1234'], orders: ['DD20****2007'] });
  const { rows } = await owner.query<{ sealed: Buffer }>(
    'select sealed from customer_contacts where shop_id = $1',
    [shop.shopId],
  );
  expect(rows).toHaveLength(2);
  for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toMatch(/13900001234|DD2026/);
});

test('where the source knows who served, the words, the findings and the figures are theirs', async () => {
  const { agentId, name } = shop.people.agent;
  await importConversation(desk.app.conversations, { ...origin(), agentId }, past(timed));
  const { messages } = await read('a-2');
  expect(messages.map(({ author, authorName }) => [author, authorName])).toEqual([
    ['customer', null],
    ['agent', name],
  ]);
  await until('the figures', async () => {
    const { body } = await supervisor.get<QualityList>(
      '/api/v1/quality/episodes?from=2026-03-01&to=2026-03-31',
    );
    return body.rows.some(({ agentName }) => agentName === name);
  });
});
