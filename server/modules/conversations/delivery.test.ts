/** Stored exactly once, in one order, and only then acknowledged: on two nodes over one database. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SentAnswer } from '../../../core/api.ts';
import { customerWrites } from '../../../core/conversations/transitions.ts';
import { newId } from '../../../live/ids.ts';
import type { DeskClient, Visitor } from '../../../test/client.ts';
import { DeskClient as DeskClientOn, Visitor as VisitorOn } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import { until } from '../../../test/until.ts';

let desk: Desk;
let other: Desk;
let shop: TestShop;
let owner: pg.Client;

beforeAll(async () => {
  desk = await startDesk();
  other = await startDesk({ database: desk.database });
  shop = await desk.addShop();
  owner = new pg.Client({ connectionString: desk.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await other.stop();
  await desk.stop();
});

describe('acknowledged means committed', () => {
  test('no ack while the commit can’t be made, and the ack when it is', async () => {
    const { visitor, conversationId } = await desk.served(shop);
    const socket = await visitor.socket();
    await owner.query('begin; lock table events in share mode');
    const clientId = newId();
    socket.send({ type: 'send', clientId, conversationId, text: '提交前' });
    await until('a write that waits for the lock', async () => {
      const { rows } = await owner.query(
        'select 1 from pg_locks where not granted and relation = $1::regclass',
        ['events'],
      );
      return rows.length > 0;
    });
    await socket.roundTrip();
    expect(socket.of('ack')).toEqual([]);
    await owner.query('rollback');
    const { seq } = await socket.frame('ack', (frame) => frame.clientId === clientId);
    expect(await storedText(conversationId, seq)).toBe('提交前');
  });

  test('at the moment of each ack another connection finds it stored', async () => {
    const { visitor, conversationId } = await desk.served(shop);
    for (let i = 0; i < 20; i++) {
      const { seq } = await visitor.say(`第${i}句`);
      expect(await storedText(conversationId, seq)).toBe(`第${i}句`);
    }
  });
});

describe('the same message again', () => {
  const once = { clientId: 'the-same-1', text: '好的，马上帮您看看' };

  test('gets the same number, by HTTP or socket, and is stored once', async () => {
    const { agent, path, conversationId } = await desk.served(shop);
    const first = await agent.post<SentAnswer>(`${path}/messages`, once);
    expect(first.status).toBe(201);
    expect((await agent.post(`${path}/messages`, once)).body).toEqual(first.body);
    const socket = await agent.socket();
    expect(await socket.say(conversationId, once.text, once)).toMatchObject({ type: 'ack', ...first.body });
    expect(await seqsOf(conversationId)).toEqual([1, 2]);
  });

  test('from two connections and two nodes at once is one message', async () => {
    const { agent, path, conversationId, visitor } = await desk.served(shop);
    const away = onOther(agent);
    const answers = await Promise.all(
      [agent, away, agent, away].map((client) => client.post<SentAnswer>(`${path}/messages`, once)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    for (const { body } of answers) expect(body).toEqual(answers[0]!.body);

    const sockets = await Promise.all([visitor, visitor, visitorOnOther(visitor)].map((one) => one.socket()));
    const asked = { clientId: 'the-same-2' };
    const acks = await Promise.all(sockets.map((socket) => socket.say(conversationId, '在吗', asked)));
    expect(acks[0]).toMatchObject({ type: 'ack', seq: 3 });
    expect(acks[1]).toEqual(acks[0]);
    expect(acks[2]).toEqual(acks[0]);
    expect(await seqsOf(conversationId)).toEqual([1, 2, 3]);
  });

  test('keeps its number after the conversation went to somebody else, and was closed', async () => {
    const { agent, path } = await desk.served(shop);
    const supervisor = await desk.signIn(shop, 'supervisor');
    const first = await agent.post<SentAnswer>(`${path}/messages`, once);
    for (const step of ['take-over', 'resolve']) {
      expect((await supervisor.post(`${path}/${step}`)).status).toBe(200);
      for (const client of [agent, onOther(agent)])
        expect(await client.post(`${path}/messages`, once)).toMatchObject({ status: 201, body: first.body });
    }
    expect((await agent.post(`${path}/messages`, { ...once, clientId: 'another-1' })).status).toBe(409);
  });

  test('with other words is refused, and changes nothing', async () => {
    const { agent, path, conversationId } = await desk.served(shop);
    const first = await agent.post<SentAnswer>(`${path}/messages`, once);
    const changed = { ...once, text: '亲，这就去查' };
    expect(await agent.post(`${path}/messages`, changed)).toMatchObject({
      status: 409,
      body: { reason: 'client-id-reused' },
    });
    expect(await storedText(conversationId, first.body.seq)).toBe(once.text);
    const socket = await agent.socket();
    expect(await socket.say(conversationId, changed.text, changed)).toMatchObject({
      type: 'refused',
      refusal: { reason: 'client-id-reused' },
    });
    const both = await Promise.all([
      agent.post(`${path}/messages`, { clientId: 'the-same-3', text: '一' + once.text }),
      onOther(agent).post(`${path}/messages`, { clientId: 'the-same-3', text: '二' + once.text }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await seqsOf(conversationId)).toEqual([1, 2, 3]);
  });
});

describe('eight writers at once', () => {
  const each = 25;

  test('on one conversation: sent, acknowledged, stored and seen are the same, in one order', async () => {
    const { agent, visitor, conversationId } = await desk.served(shop);
    const seen = await visitor.listening();
    const seenAway = await visitorOnOther(visitor).listening();
    const writers = [agent, onOther(agent), visitor, visitorOnOther(visitor)];
    const acked = (
      await Promise.all([...writers, ...writers].map((one, i) => write(one, conversationId, `写${i}`)))
    ).flat();

    const stored = await messagesOf(conversationId);
    expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, i) => i + 1));
    expect(
      stored
        .slice(1)
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(acked.map(({ text }) => text).toSorted());
    for (const { seq, text } of acked) expect(stored[seq - 1]!.text).toBe(text);
    for (let writer = 0; writer < 8; writer++) {
      const own = stored.filter(({ text }) => text.startsWith(`写${writer} `));
      expect(
        own.map(({ text }) => text),
        'each writer in their own order',
      ).toEqual(Array.from({ length: each }, (_, i) => `写${writer} 第${i}句话`));
    }
    for (const socket of [seen, seenAway]) {
      await socket.event('message.posted', ({ seq }) => seq === stored.length);
      const posted = socket.events.filter((event) => event.type === 'message.posted');
      expect(posted.map(({ seq, text }) => ({ seq, text }))).toEqual(stored);
    }
  });

  test('on eight conversations: each is whole, and who listens to the shop sees all of it once', async () => {
    const supervisor = await desk.signIn(shop, 'supervisor');
    const all = await supervisor.listening('inbox');
    const visitors = await Promise.all(Array.from({ length: 8 }, () => desk.visit(shop)));
    await Promise.all(
      visitors.map((visitor, i) =>
        write(i % 2 ? visitor : visitorOnOther(visitor), visitor.conversationId, `写${i}`),
      ),
    );
    for (const { conversationId } of visitors) {
      const stored = await messagesOf(conversationId);
      expect(stored.map(({ seq }) => seq)).toEqual(Array.from({ length: each }, (_, i) => i + 1));
      await all.event(
        'message.posted',
        (event) => event.conversationId === conversationId && event.seq === each,
      );
      const posted = all.events.filter(
        (event) => event.type === 'message.posted' && event.conversationId === conversationId,
      );
      expect(posted.map((event) => 'seq' in event && event.seq)).toEqual(stored.map(({ seq }) => seq));
    }
  });

  async function write(writer: DeskClient | Visitor, conversationId: string, name: string) {
    const socket = await writer.socket();
    const acked: { seq: number; text: string }[] = [];
    for (let i = 0; i < each; i++) {
      const text = `${name} 第${i}句话`;
      const answer = await socket.say(conversationId, text);
      if (answer.type !== 'ack') throw new Error(JSON.stringify(answer.refusal));
      acked.push({ seq: answer.seq, text });
    }
    await socket.end();
    return acked;
  }
});

describe('message and event', () => {
  test('are written together or not at all, and one that can’t be does not harm the others', async () => {
    await owner.query(`
      create function refuse_event() returns trigger language plpgsql as $$ begin
        if exists (select 1 from messages m where m.shop_id = new.shop_id and m.conversation_id = new.conversation_id
          and m.seq = (new.data->>'seq')::int and m.text = '写不进去')
        then raise exception 'the event is not written'; end if;
        return new; end $$;
      create trigger refuse_event before insert on events for each row when (new.type = 'message.posted') execute function refuse_event()`);
    const { visitor, conversationId } = await desk.served(shop);
    const neighbour = await desk.visit(shop);
    const [bad, good] = await Promise.all([visitor.socket(), neighbour.socket()]);
    const clientId = newId();
    bad.send({ type: 'send', clientId, conversationId, text: '写不进去' });
    const answers = await Promise.all(
      ['一', '二', '三'].map((text) => good.say(neighbour.conversationId, text)),
    );
    expect(answers.map(({ type }) => type)).toEqual(['ack', 'ack', 'ack']);
    await until('the close: it may be sent again', () => bad.closed === 1011);
    expect(await seqsOf(conversationId)).toEqual([1]);
    expect(await eventsOf(conversationId)).toEqual(['1']);

    const [failed, written] = await Promise.allSettled([
      inOneBatch(conversationId, '写不进去'),
      inOneBatch(neighbour.conversationId, '四'),
    ]);
    expect([failed.status, written.status]).toEqual(['rejected', 'fulfilled']);

    await owner.query('drop trigger refuse_event on events; drop function refuse_event');
    const again = await (await visitor.socket()).say(conversationId, '写不进去', { clientId });
    expect(again).toMatchObject({ type: 'ack', seq: 2 });
    expect(await eventsOf(conversationId)).toEqual(['1', '2']);
    expect(desk.failures.splice(0).map(String)).toContainEqual(
      expect.stringContaining('the event is not written'),
    );
  });
});

/** Taken in the same turn of the event loop, changes share a transaction. */
function inOneBatch(conversationId: string, text: string) {
  const message = { messageId: crypto.randomUUID(), clientId: newId(), text };
  const arrival = { customerName: null, channel: 'widget', group: 'pre-sales', wantsAnswer: true } as const;
  return desk.app.conversations.road.take({
    shopId: shop.shopId,
    conversationId,
    message,
    decide: (one) =>
      customerWrites(one, message, {
        ...arrival,
        customerId: one.customerId,
        episodeId: one.episode!.episodeId,
      }),
  });
}

test('who just got a conversation may answer at once, though the log stands still', async () => {
  const { visitor, path } = await desk.served(shop);
  const supervisor = await desk.signIn(shop, 'supervisor');
  const presales = await desk.signIn(shop, 'presales');
  await onOther(presales).get(path);
  await owner.query('begin; select pg_current_xact_id()');
  await supervisor.post(`${path}/assign`, { agentId: presales.person.agentId });
  for (const client of [presales, onOther(presales)]) {
    const sent = await client.post(`${path}/messages`, { clientId: newId(), text: '您好，我来接着帮您看' });
    expect(sent.status, sent.text).toBe(201);
  }
  await owner.query('rollback');
  await (await visitor.listening()).event('message.posted', ({ seq }) => seq === 3);
});

test('nothing else failed on the way', () => {
  expect([...desk.failures, ...other.failures]).toEqual([]);
});

/** The same person's browser, on the other node. */
function onOther(client: DeskClient): DeskClient {
  return new DeskClientOn(other.url, desk.heard, client.person, client.me, client.token);
}

function visitorOnOther({ session, token }: Visitor): Visitor {
  return new VisitorOn(other.url, desk.heard, shop, session, token);
}

async function messagesOf(conversationId: string): Promise<{ seq: number; text: string }[]> {
  const { rows } = await owner.query<{ seq: number; text: string }>(
    'select seq, text from messages where conversation_id = $1 order by seq',
    [conversationId],
  );
  return rows;
}

async function seqsOf(conversationId: string): Promise<number[]> {
  return (await messagesOf(conversationId)).map(({ seq }) => seq);
}

async function storedText(conversationId: string, seq: number): Promise<string | undefined> {
  return (await messagesOf(conversationId)).find((one) => one.seq === seq)?.text;
}

async function eventsOf(conversationId: string): Promise<string[]> {
  const { rows } = await owner.query<{ seq: string }>(
    `select data->>'seq' as seq from events where conversation_id = $1 and type = 'message.posted' order by event_id`,
    [conversationId],
  );
  return rows.map(({ seq }) => seq);
}
