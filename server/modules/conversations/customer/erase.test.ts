import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  CustomerDouble,
  CustomerField,
  CustomerSide,
  HoldAnswer,
  ProblemDetails,
  SearchAnswer,
  Tag,
  ThreadAnswer,
  UploadAnswer,
} from '../../../../core/api.ts';
import type { Answer, DeskClient, Visitor } from '../../../../test/client.ts';
import type { Desk } from '../../../../test/desk.ts';
import { startDesk } from '../../../../test/desk.ts';
import { pdf } from '../../../../test/files.ts';
import type { TestShop } from '../../../../test/shops.ts';
import { until } from '../../../../test/until.ts';

/** Nobody else in the database says any of it. */
const word = '琉璃盏';
const name = `诸葛${word}`;
const phone = '13987654321';
const address = `${word}路17号`;
const order = 'YD2026LLZ';
const account = 'member-liulizhan';
const secrets = [word, phone, order, account];

let desk: Desk;
let shop: TestShop;
let owner: pg.Client;
let supervisor: DeskClient;
let visitor: Visitor;
let path: string;
let conversationId: string;
let later = 0;

beforeAll(async () => {
  desk = await startDesk({ now: () => Date.now() + later });
  shop = await desk.addShop();
  owner = new pg.Client({ connectionString: desk.database.ownerUrl });
  await owner.connect();
  supervisor = await desk.signIn(shop, 'supervisor');
});
afterAll(async () => {
  await owner.end();
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

const ask = async <Row>(sql: string, values: unknown[] = []) =>
  (await owner.query(sql, values)).rows as Row[];

function done<T>(answer: Answer<T>): T {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}

/** Where any of it stands, as text or as bytes, in every table there is. */
async function tablesWith(words: string[]): Promise<string[]> {
  const tables = await ask<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  );
  expect(tables.length).toBeGreaterThan(40);
  const written = words.flatMap((one) => [
    one,
    Buffer.from(one).toString('hex'),
    Buffer.from(one).toString('base64'),
  ]);
  const found = [];
  for (const table of tables) {
    const [row] = await ask<{ count: number }>(
      `select count(*)::int as count from ${table.name} t where t::text like any($1)`,
      [written.map((one) => `%${one}%`)],
    );
    if (row!.count > 0) found.push(table.name);
  }
  return found;
}

/** Files of the shop that hold it. */
function filesWith(words: string): string[] {
  const all = readdirSync(desk.filesDir, { recursive: true }).map((file) =>
    join(desk.filesDir, String(file)),
  );
  return all.filter((file) => statSync(file).isFile() && readFileSync(file).includes(words));
}

/** A customer of whom something stands wherever something can. */
async function fillEverything() {
  const identityToken = await shop.sign(account, {
    name,
    phones: [phone],
    addresses: [address],
    orders: [order],
  });
  const served = await desk.served(shop, 'agent', {
    text: `${word}：宝宝穿了起红疹，我要打12315投诉`,
    identityToken,
  });
  ({ visitor, path, conversationId } = served);
  const { agent } = served;
  const widget = visitor.with({ authorization: `Bearer ${visitor.token}` });
  const file = Buffer.concat([pdf, Buffer.from(`% ${word}\n`)]);
  const upload = done(
    await widget.post<UploadAnswer>('/widget/v1/uploads', { name: `${word}.pdf`, size: file.length }),
  );
  done(await widget.upload(`/widget/v1/uploads/${upload.attachmentId}`, new Uint8Array(file)));
  const socket = await visitor.socket();
  socket.send({
    type: 'send',
    clientId: 'with-a-file-1',
    conversationId,
    text: `${word}的照片`,
    attachmentId: upload.attachmentId,
  });
  await socket.frame('ack');
  await socket.end();
  done(
    await agent.post(`${path}/messages`, {
      clientId: 'answer-0001',
      text: `${word}的情况我登记好了`,
      quotes: 1,
    }),
  );
  done(await agent.post(`${path}/notes`, { text: `${word}要回电` }));
  done(await supervisor.post(`${path}/whispers`, { text: `${word}请耐心` }));
  const held = done(
    await agent.post<HoldAnswer>(`${path}/holds`, {
      clientId: 'held-00001',
      text: `说明书不是写了吗，您自己不会看吗？${word}`,
    }),
  );
  done(await supervisor.post(`${path}/holds/${held.holdId}/refuse`, { reason: `${word}不能这样回` }));
  done(await agent.put(`${path}/drafts/note`, { text: `${word}草稿`, basedOn: null }));
  done(
    await agent.post(`${path}/scheduled`, {
      clientId: 'later-00001',
      text: `明天联系${word}`,
      sendAt: Date.now() + 3_600_000,
      evenIfWritten: true,
    }),
  );
  const { findings } = await until('a finding', async () => {
    const { body } = await agent.get<ThreadAnswer>(path);
    return body.findings.length > 0 && body;
  });
  const reviewer = await desk.signIn(shop, 'reviewer');
  done(
    await agent.post(`/api/v1/findings/${findings[0]!.findingId}/contest`, { reason: `${word}并没有这样说` }),
  );
  done(
    await reviewer.post(`/api/v1/findings/${findings[0]!.findingId}/verdict`, {
      verdict: 'wrong',
      reason: `${word}说得对`,
    }),
  );
  const side = `${path}/customer`;
  for (const [label, personal] of [
    ['喜好', false],
    ['证件', true],
  ] as const) {
    const field = done(
      await supervisor.post<CustomerField>('/api/v1/customer-fields', {
        name: label,
        kind: 'text',
        choices: [],
        personal,
      }),
    );
    done(await agent.put(`${side}/fields/${field.fieldId}`, { value: `${word}${label}` }));
  }
  const tag = done(await agent.post<Tag>('/api/v1/tags', { name: '易碎', colour: 'blue' }));
  done(await agent.post(`${side}/tags`, { add: [tag.tagId], remove: [] }));
  done(await agent.post(`${side}/notes`, { text: `${word}住五楼` }));
  done(await agent.post(`${side}/consents`, { channel: 'sms', state: 'given', how: 'in-chat' }));
  done(await agent.post(`${path}/unmask`, { field: 'phone' }));
  const double = await desk.served(shop, 'agent', {
    text: `我是${word}，换了个号`,
    identityToken: await shop.sign(`${account}-2`, { name: `${word}二号`, phones: [phone] }),
  });
  const [other] = done(await supervisor.get<CustomerDouble[]>(`${side}/doubles`));
  const wish = { other: other!.customerId, keep: 'this', take: [], reason: `${word}自己说的` };
  done(await supervisor.post(`${side}/merge`, wish));
  const word2 = { confirm: name, reason: 'customer-asked' };
  const early = await supervisor.post<ProblemDetails>(`${side}/erase`, word2);
  expect([early.status, early.body]).toMatchObject([409, { reason: 'customer-served' }]);
  for (const one of [served, double]) done(await one.agent.post(`${one.path}/resolve`));
  done(await widget.post('/widget/v1/ratings', { episode: 1, stars: 5, word: `${word}很满意` }));
  await until('the scores and cases', async () => {
    const scored = await ask('select 1 from scores where conversation_id = any($1)', [
      [conversationId, double.conversationId],
    ]);
    const cases = await ask('select 1 from standard_cases where conversation_id = $1', [conversationId]);
    return scored.length === 2 && cases.length === 1;
  });
  return { double };
}

describe('a customer who is erased', () => {
  test('only by those who may, with the name typed and the episode closed; then no table and no file says any of it', async () => {
    const { double } = await fillEverything();
    const before = await tablesWith(secrets);
    for (const table of [
      'attachments',
      'conversations',
      'customer_field_values',
      'customer_merges',
      'customer_notes',
      'customers',
      'drafts',
      'episodes',
      'findings',
      'holds',
      'messages',
      'notes',
      'standard_cases',
    ])
      if (table !== 'conversations') expect(before).toContain(`public.${table}`);
    expect(filesWith(word)).toHaveLength(1);
    const points = await ask('select episode_id, points from scores order by episode_id');

    const erase = (client: DeskClient, confirm: string) =>
      client.post<ProblemDetails>(`${path}/customer/erase`, { confirm, reason: 'customer-asked' });
    expect((await erase(await desk.signIn(shop, 'lead'), name)).status).toBe(403);
    expect((await erase(await desk.signIn(shop, 'agent'), name)).status).toBe(403);
    expect((await erase(supervisor, '诸葛')).body).toMatchObject({
      code: 'invalid',
      problems: [{ field: 'confirm', problem: 'wrong' }],
    });
    expect(await tablesWith(secrets)).toEqual(before);

    const browser = await visitor.listening();
    const desks = await supervisor.listening({ conversation: conversationId });
    expect((await erase(supervisor, name)).status).toBe(204);
    await desks.event('customer.erased');
    await until('the browser to be shown out', () => browser.closed);
    await desks.end();

    expect(await tablesWith(secrets)).toEqual([]);
    expect(filesWith(word)).toEqual([]);
    expect(await ask('select points, episode_id from scores order by episode_id')).toEqual(points);
    expect(
      await ask(
        'select 1 from customer_keys k join customers c using (customer_id) where c.erased_at is not null',
      ),
    ).toEqual([]);
    expect(await ask('select reason, by_id, finished_at is not null as finished from erasures')).toEqual([
      { reason: 'customer-asked', by_id: supervisor.person.agentId, finished: true },
    ]);

    const { body, text } = await supervisor.get<ThreadAnswer>(path);
    expect(body.messages.map((one) => one.text)).toEqual([null, null, null]);
    expect(text).not.toContain(word);
    const side = await supervisor.get<CustomerSide>(`${double.path}/customer`);
    expect(side.body).toMatchObject({ name: null, tags: [], notes: [], erasedAt: expect.any(Number) });
    expect(side.body.consents[0]).toMatchObject({ channel: 'sms', state: 'withdrawn', how: 'erasure' });
    expect((await erase(supervisor, conversationId.slice(-4))).body).toMatchObject({
      reason: 'customer-erased',
    });
  });

  test('is found by nothing, not even by what the index kept of the words', async () => {
    await until('the index to follow', async () => {
      const left = await ask(
        `select 1 from search_recents where owner_id = $1 union all
        select 1 from search_documents where owner_id = $1 union all select 1 from search_due`,
        [conversationId],
      );
      return left.length === 0;
    });
    for (const q of [word, '4321', phone]) {
      const { body } = await supervisor.post<SearchAnswer>('/api/v1/search', { q });
      expect([q, body.hits, body.customers]).toEqual([q, [], []]);
    }
  });

  test('is a stranger when they come again: with their old token, and with their account', async () => {
    const old = await desk.visit(shop, { visitorToken: visitor.token });
    expect(old.conversationId).not.toBe(conversationId);
    const again = await desk.visit(shop, { identityToken: await shop.sign(account, {}) });
    expect(again.conversationId).not.toBe(conversationId);
    expect(again.session.view.messages).toEqual([]);
    const late = await visitor.connect('/widget/v1/socket');
    if (typeof late === 'number') throw new Error(`refused with ${late}`);
    late.send({ type: 'authenticate', visitorToken: visitor.token });
    await until('the door to stay shut', () => late.closed);
  });

  test('what a server left half done is finished by itself', async () => {
    await owner.query('update erasures set finished_at = null');
    await owner.query(`update messages set text = $2 where conversation_id = $1 and seq = 1`, [
      conversationId,
      word,
    ]);
    later += 11 * 60_000;
    await until('the rest to be done', async () => {
      const [row] = await ask<{ finished_at: unknown }>('select finished_at from erasures');
      return row!.finished_at !== null;
    });
    expect(await tablesWith(secrets.slice(0, 3))).toEqual([]);
    const said = await ask(`select 1 from events where conversation_id = $1 and type = 'customer.erased'`, [
      conversationId,
    ]);
    expect(said).toHaveLength(1);
    expect(existsSync(desk.filesDir)).toBe(true);
  });
});
