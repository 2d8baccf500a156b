/** The account that a customer named for a payout. Whoever asks is written down, as for any personal data of an order. */
import { v7 as uuid } from 'uuid';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Operations } from './context.ts';
import { mustFind } from './find.ts';
import { openSecret } from './secrets.ts';

export async function readPayee(
  { conversations: { pool, vault } }: Operations,
  { shopId, agentId }: Person,
  operationId: string,
): Promise<{ payee: string | null }> {
  return inShop(pool, shopId, async (tx) => {
    const { orderId, kind } = await mustFind(tx, shopId, operationId);
    if (kind !== 'payout') refuse({ code: 'not-found', what: 'operation' });
    const secret = await openSecret(tx, vault, shopId, operationId);
    tx.send(
      'insert into order_unmaskings (shop_id, unmasking_id, order_id, agent_id) values ($1, $2, $3, $4)',
      [shopId, uuid(), orderId, agentId],
    );
    return { payee: secret?.payee ?? null };
  });
}
