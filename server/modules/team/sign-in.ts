/** Account and password to a person. A wrong name costs as much time as a wrong password. */
import { refuse } from '../../../core/refusal.ts';
import type { Group, Person, Role } from '../../../core/team/roles.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import { hashPassword, isPassword } from './passwords.ts';
import type { Shops } from './settings.ts';

/** `account` is `shop:login`, as marketplaces name sub-accounts; a full-width colon will do. */
export async function signIn(pool: Pool, shops: Shops, account: string, password: string): Promise<Person> {
  const [slug = '', login = ''] = accountParts(account);
  const shop = await shops.bySlug(slug);
  const row = shop && (await findAgent(pool, shop.shopId, login));
  const right = await isPassword(row?.password_hash ?? (await decoy), password);
  if (!shop || !row || !right) refuse({ code: 'unauthenticated' });
  const { agent_id: agentId, work_number: workNumber, name, role, groups } = row;
  return { shopId: shop.shopId, agentId, name, workNumber, role, groups };
}

/** Lower case and half width, so that one account is one account however it is typed. */
export function accountParts(account: string): string[] {
  return account.normalize('NFKC').toLowerCase().trim().split(':', 2);
}

const decoy = hashPassword('nobody has this password');

async function findAgent(pool: Pool, shopId: string, login: string) {
  const [row] = await inShop(pool, shopId, (tx) =>
    tx.query<{
      agent_id: string;
      name: string;
      work_number: string;
      role: Role;
      groups: Group[];
      password_hash: string;
    }>(
      `select agent_id, name, work_number, role, groups, password_hash from agents
      where shop_id = $1 and login = $2 and left_at is null`,
      [shopId, login],
    ),
  );
  return row;
}
