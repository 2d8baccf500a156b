/** The names of a shop's goods, kept for a minute: which of them words may be about is asked with every draft. */
import { nounsOf } from '../../../core/standard/rules/redline.claim.meant.ts';
import { viewOf } from '../../../core/standard/text.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';

export interface Catalogue {
  /** Whether the shop has brought in goods or orders at all. */
  isKept(shopId: string): Promise<boolean>;
  /** Those that these texts name, the last named first. */
  namedIn(shopId: string, texts: readonly string[]): Promise<string[]>;
}

interface Kept {
  at: number;
  kept: boolean;
  goods: { id: string; words: readonly string[] }[];
}

const keptMs = 60_000;
/** A shop with more is judged by its newest. */
const mostGoods = 5_000;
const mostShops = 500;

export function openCatalogue(pool: Pool, now: () => number): Catalogue {
  const shops = new Map<string, Promise<Kept>>();
  return {
    isKept: async (shopId) => (await of(shopId)).kept,
    async namedIn(shopId, texts) {
      const { goods } = await of(shopId);
      const found = new Set<string>();
      for (const text of texts.toReversed()) {
        const { text: said } = viewOf(text);
        for (const { id, words } of goods) if (words.some((word) => said.includes(word))) found.add(id);
      }
      return [...found];
    },
  };

  async function of(shopId: string): Promise<Kept> {
    const known = await shops.get(shopId);
    if (known && now() - known.at < keptMs) return known;
    const reading = read(pool, shopId, now());
    reading.catch(() => shops.delete(shopId));
    shops.delete(shopId);
    shops.set(shopId, reading);
    if (shops.size > mostShops) shops.delete(shops.keys().next().value!);
    return reading;
  }
}

async function read(pool: Pool, shopId: string, at: number): Promise<Kept> {
  return inShop(pool, shopId, async (tx) => {
    const goods = await tx.query<{ id: string; name: string }>(
      `select product_id as id, name from products where shop_id = $1 order by updated_at desc limit ${mostGoods}`,
      [shopId],
    );
    const [some] = await tx.query('select 1 from orders where shop_id = $1 limit 1', [shopId]);
    return {
      at,
      kept: goods.length > 0 || some !== undefined,
      goods: goods.map(({ id, name }) => ({ id, words: [viewOf(name).text, ...nounsOf(name)] })),
    };
  });
}
