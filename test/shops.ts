/** Shops and people for tests, written into the database as an administrator's set-up would. */
import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { v7 as uuid } from 'uuid';
import { defaultThresholds } from '../core/standard/waiting.ts';
import type { Group, Role } from '../core/team/roles.ts';
import { groups } from '../core/team/roles.ts';
import type { ShopSettings } from '../core/team/shop-settings.ts';
import type { App } from '../server/app.ts';
import { hashPassword } from '../server/modules/team/index.ts';
import { inShop } from '../server/platform/database/pool.ts';

export const password = 'right horse, wrong battery';

export interface TestPerson {
  agentId: string;
  login: string;
  name: string;
  workNumber: string;
  role: Role;
  groups: Group[];
  capacity: number;
}

/** One of each role, and a second agent who looks after other customers. */
export type PersonName = Role | 'presales';

export interface TestShop {
  shopId: string;
  slug: string;
  people: Record<PersonName, TestPerson>;
  /** What the shop signs its customers' identity with. */
  key: { id: string; secret: Buffer };
  /** Signs for a customer; `claims` go over what is usual. */
  sign(customer: string, claims?: Record<string, unknown>): Promise<string>;
}

export interface ShopOptions {
  slug?: string;
  settings?: Partial<ShopSettings>;
  people?: Partial<Record<PersonName, Partial<TestPerson>>>;
}

export async function addShop(app: App, options: ShopOptions = {}): Promise<TestShop> {
  const slug = options.slug ?? `shop-${randomBytes(4).toString('hex')}`;
  const shopId = uuid();
  const key = { id: 'key-1', secret: randomBytes(32) };
  const settings: ShopSettings = {
    lang: 'zh',
    hours: 'always',
    thresholds: defaultThresholds,
    widget: { greeting: { zh: '您好', en: 'Hello' }, topics: ['goods', 'order', 'after-sale'], origins: [] },
    ...options.settings,
  };
  const people = peopleOf(slug, options.people ?? {});
  const hash = await passwordHash;
  await inShop(app.pool, shopId, async (tx) => {
    tx.send('insert into shops (shop_id, slug, name, settings) values ($1, $2, $3, $4)', [
      shopId,
      slug,
      `${slug} 的店`,
      JSON.stringify(settings),
    ]);
    tx.send('insert into widget_keys (shop_id, key_id, secret_sealed) values ($1, $2, $3)', [
      shopId,
      key.id,
      app.vault.seal(key.secret),
    ]);
    for (const { agentId, login, name, workNumber, role, groups: own, capacity } of Object.values(people)) {
      tx.send(
        `insert into agents (shop_id, agent_id, login, name, work_number, role, groups, capacity, password_hash)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [shopId, agentId, login, name, workNumber, role, own, capacity, hash],
      );
    }
    tx.send('insert into shop_directory (slug, shop_id) values ($1, $2)', [slug, shopId]);
  });
  return { shopId, slug, people, key, sign: (customer, claims) => sign(app, slug, key, customer, claims) };
}

const passwordHash = hashPassword(password);

function peopleOf(slug: string, changes: NonNullable<ShopOptions['people']>): TestShop['people'] {
  const all: [PersonName, Role, Group[]][] = [
    ['agent', 'agent', ['after-sales']],
    ['presales', 'agent', ['pre-sales']],
    ['lead', 'lead', [...groups]],
    ['supervisor', 'supervisor', [...groups]],
    ['finance', 'finance', []],
    ['warehouse', 'warehouse', []],
    ['reviewer', 'reviewer', []],
    ['administrator', 'administrator', []],
  ];
  const made = all.map(([name, role, own], i): [PersonName, TestPerson] => [
    name,
    {
      agentId: uuid(),
      login: `${name}.login`,
      name: `${slug}的客服${i}`,
      workNumber: String(100 + i),
      role,
      groups: own,
      capacity: 8,
      ...changes[name],
    },
  ]);
  return Object.fromEntries(made) as TestShop['people'];
}

function sign(
  app: App,
  slug: string,
  key: TestShop['key'],
  customer: string,
  claims: Record<string, unknown> = {},
): Promise<string> {
  const issued = Math.floor(app.now() / 1000);
  return new SignJWT({ sub: customer, aud: slug, iat: issued, exp: issued + 600, ...claims })
    .setProtectedHeader({ alg: 'HS256', kid: key.id })
    .sign(key.secret);
}
