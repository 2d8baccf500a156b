/** The shop's settings, kept in memory and read again after a while. */
import type { ShopSettings } from '../../../core/team/shop-settings.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop, query } from '../../platform/database/pool.ts';

export interface Shop {
  shopId: string;
  slug: string;
  name: string;
  settings: ShopSettings;
}

export interface Shops {
  get(shopId: string): Promise<Shop>;
  /** By the name it signs in with; null: no such shop. */
  bySlug(slug: string): Promise<Shop | null>;
  ids(): Promise<string[]>;
  /** It was changed here: this node reads it again now, the others within a second. */
  forget(shopId: string): void;
}

export function openShops(pool: Pool, now: () => number): Shops {
  const kept = new Map<string, { shop: Promise<Shop>; until: number }>();
  const shops: Shops = {
    get(shopId) {
      const known = kept.get(shopId);
      if (known && known.until > now()) return known.shop;
      const shop = load(pool, shopId);
      kept.set(shopId, { shop, until: now() + keptMs });
      shop.catch(() => kept.delete(shopId));
      return shop;
    },
    async bySlug(slug) {
      const [row] = await query<{ shop_id: string }>(
        pool,
        'select shop_id from shop_directory where slug = $1',
        [slug],
      );
      return row ? shops.get(row.shop_id) : null;
    },
    async ids() {
      return (await query<{ shop_id: string }>(pool, 'select shop_id from shop_directory order by slug')).map(
        (row) => row.shop_id,
      );
    },
    forget: (shopId) => void kept.delete(shopId),
  };
  return shops;
}

const keptMs = 1_000;

async function load(pool: Pool, shopId: string): Promise<Shop> {
  return inShop(pool, shopId, async (tx) => {
    const [row] = await tx.query<{ slug: string; name: string; settings: ShopSettings }>(
      'select slug, name, settings from shops where shop_id = $1',
      [shopId],
    );
    if (!row) throw new Error(`no shop ${shopId}`);
    return { shopId, ...row };
  });
}
