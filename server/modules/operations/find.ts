/** An operation that has to be there. */
import type { Operation } from '../../../core/commerce/operations/record.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { operationById } from './rows.ts';

export async function mustFind(tx: Tx, shopId: string, operationId: string): Promise<Operation> {
  return (await operationById(tx, shopId, operationId)) ?? refuse({ code: 'not-found', what: 'operation' });
}
