/** The shop that is measured, with its four agents. */
import { v7 as uuid } from 'uuid';
import { defaultThresholds } from '../core/standard/waiting.ts';
import type { ShopSettings } from '../core/team/shop-settings.ts';
import { hashPassword } from '../server/modules/team/index.ts';
import type { Pool } from '../server/platform/database/pool.ts';
import { inShop, query } from '../server/platform/database/pool.ts';

export const slug = 'bench';
const agents = ['沈望舒', '江疏影', '柳扶苏', '叶知秋'];
const loginOf = (i: number) => `agent${i + 1}`;
export const accounts = agents.map((_, i) => `${slug}:${loginOf(i)}`);

/** Once: the desk may be started again over the same database. */
export async function beginShop(pool: Pool, password: string): Promise<void> {
  const begun = await query(pool, 'select 1 from shop_directory where slug = $1', [slug]);
  if (begun.length > 0) return;
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

const settings: ShopSettings = {
  lang: 'zh',
  hours: 'always',
  thresholds: defaultThresholds,
  widget: { greeting: { zh: '您好', en: 'Hello' }, topics: ['after-sale'], origins: [] },
};
