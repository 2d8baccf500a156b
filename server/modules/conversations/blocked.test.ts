/** A blocked message never leaves, whichever way it is tried; a rule that fails, fails alone. */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { HoldAnswer, SentAnswer, ThreadAnswer } from '../../../core/api.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { insult } from '../../../core/standard/rules/attitude.insult.ts';
import { privacy } from '../../../core/standard/rules/redline.privacy.ts';
import { newId } from '../../../live/ids.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import { until } from '../../../test/until.ts';

const harmless = '好的，马上帮您看看';
const insulting = '你是猪吗，脑子有病';
const someoneElses = '我帮您问了另一位买家，她的电话是13812345678';

let desk: Desk;
let shop: TestShop;

beforeAll(async () => {
  desk = await startDesk();
  shop = await desk.addShop();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => desk.stop());

describe.each([insulting, someoneElses])('“%s”', (text) => {
  test('doesn’t leave by HTTP, by socket, by hold, nor by trying again', async () => {
    const { agent, visitor, path, conversationId } = await desk.served(shop);
    const customer = await visitor.listening();
    const reply = { clientId: newId(), text };
    const socket = await agent.socket();
    for (let attempt = 0; attempt < 3; attempt++) {
      const answer = await agent.post<Refusal>(`${path}/messages`, reply);
      expect(answer).toMatchObject({ status: 422, body: { code: 'blocked' } });
      expect(await socket.say(conversationId, text, reply)).toMatchObject({
        type: 'refused',
        refusal: { code: 'blocked' },
      });
      expect((await agent.post(`${path}/holds`, reply)).status).toBe(201);
    }
    const supervisor = await desk.signIn(shop, 'supervisor');
    const { holds, messages } = (await supervisor.get<ThreadAnswer>(path)).body;
    expect(messages).toHaveLength(1);
    expect(holds).toHaveLength(1);
    await supervisor.post(`${path}/holds/${holds[0]!.holdId}/refuse`, { reason: '换个说法' });
    const released = { verdict: 'risk-taken', reason: '算了' };
    expect((await supervisor.post(`${path}/holds/${holds[0]!.holdId}/release`, released)).status).toBe(409);

    await agent.post(`${path}/messages`, { clientId: newId(), text: harmless });
    await customer.event('message.posted', (event) => event.text === harmless);
    expect(JSON.stringify(customer.frames)).not.toContain(text);
    expect(customer.events.map((event) => 'seq' in event && event.seq)).toEqual([1, 2]);
  });
});

test('a verdict and the message it lets go are one: when the message can’t leave, nothing was decided', async () => {
  const { agent, path } = await desk.served(shop);
  const supervisor = await desk.signIn(shop, 'supervisor');
  const { holdId } = (await agent.post<HoldAnswer>(`${path}/holds`, { clientId: newId(), text: insulting }))
    .body;
  await supervisor.post(`${path}/take-over`);
  const release = () =>
    supervisor.post<SentAnswer>(`${path}/holds/${holdId}/release`, { verdict: 'wrong', reason: '误判' });
  expect(await release()).toMatchObject({ status: 409, body: { reason: 'not-the-assignee' } });
  expect((await supervisor.get<ThreadAnswer>(path)).body.holds).toMatchObject([{ outcome: null }]);
  await supervisor.post(`${path}/assign`, { agentId: agent.person.agentId });
  const sent = await release();
  expect(sent.status).toBe(201);
  expect((await release()).body, 'pressed twice').toEqual(sent.body);
});

describe('a rule that throws', () => {
  const broken = () => {
    throw new Error('the rule is broken');
  };

  test('and is a red line: the message waits for a person, and supervisors are told', async () => {
    const { agent, visitor, path } = await desk.served(shop);
    const supervisor = await desk.signIn(shop, 'supervisor');
    const wall = await supervisor.listening('wall');
    vi.spyOn(privacy, 'draft').mockImplementation(broken);
    const reply = { clientId: newId(), text: harmless };
    expect(await agent.post(`${path}/messages`, reply)).toMatchObject({
      status: 422,
      body: { code: 'blocked', findings: [{ rule: 'redline.privacy', failed: true }] },
    });
    await wall.event(
      'alert.raised',
      ({ cause }) => cause.kind === 'rule-failed' && cause.rule === 'redline.privacy',
    );
    const { holdId } = (await agent.post<HoldAnswer>(`${path}/holds`, reply)).body;
    const decision = { verdict: 'wrong', reason: '规则出错了' };
    expect((await supervisor.post(`${path}/holds/${holdId}/release`, decision)).status).toBe(201);
    await (await visitor.listening()).event('message.posted', ({ text }) => text === harmless);
  });

  test('and is any other: the message leaves, the others still judge, supervisors are told once', async () => {
    const { agent, visitor, path, conversationId } = await desk.served(shop);
    const supervisor = await desk.signIn(shop, 'supervisor');
    const wall = await supervisor.listening('wall');
    vi.spyOn(insult, 'draft').mockImplementation(broken);
    for (const text of [harmless, '您稍等，我去仓库问一下'])
      expect((await agent.post(`${path}/messages`, { clientId: newId(), text })).status).toBe(201);
    expect((await agent.post(`${path}/messages`, { clientId: newId(), text: someoneElses })).status).toBe(
      422,
    );
    await wall.event(
      'alert.raised',
      ({ cause }) => cause.kind === 'rule-failed' && cause.rule === 'attitude.insult',
    );
    await visitor.say('再不处理就去12315投诉');
    await wall.event('alert.raised', ({ cause }) => cause.kind === 'rule');
    const { alerts } = (await supervisor.get<ThreadAnswer>(path)).body;
    expect(alerts.filter(({ cause }) => cause.kind === 'rule-failed')).toHaveLength(1);
    expect(
      wall.events.filter((event) => event.conversationId === conversationId && event.type === 'alert.raised'),
    ).toHaveLength(alerts.length);
  });

  test('is judged later: when it works again, a review finds what it missed', async () => {
    const { agent, path } = await desk.served(shop);
    const broke = vi.spyOn(insult, 'draft').mockImplementation(broken);
    expect((await agent.post(`${path}/messages`, { clientId: newId(), text: insulting })).status).toBe(201);
    const { alerts } = await until('the alert', async () => {
      const thread = (await agent.get<ThreadAnswer>(path)).body;
      return thread.alerts.length > 0 && thread;
    });
    expect(alerts).toMatchObject([{ cause: { kind: 'rule-failed', rule: 'attitude.insult' } }]);
    broke.mockRestore();
    await agent.post(`${path}/resolve`);
    const { findings, scores } = await until('the score', async () => {
      const thread = (await agent.get<ThreadAnswer>(path)).body;
      return thread.scores.length > 0 && thread;
    });
    expect(findings).toMatchObject([{ rule: 'attitude.insult', messageSeq: 2 }]);
    expect(scores[0]!.lines.map(({ rule }) => rule)).toContain('attitude.insult');
  });
});

test('the failures that were told are those of the broken rules', () => {
  expect(new Set(desk.failures.map(String))).toEqual(new Set(['Error: the rule is broken']));
});
