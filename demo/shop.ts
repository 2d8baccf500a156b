/** The demo shop: 云朵童装, baby clothes. Made once; found again at every later start. */
import { v7 as uuid } from 'uuid';
import type { ShopSettings } from '../core/team/shop-settings.ts';
import { defaultThresholds } from '../core/standard/waiting.ts';
import { hashPassword } from '../server/modules/team/index.ts';
import type { App } from '../server/main.ts';
import { inShop } from '../server/platform/database/pool.ts';
import { derive } from '../server/platform/vault.ts';
import { demoPassword, demoPeople } from './people.ts';

export const demoSlug = 'yunduo';
export const demoKeyId = 'storefront-1';

const settings: ShopSettings = {
  lang: 'zh',
  hours: 'always',
  thresholds: defaultThresholds,
  widget: {
    greeting: {
      zh: '您好，这里是云朵童装～ 想看什么、想问什么，直接告诉我们就好。',
      en: 'Hello, this is Cloud Kids. Tell us what you are looking for, or what is on your mind.',
    },
    topics: ['goods', 'order', 'after-sale'],
    origins: [],
    look: { colour: '#3d6f93', name: null, side: 'right' },
  },
};

/** Whoever tries it alone has everybody who waits, and whom they play themselves. */
const demoCapacity = 30;

/** True where it was made now. */
export async function ensureDemoShop(
  { pool, vault, shops }: App,
  secret: string,
): Promise<{ shopId: string; isNew: boolean; madeAt: number }> {
  const known = await shops.bySlug(demoSlug);
  if (known) return { shopId: known.shopId, isNew: false, madeAt: await readMadeAt(pool, known.shopId) };
  const shopId = uuid();
  const passwordHash = await hashPassword(demoPassword);
  await inShop(pool, shopId, async (tx) => {
    tx.send('insert into shops (shop_id, slug, name, settings) values ($1, $2, $3, $4)', [
      shopId,
      demoSlug,
      '云朵童装',
      JSON.stringify(settings),
    ]);
    tx.send('insert into widget_keys (shop_id, key_id, secret_sealed) values ($1, $2, $3)', [
      shopId,
      demoKeyId,
      vault.seal(demoKey(secret)),
    ]);
    for (const person of demoPeople) {
      tx.send(
        `insert into agents (shop_id, agent_id, login, name, work_number, role, groups, password_hash, capacity)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          shopId,
          uuid(),
          person.login,
          person.name,
          person.workNumber,
          person.role,
          person.groups,
          passwordHash,
          demoCapacity,
        ],
      );
    }
    tx.send('insert into shop_directory (slug, shop_id) values ($1, $2)', [demoSlug, shopId]);
  });
  return { shopId, isNew: true, madeAt: await readMadeAt(pool, shopId) };
}

async function readMadeAt(pool: App['pool'], shopId: string): Promise<number> {
  const [shop] = await inShop(pool, shopId, (tx) =>
    tx.query<{ madeAt: number }>('select created_at as "madeAt" from shops where shop_id = $1', [shopId]),
  );
  return shop!.madeAt;
}

/** What the storefront signs its customers' identity with. */
export const demoKey = (secret: string) => derive(secret, 'demo storefront key');
