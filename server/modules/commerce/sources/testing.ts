/** What tests of connected shop systems stand on: a shop, fake systems, a clock. */
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { SourceView } from '../../../../core/commerce/source-api.ts';
import { Refused } from '../../../../core/refusal.ts';
import type { Person } from '../../../../core/team/roles.ts';
import type { FakeShopSystems } from '../../../../test/fake-shop-systems.ts';
import {
  fakeShopSystems,
  shopifyHost,
  shopifyKeys,
  woocommerceHost,
  woocommerceKeys,
} from '../../../../test/fake-shop-systems.ts';
import { until } from '../../../../test/until.ts';
import type { Pool } from '../../../platform/database/pool.ts';
import { openPool } from '../../../platform/database/pool.ts';
import type { TestDatabase } from '../../../platform/database/testing.ts';
import { testDatabase, testSecret } from '../../../platform/database/testing.ts';
import { openVault } from '../../../platform/vault.ts';
import { lookUp } from '../look-up.ts';
import { foundShop } from '../testing.ts';
import type { Sources } from './context.ts';
import { connectSource, listSources } from './keep-source.ts';
import type { SourceReader } from './pull.ts';
import { readSourcesOf } from './pull.ts';

export const shopId = uuid();
export const person = { shopId, agentId: uuid() } as Person;
export const vault = openVault(testSecret);
let database: TestDatabase;
export let owner: pg.Client;
export let pool: Pool;
export let fake: FakeShopSystems;
let later: number;
export let failures: unknown[];
let readers: SourceReader[];

/** A shop and the systems that it may connect, for a file of tests. */
export function stageShopSystems(): void {
  beforeAll(async () => {
    database = await testDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    pool = openPool(database.appUrl, 6);
    await foundShop(pool, person);
  });
  afterAll(async () => {
    await pool.end();
    await owner.end();
    await database.drop();
  });
  beforeEach(async () => {
    fake = await fakeShopSystems();
    [later, failures, readers] = [0, [], []];
    fake.now = now;
  });
  afterEach(async () => {
    await Promise.all(readers.map((one) => one.stop()));
    await fake.stop();
    expect(failures).toEqual([]);
    await owner.query('truncate sources, source_changes, orders, buyers, products cascade');
  });
}

/** So many milliseconds after the beginning. */
export function passTo(ms: number): void {
  later = ms;
}

export const now = () => Date.parse('2026-11-02T00:00:00Z') + later;
export const sources = (): Sources => ({
  pool,
  vault,
  fetch: fake.fetch,
  files: null as never,
  largestImport: 0,
  zone: async () => '+08:00',
  shopBySlug: async (slug) => (slug === 'mine' ? shopId : null),
  slugOf: async () => 'mine',
  now,
  onFailure: (error) => void failures.push(error),
});
export function reader(): SourceReader {
  const one = readSourcesOf(sources());
  readers.push(one);
  return one;
}
export const connectShopify = (keys: Record<string, string> = shopifyKeys) =>
  connectSource(sources(), person, { kind: 'shopify', address: shopifyHost, keys });
export const connectWoocommerce = () =>
  connectSource(sources(), person, {
    kind: 'woocommerce',
    address: `https://${woocommerceHost}/wp-admin/`,
    keys: woocommerceKeys,
  });
export const only = async (): Promise<SourceView> => (await listSources(sources(), shopId))[0]!;
/** Until it has read all that there is, since it was last asked to. */
export async function wholeRead(by = reader()): Promise<SourceView> {
  const before = (await only()).standing.toldAt;
  return until('the reading to end', async () => {
    await by.resume(shopId);
    const view = await only();
    return view.reading === null && view.standing.toldAt !== before && view;
  });
}
export const countOf = async (table: string) =>
  Number((await owner.query(`select count(*) from ${table}`)).rows[0].count);
export const ordersAsked = () => fake.asked.filter((path) => path.includes('/orders'));
export const find = async (number: string) => (await lookUp({ pool, vault }, shopId, number)).orders[0];
export async function refusal(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (failure: unknown) => failure,
  );
  if (!(error instanceof Refused)) throw new Error(`not refused but ${String(error)}`);
  return error.refusal;
}
