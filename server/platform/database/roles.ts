import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { OperatorError } from '../operator-error.ts';
import { asRole } from './database-url.ts';

/** The roles the server works as; they own nothing and stand under row-level security. */
export const roles = ['yinuo_app', 'yinuo_pump'] as const;
export type Role = (typeof roles)[number];

export function roleUrl(ownerUrl: string, role: Role, secret: string): string {
  return asRole(ownerUrl, role, rolePassword(role, secret));
}

/** Makes the roles and sees that each can sign in with its derived password. */
export async function ensureRoles(owner: pg.Client, ownerUrl: string, secret: string): Promise<void> {
  for (const role of roles) {
    await repeatOnClash(() => create(owner, role));
    await refuseMight(owner, role);
    if (!(await canSignIn(roleUrl(ownerUrl, role, secret)))) {
      const password = owner.escapeLiteral(rolePassword(role, secret));
      await repeatOnClash(() => owner.query(`alter role ${role} with login password ${password}`));
    }
  }
}

function rolePassword(role: Role, secret: string): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('base64url');
}

async function create(owner: pg.Client, role: Role): Promise<void> {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role]);
  if (rowCount === 0) await owner.query(`create role ${role} login`);
}

/** A role that passes the walls between shops would make them useless without anybody noticing. */
async function refuseMight(owner: pg.Client, role: Role): Promise<void> {
  const { rowCount } = await owner.query(
    `select from pg_roles where (rolsuper or rolbypassrls) and pg_has_role($1, oid, 'member')`,
    [role],
  );
  if (rowCount === 0) return;
  throw new OperatorError({
    zh: `数据库角色 ${role} 可以绕过行级安全（超级用户或 BYPASSRLS，或属于这样的角色），店铺之间的隔离会失效。请以管理员执行：ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS，并收回它所属的角色。`,
    en: `The database role ${role} can pass row-level security (superuser, BYPASSRLS, or member of such a role), so shops would not be kept apart. As administrator run ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS and revoke the roles it belongs to.`,
  });
}

async function canSignIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    const invalidPassword = ['28P01', '28000'];
    if (invalidPassword.includes((error as pg.DatabaseError).code ?? '')) return false;
    throw error;
  } finally {
    await client.end();
  }
}

/**
 * Roles belong to the whole cluster, where the advisory lock of one database doesn't reach: two databases
 * migrated at once may change a role in the same moment, and PostgreSQL then refuses one of them.
 */
async function repeatOnClash<T>(change: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await change();
    } catch (error) {
      const { code, message } = error as pg.DatabaseError;
      const clash = code === '42710' || code === '23505' || message.includes('concurrently updated');
      if (!clash || attempt === 50) throw error;
      await pause(20);
    }
  }
}
