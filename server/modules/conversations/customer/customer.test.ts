import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  CustomerDouble,
  CustomerField,
  CustomerSide,
  InboxPage,
  MergePreview,
  ProblemDetails,
  SearchAnswer,
  Tag,
  ThreadAnswer,
} from '../../../../core/api.ts';
import type { DeskClient } from '../../../../test/client.ts';
import type { Desk } from '../../../../test/desk.ts';
import { startDesk } from '../../../../test/desk.ts';
import type { TestShop } from '../../../../test/shops.ts';

let desk: Desk;
let shop: TestShop;
let owner: pg.Client;
let supervisor: DeskClient;
let lead: DeskClient;
beforeAll(async () => {
  desk = await startDesk();
  shop = await desk.addShop();
  supervisor = await desk.signIn(shop, 'supervisor');
  lead = await desk.signIn(shop, 'lead');
  owner = new pg.Client({ connectionString: desk.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

let members = 0;
/** A customer who wrote, signed for by the shop. */
async function member(claims: Record<string, unknown> = {}) {
  const account = `member-${++members}`;
  const identityToken = await shop.sign(account, claims);
  return { account, ...(await desk.served(shop, 'agent', { identityToken })) };
}

const sideOf = async (client: DeskClient, path: string) =>
  (await client.get<CustomerSide>(`${path}/customer`)).body;

async function field(wanted: Partial<CustomerField> & { name: string }): Promise<CustomerField> {
  const { body } = await supervisor.post<CustomerField>('/api/v1/customer-fields', {
    kind: 'text',
    choices: [],
    personal: false,
    ...wanted,
  });
  return body;
}

const ask = async <Row>(sql: string, values: unknown[] = []) =>
  (await owner.query(sql, values)).rows as Row[];

describe('beside a conversation', () => {
  test('a name given at the desk is seen there, not by the customer, and not lost when they sign in again', async () => {
    const { agent, path, visitor, account } = await member({ name: '王女士' });
    const inbox = await agent.listening('inbox');
    expect((await agent.put(`${path}/customer/name`, { name: '王女士（急）' })).status).toBe(204);
    const event = await inbox.event('customer.changed');
    expect(event).toMatchObject({ customerName: '王女士（急）', parts: ['name'] });
    const again = await desk.visit(shop, { identityToken: await shop.sign(account, { name: '王一' }) });
    expect(again.session.customerName).toBe('王一');
    expect(JSON.stringify(again.session)).not.toContain('急');
    expect(await sideOf(agent, path)).toMatchObject({ name: '王女士（急）', signedName: '王一' });
    await agent.put(`${path}/customer/name`, { name: null });
    expect((await sideOf(agent, path)).name).toBe('王一');
    expect(visitor.conversationId).toBe(again.conversationId);
    await inbox.end();
  });

  test('tags filter the inbox, and follow the customer into every row', async () => {
    const { agent, path, conversationId } = await member();
    const { body: tag } = await agent.post<Tag>('/api/v1/tags', { name: '复购', colour: 'violet' });
    const taken = await agent.post<ProblemDetails>('/api/v1/tags', { name: '复购', colour: 'teal' });
    expect([taken.status, taken.body.code]).toEqual([400, 'invalid']);
    const list = () => agent.get<InboxPage>(`/api/v1/conversations?view=all&tag=${tag.tagId}`);
    expect((await list()).body.rows).toEqual([]);
    await agent.post(`${path}/customer/tags`, { add: [tag.tagId], remove: [] });
    expect((await list()).body.rows.map((row) => [row.conversationId, row.tags])).toEqual([
      [conversationId, [tag.tagId]],
    ]);
    const archived = await supervisor.put(`/api/v1/tags/${tag.tagId}`, {
      name: '复购',
      colour: 'violet',
      archived: true,
    });
    expect(archived.status).toBe(204);
    expect((await agent.post(`${path}/customer/tags`, { add: [tag.tagId], remove: [] })).status).toBe(404);
    await agent.post(`${path}/customer/tags`, { add: [], remove: [tag.tagId] });
    expect((await list()).body.rows).toEqual([]);
  });

  test("the shop's own fields hold what they are for, keep their order, and their values when archived", async () => {
    const { agent, path } = await member();
    const level = await field({ name: '等级', kind: 'choice', choices: ['金卡', '银卡'] });
    const birthday = await field({ name: '生日', kind: 'date' });
    const put = (fieldId: string, value: string | null) =>
      agent.put(`${path}/customer/fields/${fieldId}`, { value });
    expect((await put(level.fieldId, '铜卡')).status).toBe(400);
    expect((await put(birthday.fieldId, '1990-02-30')).status).toBe(400);
    expect([
      (await put(level.fieldId, '金卡')).status,
      (await put(birthday.fieldId, '1990-02-28')).status,
    ]).toEqual([204, 204]);
    await supervisor.put('/api/v1/customer-fields', { order: [birthday.fieldId, level.fieldId] });
    await supervisor.put(`/api/v1/customer-fields/${level.fieldId}`, {
      name: '等级',
      choices: ['金卡', '银卡'],
      archived: true,
    });
    const { fields } = await sideOf(agent, path);
    expect(fields.map(({ name, value, archived }) => [name, value, archived])).toEqual([
      ['生日', '1990-02-28', false],
      ['等级', '金卡', true],
    ]);
    expect((await put(level.fieldId, '银卡')).status).toBe(409);
    expect((await put(level.fieldId, null)).status).toBe(204);
  });

  test('a personal field lies sealed, is masked, and each look at it is written down', async () => {
    const { agent, path } = await member();
    const idCard = await field({ name: '证件号', personal: true });
    const number = '330102199001011234';
    await agent.put(`${path}/customer/fields/${idCard.fieldId}`, { value: number });
    const side = await agent.get<CustomerSide>(`${path}/customer`);
    expect(side.text).not.toContain(number);
    expect(side.body.fields.find((one) => one.fieldId === idCard.fieldId)?.value).toBe('3****4');
    const [stored] = await ask<{ value: null; sealed: Buffer }>(
      'select value, sealed from customer_field_values where field_id = $1',
      [idCard.fieldId],
    );
    expect(stored!.value).toBeNull();
    expect(stored!.sealed.includes(Buffer.from(number))).toBe(false);
    const unmasked = await agent.post(`${path}/customer/fields/${idCard.fieldId}/unmask`);
    expect(unmasked.body).toEqual({ value: number });
    const looks = await ask('select agent_id from unmaskings where field = $1', [`field ${idCard.fieldId}`]);
    expect(looks).toEqual([{ agent_id: agent.person.agentId }]);
    const reviewer = await desk.signIn(shop, 'reviewer');
    expect((await reviewer.post(`${path}/customer/fields/${idCard.fieldId}/unmask`)).status).toBe(403);
  });

  test('consent is kept as what was said, when and how; the last word counts, and nothing is rewritten', async () => {
    const { agent, path } = await member();
    const say = (state: string, how: string) =>
      agent.post(`${path}/customer/consents`, { channel: 'sms', state, how });
    await say('given', 'in-chat');
    await say('withdrawn', 'by-phone');
    const { consents } = await sideOf(agent, path);
    expect(consents.map(({ channel, state, how }) => [channel, state, how])).toEqual([
      ['sms', 'withdrawn', 'by-phone'],
      ['sms', 'given', 'in-chat'],
    ]);
    await expect(desk.app.pool.query(`update consents set state = 'given'`)).rejects.toThrow(
      'permission denied',
    );
    expect((await say('given', 'merge')).status).toBe(400);
  });

  test('notes stay with the customer; another agent does not delete them, a lead does', async () => {
    const { agent, path } = await member();
    await agent.post(`${path}/customer/notes`, { text: '家里有两个孩子' });
    const [note] = (await sideOf(agent, path)).notes;
    const presales = await desk.signIn(shop, 'presales');
    const id = path.split('/').at(-1)!;
    await lead.post(`${path}/assign`, { agentId: presales.person.agentId });
    const refused = await presales.delete<ProblemDetails>(`${path}/customer/notes/${note!.noteId}`);
    expect([refused.status, id.length]).toEqual([409, 36]);
    expect((await lead.delete(`${path}/customer/notes/${note!.noteId}`)).status).toBe(204);
    expect((await sideOf(lead, path)).notes).toEqual([]);
  });
});

describe("a phone's last four digits", () => {
  test('find its customer within the shop and reach, and lie nowhere', async () => {
    const phone = '13800137926';
    const { agent, conversationId } = await member({ name: '尾号客人', phones: [phone] });
    const find = async (client: DeskClient, q: string) =>
      (await client.post<SearchAnswer>('/api/v1/search', { q })).body.customers;
    expect(await find(agent, '7926')).toMatchObject([{ by: 'phone-tail', name: '尾号客人', conversationId }]);
    expect(await find(agent, '792')).toEqual([]);
    expect(await find(await desk.signIn(shop, 'presales'), '7926')).toEqual([]);
    const other = await desk.addShop();
    expect(await find(await desk.signIn(other, 'lead'), '7926')).toEqual([]);
    const rows = await ask<{ row: string }>('select c::text as row from customer_contacts c');
    expect(rows.filter(({ row }) => row.includes('7926'))).toEqual([]);
    await desk.visit(other, { identityToken: await other.sign('x', { phones: [phone] }) });
    const tails = await ask<{ tail: string }>(
      `select distinct tail_index::text as tail from customer_contacts where blind_index is not null and kind = 'phone'`,
    );
    expect(tails.length).toBe(2);
  });
});

describe('two customers who are one', () => {
  const phone = '13711112222';

  test('are proposed, compared, and become one; both identities arrive there, each reading its own thread', async () => {
    const level = await field({ name: '会员号', personal: true });
    const kept = await member({ name: '李雷', phones: [phone], orders: ['YD20260001'] });
    const gone = await member({ name: '李磊', phones: [phone], orders: ['YD20260002'] });
    const { body: tag } = await lead.post<Tag>('/api/v1/tags', { name: '大客户', colour: 'brown' });
    await lead.put(`${kept.path}/customer/fields/${level.fieldId}`, { value: 'VIP-0001' });
    await lead.put(`${gone.path}/customer/fields/${level.fieldId}`, { value: 'VIP-0002' });
    await lead.post(`${gone.path}/customer/tags`, { add: [tag.tagId], remove: [] });
    await lead.post(`${gone.path}/customer/notes`, { text: '喜欢周末收货' });
    const consent = (path: string, state: string) =>
      lead.post(`${path}/customer/consents`, { channel: 'wechat', state, how: 'form' });
    await consent(gone.path, 'withdrawn');
    await consent(kept.path, 'given');

    expect((await sideOf(lead, kept.path)).doubles).toBe(1);
    const { body: doubles } = await lead.get<CustomerDouble[]>(`${kept.path}/customer/doubles`);
    expect(doubles).toMatchObject([{ name: '李磊', phones: ['137****2222'], conversations: 1 }]);
    const other = doubles[0]!.customerId;
    const { body: preview, text } = await lead.get<MergePreview>(
      `${kept.path}/customer/merge?other=${other}&keep=this`,
    );
    expect(text).not.toMatch(/VIP-|1371111/);
    expect(preview.differences).toEqual([
      { what: 'name', label: null, kept: '李雷', gone: '李磊' },
      { what: level.fieldId, label: '会员号', kept: 'V****1', gone: 'V****2' },
    ]);
    expect(preview).toMatchObject({
      brings: { conversations: 1, notes: 1, tags: 1, contacts: 1 },
      withdrawn: ['wechat'],
    });

    const wish = { other, keep: 'this', take: [level.fieldId], reason: '同一手机号，顾客自己确认' };
    expect((await kept.agent.post(`${kept.path}/customer/merge`, wish)).status).toBe(403);
    expect((await lead.post(`${kept.path}/customer/merge`, { ...wish, take: [tag.tagId] })).status).toBe(400);
    const thread = await lead.listening({ conversation: gone.conversationId });
    const inbox = await lead.listening('inbox');
    expect((await lead.post(`${kept.path}/customer/merge`, wish)).status).toBe(204);
    const into = (await sideOf(lead, kept.path)).customerId;
    expect(await thread.event('customer.merged')).toMatchObject({ from: other, into, customerName: '李雷' });
    await thread.end();
    expect(
      await inbox.event('customer.changed', (one) => one.conversationId === kept.conversationId),
    ).toMatchObject({ customerName: '李雷', tags: [tag.tagId] });
    await inbox.end();

    const side = await sideOf(lead, gone.path);
    expect(side).toMatchObject({ customerId: into, name: '李雷', tags: [tag.tagId], doubles: 0 });
    expect(side.notes.map((note) => note.text)).toEqual(['喜欢周末收货']);
    expect(side.consents[0]).toMatchObject({ channel: 'wechat', state: 'withdrawn', how: 'merge' });
    expect(new Set(side.history.map((one) => one.conversationId))).toEqual(
      new Set([kept.conversationId, gone.conversationId]),
    );
    const unmasked = await lead.post(`${gone.path}/customer/fields/${level.fieldId}/unmask`);
    expect(unmasked.body).toEqual({ value: 'VIP-0002' });
    const orders = await lead.post<{ values: string[] }>(`${kept.path}/unmask`, { field: 'order' });
    expect(orders.body.values.toSorted()).toEqual(['YD20260001', 'YD20260002']);

    // Its account signs in again: the kept customer, in its own thread, which says nothing of the other's.
    const again = await desk.visit(shop, {
      identityToken: await shop.sign(gone.account, { name: '李磊', phones: ['13733334444'] }),
    });
    expect(again.conversationId).toBe(gone.conversationId);
    await again.say('我又来了');
    expect(
      JSON.stringify((await desk.visit(shop, { identityToken: await shop.sign(kept.account) })).session),
    ).not.toContain('我又来了');
    // A socket from before the merge speaks for them as well.
    await gone.visitor.say('还是我');
    const { body: answer } = await lead.get<ThreadAnswer>(gone.path);
    expect(answer.messages.slice(-2).map((one) => one.authorName)).toEqual(['李雷', '李雷']);
    expect(answer.conversation.customerId).toBe(into);
    expect(answer.customer.phones).toHaveLength(2);
    expect((await lead.post<ProblemDetails>(`${kept.path}/customer/merge`, wish)).body).toMatchObject({
      code: 'conflict',
      reason: 'customer-merged',
    });
  });

  test('one who writes for the first time after the merge is the kept one from the first word', async () => {
    const kept = await member({ phones: ['13755556666'] });
    const silent = await desk.visit(shop, {
      identityToken: await shop.sign('silent', { phones: ['13755556666'] }),
    });
    const socket = await silent.listening();
    const { body } = await lead.get<CustomerDouble[]>(`${kept.path}/customer/doubles`);
    const wish = { other: body[0]!.customerId, keep: 'this', take: [], reason: '同一手机号' };
    expect((await lead.post(`${kept.path}/customer/merge`, wish)).status).toBe(204);
    await silent.say('第一句话');
    const { body: thread } = await lead.get<ThreadAnswer>(`/api/v1/conversations/${silent.conversationId}`);
    expect(thread.conversation.customerId).toBe((await sideOf(lead, kept.path)).customerId);
    await socket.end();
  });

  test('two at once never lead into each other', async () => {
    const a = await member({ phones: ['13766667777'] });
    const b = await member({ phones: ['13766667777'] });
    const [ofA, ofB] = [await sideOf(lead, a.path), await sideOf(lead, b.path)];
    const into = (path: string, other: string) =>
      lead.post(`${path}/customer/merge`, { other, keep: 'this', take: [], reason: '同一手机号' });
    const answers = await Promise.all([into(a.path, ofB.customerId), into(b.path, ofA.customerId)]);
    expect(answers.map((one) => one.status).toSorted()).toEqual([204, 409]);
    expect((await sideOf(lead, a.path)).customerId).toBe((await sideOf(lead, b.path)).customerId);
  });

  test("another shop's customer is not there", async () => {
    const mine = await member({ phones: [phone] });
    const other = await desk.addShop();
    const theirs = await desk.served(other, 'agent', {
      identityToken: await other.sign('x', { phones: [phone] }),
    });
    const { customerId } = await sideOf(theirs.agent, theirs.path);
    const wish = { other: customerId, keep: 'this', take: [], reason: '试试' };
    expect((await lead.get(`${mine.path}/customer/merge?other=${customerId}&keep=this`)).status).toBe(404);
    expect((await lead.post(`${mine.path}/customer/merge`, wish)).status).toBe(404);
    expect((await sideOf(theirs.agent, theirs.path)).customerId).toBe(customerId);
  });
});
