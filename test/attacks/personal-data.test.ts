import { randomInt } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ThreadAnswer } from '../../core/api.ts';
import type { DeskClient } from '../client.ts';
import type { Desk } from '../desk.ts';
import { startDesk } from '../desk.ts';
import type { TestShop } from '../shops.ts';

const digits = (length: number) => Array.from({ length }, () => randomInt(10)).join('');
const phone = `139${digits(8)}`;
const order = `YD${digits(14)}`;
const address = `杭州市西湖区文三路${digits(6)}号`;
const name = `王${digits(6)}`;

let desk: Desk;
let shop: TestShop;
let owner: pg.Client;
let agent: DeskClient;
let path: string;
beforeAll(async () => {
  desk = await startDesk();
  shop = await desk.addShop();
  owner = new pg.Client({ connectionString: desk.database.ownerUrl });
  await owner.connect();
  const identityToken = await shop.sign('member-1', {
    name,
    phones: [phone],
    addresses: [address],
    orders: [order],
  });
  ({ agent, path } = await desk.served(shop, 'agent', { identityToken }));
});
afterAll(async () => {
  await owner.end();
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

async function unmaskings() {
  const { rows } = await owner.query('select agent_id, field from unmaskings order by unmasking_id');
  return rows as { agent_id: string; field: string }[];
}

test('a thread shows what is needed to know it again, to everybody', async () => {
  for (const role of ['agent', 'lead', 'supervisor', 'reviewer', 'administrator'] as const) {
    const { body, text } = await (await desk.signIn(shop, role)).get<ThreadAnswer>(path);
    expect(body.customer.phones).toEqual([`139****${phone.slice(-4)}`]);
    expect(body.customer.orders).toEqual([`${order.slice(0, 4)}****${order.slice(-4)}`]);
    expect(body.customer.addresses).toEqual(['杭州市西湖区****']);
    for (const plain of [phone, order, address]) expect(text).not.toContain(plain);
  }
  expect(await unmaskings()).toEqual([]);
});

test('whoever asks to see it sees it, and each time is written down', async () => {
  for (const [field, value] of Object.entries({ phone, order, address })) {
    const answer = await agent.post(`${path}/unmask`, { field });
    expect(answer.body).toEqual({ values: [value] });
  }
  const lead = await desk.signIn(shop, 'lead');
  await lead.post(`${path}/unmask`, { field: 'phone' });
  await lead.post(`${path}/unmask`, { field: 'phone' });
  const by = (client: DeskClient, field: string) => ({ agent_id: client.person.agentId, field });
  expect(await unmaskings()).toEqual([
    ...['phone', 'order', 'address'].map((field) => by(agent, field)),
    by(lead, 'phone'),
    by(lead, 'phone'),
  ]);
});

test('who may not see it does not, and nothing is written down for them', async () => {
  const before = await unmaskings();
  for (const role of ['reviewer', 'administrator', 'finance', 'warehouse', 'presales'] as const) {
    const answer = await (await desk.signIn(shop, role)).post(`${path}/unmask`, { field: 'phone' });
    expect([role, answer.status]).toEqual([role, role === 'presales' ? 404 : 403]);
    expect(answer.text).not.toContain(phone);
  }
  expect((await agent.post(`${path}/unmask`, { field: 'password_hash' })).status).toBe(400);
  expect(await unmaskings()).toEqual(before);
});

test('what the composer judges by is for the assignee alone', async () => {
  expect((await agent.get(`${path}/facts`)).text).toContain(phone);
  for (const role of ['lead', 'supervisor'] as const) {
    const answer = await (await desk.signIn(shop, role)).get(`${path}/facts`);
    expect([role, answer.status, answer.text.includes(phone)]).toEqual([role, 409, false]);
  }
});

test('it is said in these answers and nowhere else', () => {
  const said = desk.heard.filter(({ text }) => [phone, order, address].some((plain) => text.includes(plain)));
  const places = new Set(said.map(({ where }) => where.replace(path, '')));
  expect(places).toEqual(new Set(['POST /unmask', 'GET /facts']));
});

describe('at rest', () => {
  /** Files of the database in which these bytes stand. */
  async function filesWith(bytes: Buffer): Promise<number> {
    const { rows } = await owner.query<{ files: number }>(
      `select count(*)::int as files from pg_class
      where relkind in ('r', 'i', 't') and pg_relation_filepath(oid) is not null and relpersistence = 'p'
        and position($1::bytea in pg_read_binary_file(pg_relation_filepath(oid))) > 0`,
      [bytes],
    );
    return rows[0]!.files;
  }

  test('no file of the database holds a phone, an order number or an address', async () => {
    await owner.query('checkpoint');
    // What is not sealed is found: so would they be.
    expect(await filesWith(Buffer.from(name))).toBeGreaterThan(0);
    for (const plain of [phone, order, address])
      for (const written of [
        plain,
        Buffer.from(plain).toString('hex'),
        Buffer.from(plain).toString('base64'),
      ])
        expect([written, await filesWith(Buffer.from(written))]).toEqual([written, 0]);
  });

  test('equal phones of two customers are sealed differently, and found by a key that differs from shop to shop', async () => {
    const other = await desk.addShop();
    await desk.visit(shop, { identityToken: await shop.sign('member-2', { phones: [phone] }) });
    await desk.visit(other, { identityToken: await other.sign('member-1', { phones: [phone] }) });
    const { rows } = await owner.query<{ shop_id: string; sealed: string; blind: string }>(
      `select shop_id, sealed::text, blind_index::text as blind from customer_contacts where kind = 'phone'`,
    );
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map((row) => row.sealed)).size).toBe(3);
    expect(new Set(rows.map((row) => `${row.shop_id} ${row.blind}`)).size).toBe(2);
    expect(new Set(rows.map((row) => row.blind)).size).toBe(2);
  });

  test("without the customer's own key nothing of it opens, not even with the server's secret", async () => {
    const { rows } = await owner.query<{ sealed: Buffer }>('select sealed from customer_contacts');
    for (const { sealed } of rows) expect(() => desk.app.vault.open(sealed)).toThrow();
  });
});
