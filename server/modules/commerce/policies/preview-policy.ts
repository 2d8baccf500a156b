/** What another policy would have said to the last orders, beside the one in force. Nothing is stored. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PolicyPreview } from '../../../../core/commerce/policy-api.ts';
import { PolicyComparison } from '../../../../core/commerce/policy/compare-policies.ts';
import { refuse } from '../../../../core/refusal.ts';
import type { Person } from '../../../../core/team/roles.ts';
import { snapshotOfShop } from '../../../platform/database/pool.ts';
import type { Commerce } from '../context.ts';
import { readOrderFacts } from './read-order-facts.ts';
import { soundPolicy } from './save-policy.ts';
import { policyOf } from './versions.ts';

/** Read at once: few enough to hold in memory. */
const chunk = 20;
/** One preview takes a processor's second: a shop waits for its own before the next. */
const running = new Set<string>();

export async function previewPolicy(
  { pool, vault, zone }: Pick<Commerce, 'pool' | 'vault' | 'zone'>,
  { shopId }: Person,
  { policy: sent, lastN }: { policy: unknown; lastN: number },
  /** The asker has gone: nobody waits for the answer. */
  isGone: () => boolean,
): Promise<PolicyPreview> {
  const policy = soundPolicy(sent);
  if (running.has(shopId)) refuse({ code: 'too-many', retryAfterSeconds: 5 });
  running.add(shopId);
  try {
    const { current, ids } = await snapshotOfShop(pool, shopId, async (tx) => ({
      current: await policyOf(tx, shopId),
      ids: await lastOrders(tx, shopId, lastN),
    }));
    const comparison = new PolicyComparison(current.policy, policy, await zone(shopId));
    for (let from = 0; from < ids.length && !isGone(); from += chunk) {
      const orders = await snapshotOfShop(pool, shopId, (tx) =>
        readOrderFacts(tx, vault, shopId, ids.slice(from, from + chunk)),
      );
      for (const facts of orders) {
        comparison.add(facts);
        // Messages go first: one order at a time, however many are asked for.
        await nextTurn();
      }
    }
    return { version: current.version, ...comparison.answer() };
  } finally {
    running.delete(shopId);
  }
}

async function lastOrders(
  tx: Parameters<typeof policyOf>[0],
  shopId: string,
  most: number,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    // Those that have come, and those that were short before they left: of the others there is nothing to ask yet.
    `select order_id as id from orders o where shop_id = $1 and paid_at is not null and (received_at is not null
      or exists (select from shipments s where s.shop_id = o.shop_id and s.order_id = o.order_id
        and s.delivered_at is not null)
      or exists (select from order_changes c where c.shop_id = o.shop_id and c.order_id = o.order_id))
    order by placed_at desc nulls last, order_id limit $2`,
    [shopId, most],
  );
  return rows.map(({ id }) => id);
}
