/** What makes a basket cheaper in the demo shop, beside the autumn sale's prices. */
import type { NewOffer } from '../../core/commerce/buying-api.ts';
import { addOffer } from '../../server/modules/commerce/index.ts';
import type { Pool } from '../../server/platform/database/pool.ts';
import { inShop } from '../../server/platform/database/pool.ts';
import { day } from './half-year.ts';

const off = (...tiers: (readonly [number, number])[]): NewOffer['form'] => ({
  form: 'off',
  tiers: tiers.map(([fromFen, offFen]) => ({ fromFen, offFen })),
  repeats: false,
});

const offers: readonly Pick<NewOffer, 'name' | 'layer' | 'form' | 'onPromoted'>[] = [
  {
    name: '满减：满199减20，满399减50',
    layer: 'threshold',
    form: off([19_900, 2_000], [39_900, 5_000]),
    onPromoted: true,
  },
  { name: '新客券', layer: 'coupon', form: off([9_900, 1_000]), onPromoted: true },
  {
    name: '正价两件九折',
    layer: 'discount',
    form: { form: 'percent', fromUnits: 2, fromFen: 0, percent: 10, mostFen: 3_000 },
    onPromoted: false,
  },
];

/** As the supervisor would. */
export function makeOffers(pool: Pool, shopId: string, madeAt: number): Promise<void> {
  return inShop(pool, shopId, async (tx) => {
    const [known] = await tx.query<{ made: boolean; agentId: string }>(
      `select exists (select from offers where shop_id = $1) as made, agent_id as "agentId" from agents
      where shop_id = $1 and role = 'supervisor' order by login limit 1`,
      [shopId],
    );
    if (!known || known.made) return;
    const person = {
      shopId,
      agentId: known.agentId,
      name: '',
      workNumber: '',
      role: 'supervisor' as const,
      groups: [],
    };
    const rest = {
      currency: 'CNY',
      productIds: null,
      alone: false,
      startsAt: madeAt - day,
      endsAt: madeAt + 30 * day,
    };
    for (const offer of offers) await addOffer(tx, person, { ...offer, ...rest }, madeAt);
  });
}
