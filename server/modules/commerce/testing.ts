/** What tests of goods and orders stand on. */
import type { Person } from '../../../core/team/roles.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';

/** A shop called `mine`, and its supervisor. */
export async function foundShop(pool: Pool, { shopId, agentId }: Person): Promise<void> {
  await inShop(pool, shopId, async (tx) => {
    tx.send(`insert into shops (shop_id, slug, name, settings) values ($1, 'mine', 'mine', '{}')`, [shopId]);
    tx.send(
      `insert into agents (shop_id, agent_id, login, name, work_number, role, password_hash)
      values ($1, $2, 'shen', '沈', '1', 'supervisor', '-')`,
      [shopId, agentId],
    );
  });
}
