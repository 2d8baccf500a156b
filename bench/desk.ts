/** The desk as it runs in a shop, in a process of its own; only the rate limits are out of the way. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { defaultThresholds } from '../core/standard/waiting.ts';
import type { ShopSettings } from '../core/team/shop-settings.ts';
import type { App } from '../server/main.ts';
import { startServer } from '../server/main.ts';
import { inShop } from '../server/platform/database/pool.ts';
import type { RoleUrls } from '../server/platform/database/migrate.ts';
import { hashPassword } from '../server/modules/team/index.ts';
import { child } from './child.ts';
import type { DeskTarget } from './load/lane.ts';

const slug = 'bench';
const agents = ['沈望舒', '江疏影', '柳扶苏', '叶知秋'];
const plenty = 1e9;
const rates = {
  signInBurst: plenty,
  signInPerMinute: plenty,
  signInsByAddress: plenty,
  widgetOpenings: plenty,
  widgetFrames: plenty,
  deskFrames: plenty,
  sockets: plenty,
  uploads: plenty,
};

child<{ urls: RoleUrls; secret: string }>(async ({ urls, secret }) => {
  const dataDir = join(tmpdir(), 'yinuo-bench');
  const config = { host: '127.0.0.1', port: 0, secret, dataDir };
  const { url } = await startServer(config, urls, (app) => seed(app, secret), { rates });
  const accounts = agents.map((_, i) => `${slug}:${loginOf(i)}`);
  return { kind: 'desk', url, shop: slug, accounts, password: secret } satisfies DeskTarget;
});

async function seed({ pool, shops }: App, password: string): Promise<void> {
  // Started again over the same database.
  if (await shops.bySlug(slug)) return;
  const shopId = uuid();
  const passwordHash = await hashPassword(password);
  await inShop(pool, shopId, async (tx) => {
    tx.send('insert into shops (shop_id, slug, name, settings) values ($1, $2, $3, $4)', [
      shopId,
      slug,
      '云朵童装',
      JSON.stringify(settings),
    ]);
    for (const [i, name] of agents.entries()) {
      tx.send(
        `insert into agents (shop_id, agent_id, login, name, work_number, role, groups, password_hash)
        values ($1, $2, $3, $4, $5, 'agent', '{after-sales}', $6)`,
        [shopId, uuid(), loginOf(i), name, String(2001 + i), passwordHash],
      );
    }
    tx.send('insert into shop_directory (slug, shop_id) values ($1, $2)', [slug, shopId]);
  });
}

const loginOf = (i: number) => `agent${i + 1}`;

const settings: ShopSettings = {
  lang: 'zh',
  hours: 'always',
  thresholds: defaultThresholds,
  widget: { greeting: { zh: '您好', en: 'Hello' }, topics: ['after-sale'], origins: [] },
};
