import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Event } from '../core/events.ts';
import { FakeServer } from '../live/testing.ts';
import type { Chat } from './chat.ts';
import { createChat, unreadOf } from './chat.ts';
import { sendFile } from './more/send-file.ts';
import type { SessionRequest } from './desk.ts';
import { memoryStorage, signedFor } from './testing.ts';

type Answer = { status: number; body: unknown };

const desk = 'https://desk.example';
let server: FakeServer;
let requests: SessionRequest[];
/** The desk's answers to come, in order; when they are used up, a session is given. */
let answers: (Answer | Error)[];
let chat: Chat;

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  requests = [];
  answers = [];
  vi.stubGlobal('window', { localStorage: memoryStorage() });
  vi.stubGlobal('WebSocket', function open(url: string) {
    return server.open(url);
  });
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    const request = JSON.parse(String(init.body)) as SessionRequest;
    requests.push(request);
    const answer = answers.shift() ?? session(request);
    if (answer instanceof Error) throw answer;
    return { ok: answer.status < 400, json: async () => answer.body };
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Every customer has a conversation of their own, named after the token that opens it. */
function session({ visitorToken, identityToken }: SessionRequest): Answer {
  const token = visitorToken ?? (identityToken ? 'customer' : 'visitor');
  const view = { conversationId: `of-${token}`, messages: [], seq: 0, readByAgent: 0, readByCustomer: 0 };
  const shop = { name: '云朵童装', greeting: { zh: '您好', en: 'Hello' }, topics: ['goods'] };
  const given = visitorToken ? null : token;
  return {
    status: 200,
    body: { visitorToken: given, customerName: null, view, hasOlder: false, cursor: 'k0', shop },
  };
}

function refused(status: number, body: object): Answer {
  return { status, body };
}

function begin(identityToken: string | null = null) {
  chat = createChat({ desk, shop: 'yunduo', lang: 'zh-CN', identityToken }, sendFile);
  chat.begin();
}

async function settle(ms = 0) {
  await vi.advanceTimersByTimeAsync(ms);
}

async function online(identityToken: string | null = null) {
  begin(identityToken);
  await settle();
  server.socket.ready();
  await settle();
}

function happen(...events: Partial<Event>[]) {
  const id = server.socket.of('subscribe').at(-1)?.id ?? '';
  server.socket.say({ type: 'events', id, events: events as Event[], cursor: `k${Math.random()}` });
}

function agentSays(seq: number, text: string): Partial<Event> {
  return { type: 'message.posted', seq, messageId: `m${seq}`, author: 'agent', text };
}

describe('the session', () => {
  test('is asked for once, and its token kept for the next page', async () => {
    await online();
    chat.begin();
    expect(requests).toHaveLength(1);
    await online();
    expect(requests[1]).toMatchObject({ shop: 'yunduo', visitorToken: 'visitor' });
  });

  test('is tried again while the desk is not reached', async () => {
    answers = [new TypeError('network'), refused(503, { code: 'unavailable', part: 'database' })];
    begin();
    await settle();
    expect(chat.state().line).toBe('offline');
    await settle(10_000);
    expect(requests).toHaveLength(3);
    expect(chat.state().view?.conversationId).toBe('of-visitor');
  });

  test('waits as long as it is told to', async () => {
    answers = [refused(429, { code: 'too-many', retryAfterSeconds: 30 })];
    begin();
    await settle(29_000);
    expect(requests).toHaveLength(1);
    await settle(1000);
    expect(requests).toHaveLength(2);
  });

  test('with a token that no longer holds is replaced without a word', async () => {
    await online();
    answers = [refused(401, { code: 'unauthenticated' })];
    await online();
    expect(requests.slice(1).map((request) => request.visitorToken)).toEqual(['visitor', undefined]);
    expect(chat.state().refusal).toBeNull();
  });

  test('of a shop that does not exist is not asked for again', async () => {
    answers = [refused(404, { code: 'not-found', what: 'shop' })];
    begin();
    await settle(60_000);
    expect(requests).toHaveLength(1);
    expect(chat.state().refusal).toMatchObject({ code: 'not-found' });
  });

  test('whose line is refused at once is not asked for over and over', async () => {
    begin();
    await settle();
    chat.send('你好');
    server.socket.cut(4401);
    await settle(60_000);
    expect(requests).toHaveLength(1);
    expect(chat.state().outgoing).toMatchObject([{ state: 'sending' }]);
    expect(chat.state().refusal).toMatchObject({ code: 'unauthenticated' });
  });

  test('ended by the desk begins anew', async () => {
    await online();
    server.socket.cut(4401);
    await settle();
    expect(requests).toHaveLength(2);
    expect(requests[1]?.visitorToken).toBeUndefined();
  });
});

describe('a message', () => {
  test('written before there is a session leaves in it, once', async () => {
    begin();
    chat.send('你好');
    await settle();
    server.socket.ready();
    const [{ clientId } = { clientId: '' }] = server.socket.of('send');
    const ack = {
      type: 'ack',
      clientId,
      conversationId: 'of-visitor',
      messageId: 'm1',
      seq: 1,
      at: 0,
    } as const;
    server.socket.say(ack);
    expect(server.socket.of('send')).toMatchObject([{ conversationId: 'of-visitor', text: '你好' }]);
  });

  test('carries the topic that was chosen, the one after it does not', async () => {
    await online();
    chat.choose('goods');
    chat.send('你好');
    const [{ clientId } = { clientId: '' }] = server.socket.of('send');
    const ack = {
      type: 'ack',
      clientId,
      conversationId: 'of-visitor',
      messageId: 'm1',
      seq: 1,
      at: 0,
    } as const;
    server.socket.say(ack);
    chat.send('在吗');
    expect(server.socket.of('send').map((frame) => frame.topic)).toEqual(['goods', undefined]);
  });

  test('written and not answered leaves from the next page under the same id', async () => {
    await online();
    chat.send('你好');
    const [first] = server.socket.of('send');
    await online();
    expect(server.socket.of('send')).toEqual([first]);
    expect(chat.state().outgoing).toMatchObject([{ text: '你好', state: 'sending' }]);
  });

  test('is shown once, when it is both on its way and arrived', async () => {
    await online();
    chat.send('你好');
    const [{ clientId } = { clientId: '' }] = server.socket.of('send');
    happen({ type: 'message.posted', seq: 1, messageId: 'm1', author: 'customer', clientId, text: '你好' });
    expect(chat.state().outgoing).toEqual([]);
    expect(chat.state().view?.messages).toMatchObject([{ seq: 1, clientId }]);
  });

  test('unsent when a customer left the page goes once the next page names them', async () => {
    await online(signedFor('wang'));
    chat.send('你好');
    chat = createChat({ desk, shop: 'yunduo', lang: 'zh-CN', identityToken: null }, sendFile);
    chat.become(signedFor('wang'));
    await settle();
    server.socket.ready();
    expect(requests).toHaveLength(2);
    expect(server.socket.of('send')).toMatchObject([{ conversationId: 'of-customer', text: '你好' }]);
  });

  test('refused says why, and goes again as a new one', async () => {
    await online();
    chat.choose('goods');
    chat.send('你好');
    const [{ clientId } = { clientId: '' }] = server.socket.of('send');
    server.socket.say({ type: 'refused', clientId, refusal: { code: 'invalid', problems: [] } });
    await settle();
    expect(chat.state().outgoing).toMatchObject([{ state: 'failed', refusal: { code: 'invalid' } }]);
    chat.retry(clientId);
    const [, again] = server.socket.of('send');
    expect(again).toMatchObject({ text: '你好', topic: 'goods' });
    expect(again?.clientId).not.toBe(clientId);
    expect(chat.state().outgoing).toHaveLength(1);
  });

  test('unanswered when the session ends goes to the one after it', async () => {
    await online();
    chat.send('你好');
    server.socket.cut(4401);
    await settle();
    server.socket.ready();
    expect(server.socket.of('send')).toMatchObject([{ text: '你好' }]);
    expect(chat.state().outgoing).toMatchObject([{ state: 'sending' }]);
  });
});

describe('a message that could not be stored here', () => {
  test('goes all the same to the session after the one that ended', async () => {
    await online();
    window.localStorage.setItem = () => {
      throw new Error('full');
    };
    chat.send('你好');
    server.socket.cut(4401);
    await settle();
    server.socket.ready();
    expect(server.socket.of('send')).toMatchObject([{ text: '你好' }]);
  });
});

describe('a shared computer', () => {
  test('does not show one customer what another, or nobody, wrote', async () => {
    await online();
    happen(agentSays(1, '给游客的话'));
    chat.send('还没发出的话');
    chat.become(signedFor('wang'));
    expect(chat.state()).toMatchObject({ view: null, outgoing: [] });
    await settle();
    server.socket.ready();
    expect(requests[1]).toMatchObject({ identityToken: signedFor('wang') });
    expect(requests[1]?.visitorToken).toBeUndefined();
    expect(server.socket.of('send')).toEqual([]);
  });

  test('keeps nothing of who signed out, and returns to the visitor', async () => {
    await online();
    await online(signedFor('wang'));
    chat.send('王女士的话');
    chat.signOut();
    await settle();
    expect(requests.at(-1)).toMatchObject({ visitorToken: 'visitor' });
    expect(Object.keys(window.localStorage).filter((key) => key.includes('wang'))).toEqual([]);
  });

  test('goes on as the visitor where the shop has signed for nobody', async () => {
    answers = [refused(401, { code: 'unauthenticated' })];
    begin('expired');
    await settle();
    expect(requests[1]?.identityToken).toBeUndefined();
    expect(chat.state().refusal).toBeNull();
  });

  test('what was written before the shop’s signature was known to fail goes on in the visitor’s chat', async () => {
    answers = [refused(401, { code: 'unauthenticated' })];
    begin(signedFor('wang'));
    chat.send('我是谁');
    await settle();
    expect(chat.state().outgoing).toMatchObject([{ text: '我是谁', state: 'sending' }]);
    server.socket.ready();
    await settle();
    expect(server.socket.of('send')).toMatchObject([{ conversationId: 'of-visitor', text: '我是谁' }]);
    expect(JSON.stringify(Object.entries(window.localStorage))).not.toMatch(/wang.*我是谁/);
  });

  test('what a customer wrote on an earlier page waits for a signature that holds', async () => {
    begin(signedFor('wang'));
    chat.send('王女士的话');
    answers = [refused(401, { code: 'unauthenticated' })];
    begin(signedFor('wang', 1));
    await settle();
    server.socket.ready();
    await settle();
    expect(server.socket.of('send')).toEqual([]);
    expect(JSON.stringify(Object.entries(window.localStorage))).toMatch(/wang.*王女士的话/);
  });

  test('what a customer wrote waits where their signature has run out meanwhile', async () => {
    await online(signedFor('wang'));
    chat.send('王女士的话');
    answers = [refused(401, { code: 'unauthenticated' })];
    server.socket.cut(4401);
    await settle();
    server.socket.ready();
    await settle();
    expect(chat.state().view?.conversationId).toBe('of-visitor');
    expect(server.socket.of('send')).toEqual([]);
    expect(JSON.stringify(Object.entries(window.localStorage))).toMatch(/wang.*王女士的话/);
  });

  test('does not interrupt a customer whose shop has only renewed its token', async () => {
    await online(signedFor('wang', 1));
    chat.become(signedFor('wang', 2));
    await settle();
    expect(requests).toHaveLength(1);
  });
});

describe('what the shop says', () => {
  test('counts as unread until it is looked at', async () => {
    await online();
    happen(agentSays(1, '您好'), agentSays(2, '请说'));
    expect(unreadOf(chat.state())).toBe(2);
    chat.markRead();
    expect(unreadOf(chat.state())).toBe(0);
    expect(server.socket.of('read')).toMatchObject([{ upTo: 2 }]);
  });

  test('of where the customer stands is kept with the visit, and goes with the visitor', async () => {
    const standing = {
      stage: 'waiting',
      closed: null,
      queue: { ahead: 2, minutes: 5 },
      rating: null,
    } as const;
    await online();
    expect(chat.state().standing).toBeNull();
    server.socket.say({ type: 'standing', conversationId: 'of-visitor', standing });
    expect(chat.state().standing).toEqual(standing);
    chat.become(signedFor('wang'));
    expect(chat.state().standing).toBeNull();
  });

  test('is asked for with the token of whoever is here', async () => {
    await online();
    const fetched = vi.fn(async () => ({ ok: true }));
    vi.stubGlobal('fetch', fetched);
    await chat.ask('transcript?lang=en');
    const headers = { authorization: 'Bearer visitor' };
    expect(fetched).toHaveBeenCalledWith('https://desk.example/widget/v1/transcript?lang=en', {
      credentials: 'omit',
      headers,
    });
  });

  test('is announced by typing, which ends with the message or fades', async () => {
    const typing = {
      type: 'typing',
      conversationId: 'of-visitor',
      from: 'agent',
      name: '小云',
      typing: true,
    } as const;
    await online();
    server.socket.say(typing);
    expect(chat.state().typing).toBe('小云');
    happen(agentSays(1, '您好'));
    expect(chat.state().typing).toBeNull();
    server.socket.say(typing);
    await settle(8000);
    expect(chat.state().typing).toBeNull();
  });
});
