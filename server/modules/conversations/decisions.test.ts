/** Decisions that are made once, whoever presses and however often; and the one that time makes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HoldAnswer, ThreadAnswer } from '../../../core/api.ts';
import type { DeskClient } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import { until } from '../../../test/until.ts';

const rude = '说明书不是写了吗，您自己不会看吗？';
const insulting = '你是猪吗，脑子有病';

let desk: Desk;
let shop: TestShop;
let supervisor: DeskClient;
let later = 0;

beforeAll(async () => {
  desk = await startDesk({ now: () => Date.now() + later });
  shop = await desk.addShop();
  supervisor = await desk.signIn(shop, 'supervisor');
});
afterAll(async () => {
  await desk.stop();
  expect(desk.failures).toEqual([]);
});

describe('the agent’s own reason', () => {
  test('opens the lesser blocks after a minute in which no supervisor was there', async () => {
    const served = await desk.served(shop);
    const { agent, path } = served;
    const { holdId, ownReasonFrom, at } = await held(served, rude);
    expect(ownReasonFrom).toBe(at + 60_000);
    const own = () =>
      agent.post<{ reason: string }>(`${path}/holds/${holdId}/release`, {
        verdict: 'own-reason',
        reason: '客户自己要求的',
      });
    expect(await own()).toMatchObject({ status: 409, body: { reason: 'hold-too-young' } });
    later += 61_000;
    const there = await supervisor.available();
    expect(await own()).toMatchObject({ status: 409, body: { reason: 'supervisor-at-hand' } });
    await there.end();
    const sent = await until('the reply', async () => {
      const answer = await own();
      return answer.status === 201 && answer.body;
    });
    expect((await own()).body, 'pressed twice').toEqual(sent);
    const settled = await until('the verdict', async () => {
      const { findings } = await read<ThreadAnswer>(supervisor, path);
      return findings.find((one) => one.verdict !== null);
    });
    expect(settled.verdict).toBe('own-reason');
  });

  test('never opens an insult, and never somebody else’s reply', async () => {
    const served = await desk.served(shop);
    const { path } = served;
    const insult = await held(served, insulting);
    const other = await held(served, rude);
    later += 61_000;
    const decision = { verdict: 'own-reason', reason: '客户自己要求的' };
    expect(await served.agent.post(`${path}/holds/${insult.holdId}/release`, decision)).toMatchObject({
      status: 409,
      body: { reason: 'never-opens' },
    });
    const lead = await desk.signIn(shop, 'lead');
    expect((await lead.post(`${path}/holds/${other.holdId}/release`, decision)).status).toBe(403);
    expect((await read<ThreadAnswer>(supervisor, path)).messages).toHaveLength(1);
  });
});

describe('two at once', () => {
  test('claim: one gets it', async () => {
    const { path } = await waiting();
    const agent = await desk.signIn(shop, 'agent');
    const lead = await desk.signIn(shop, 'lead');
    const answers = await Promise.all([agent.post(`${path}/claim`), lead.post(`${path}/claim`)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const marks = (await read<ThreadAnswer>(supervisor, path)).marks;
    expect(marks.filter(({ event }) => event.type === 'episode.assigned')).toHaveLength(1);
  });

  test('decide on one held reply: one decision stands, whatever the other was', async () => {
    const served = await desk.served(shop);
    const { path } = served;
    const { holdId } = await held(served, rude);
    const answers = await Promise.all([
      supervisor.post(`${path}/holds/${holdId}/refuse`, { reason: '不行' }),
      supervisor.post(`${path}/holds/${holdId}/release`, { verdict: 'wrong', reason: '可以' }),
      served.agent.post(`${path}/holds/${holdId}/withdraw`),
    ]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    const { holds, messages } = await read<ThreadAnswer>(supervisor, path);
    expect(messages).toHaveLength(holds[0]!.outcome === 'released' ? 2 : 1);
    const decided = await desk.app.conversations.road.take({
      shopId: shop.shopId,
      conversationId: served.conversationId,
      decide: () => [],
    });
    expect(decided.conversation.heldReplies).toBe(0);
  });

  test('ask for the same hold: it is one', async () => {
    const served = await desk.served(shop);
    const asked = { clientId: `hold-${crypto.randomUUID()}`.slice(0, 30), text: rude };
    const answers = await Promise.all(
      [1, 2, 3].map(() => served.agent.post<HoldAnswer>(`${served.path}/holds`, asked)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.holdId)).size).toBe(1);
  });

  test('acknowledge one alert: counted once', async () => {
    const { visitor, path } = await desk.served(shop);
    await visitor.say('我要打12315投诉你们');
    await visitor.say('宝宝穿了以后全身起红疹，已经送医院了');
    const { alerts } = await until('alerts', async () => {
      const thread = await read<ThreadAnswer>(supervisor, path);
      return thread.alerts.length >= 2 && thread;
    });
    const acknowledge = () => supervisor.post(`/api/v1/alerts/${alerts[0]!.alertId}/acknowledge`);
    await Promise.all([acknowledge(), acknowledge(), acknowledge()]);
    const after = await read<ThreadAnswer>(supervisor, path);
    expect(after.conversation.openAlerts).toBe(after.alerts.length - 1);
  });
});

async function waiting() {
  const visitor = await desk.visit(shop);
  await visitor.say('衣服尺码不对，想换一件');
  return { visitor, path: `/api/v1/conversations/${visitor.conversationId}` };
}

async function held({ agent, path }: { agent: DeskClient; path: string }, text: string): Promise<HoldAnswer> {
  const words = reply(text);
  expect((await agent.post(`${path}/messages`, words)).status, 'blocked').toBe(422);
  const { status, body } = await agent.post<HoldAnswer>(`${path}/holds`, words);
  expect(status).toBe(201);
  return body;
}

function reply(text: string) {
  return { clientId: crypto.randomUUID(), text };
}

async function read<T>(client: DeskClient, path: string): Promise<T> {
  const { status, body, text } = await client.get<T>(path);
  expect(status, text).toBe(200);
  return body;
}
