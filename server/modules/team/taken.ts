/** Logins and work numbers are one person's in a shop, whether they are here, have left, or are invited. */
import pg from 'pg';
import { refuse } from '../../../core/refusal.ts';
import type { Tx } from '../../platform/database/pool.ts';

export async function requireFreeLogin(tx: Tx, shopId: string, login: string): Promise<void> {
  const rows = await tx.query('select from agents where shop_id = $1 and login = $2', [shopId, login]);
  if (rows.length > 0) taken('login');
}

export async function requireFreeWorkNumber(tx: Tx, shopId: string, workNumber: string): Promise<void> {
  const rows = await tx.query(
    `select from agents where shop_id = $1 and work_number = $2
    union all
    select from invitations where shop_id = $1 and work_number = $2 and accepted_at is null and withdrawn_at is null`,
    [shopId, workNumber],
  );
  if (rows.length > 0) taken('workNumber');
}

/** Of two who take the same at the same moment, the database lets one. */
export async function takenIsRefused<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '23505') {
      if (error.constraint?.includes('work_number')) taken('workNumber');
      if (error.constraint?.includes('login')) taken('login');
      if (error.constraint?.startsWith('shop_directory')) taken('slug');
    }
    throw error;
  }
}

function taken(field: 'login' | 'workNumber' | 'slug'): never {
  refuse({ code: 'invalid', problems: [{ field, problem: 'taken' }] });
}
