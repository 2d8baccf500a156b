/** Passwords: which are let through, how they are kept, and changing one's own. */
import { hash, verify } from '@node-rs/argon2';
import { refuse } from '../../../core/refusal.ts';
import type { Guessable } from '../../../core/team/passwords.ts';
import { passwordProblem } from '../../../core/team/passwords.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import { noteChange } from './changes.ts';
import type { Managing } from './context.ts';

export const hashPassword = (password: string) => hash(password);
export const isPassword = (kept: string, password: string) => verify(kept, password);

export function requireGoodPassword(password: string, known: Guessable): void {
  const problem = passwordProblem(password, known);
  if (problem) refuse({ code: 'invalid', problems: [{ field: 'password', ...problem }] });
}

/** Asked before what somebody at an unlocked desk should not do in another's name. */
export async function requireOwnPassword(pool: Pool, person: Person, password: string): Promise<void> {
  const [row] = await inShop(pool, person.shopId, (tx) =>
    tx.query<{ password_hash: string }>(
      'select password_hash from agents where shop_id = $1 and agent_id = $2',
      [person.shopId, person.agentId],
    ),
  );
  if (!row || !(await isPassword(row.password_hash, password)))
    refuse({ code: 'invalid', problems: [{ field: 'currentPassword', problem: 'wrong' }] });
}

/** All other sessions end with the old password. */
export async function changeOwnPassword(
  { pool, shops, sessions, now }: Managing,
  person: Person,
  sessionId: string,
  { currentPassword, password }: { currentPassword: string; password: string },
): Promise<void> {
  await requireOwnPassword(pool, person, currentPassword);
  const { slug, name: shopName } = await shops.get(person.shopId);
  const { shopId, agentId, name, workNumber } = person;
  const login = await loginOf(pool, person);
  requireGoodPassword(password, { login, name, workNumber, shop: slug, shopName });
  const passwordHash = await hashPassword(password);
  const tellSockets = await inShop(pool, shopId, async (tx) => {
    tx.send('update agents set password_hash = $3 where shop_id = $1 and agent_id = $2', [
      shopId,
      agentId,
      passwordHash,
    ]);
    noteChange(tx, shopId, { kind: 'password-changed', byId: agentId, agentId, at: now() });
    return sessions.endAllOf(tx, person, sessionId);
  });
  tellSockets();
}

export async function loginOf(pool: Pool, { shopId, agentId }: Person): Promise<string> {
  const [row] = await inShop(pool, shopId, (tx) =>
    tx.query<{ login: string }>('select login from agents where shop_id = $1 and agent_id = $2', [
      shopId,
      agentId,
    ]),
  );
  return row!.login;
}
