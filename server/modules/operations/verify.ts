/** Every chain of the shop, line by line: which is broken first, and where. */
import type { AuditAnswer } from '../../../core/commerce/operation-api.ts';
import { inShop } from '../../platform/database/pool.ts';
import { chainOf } from './audit.ts';
import type { Operations } from './context.ts';

const together = 200;

export async function verifyChains(
  { conversations: { pool, vault } }: Operations,
  shopId: string,
): Promise<AuditAnswer> {
  const answer: AuditAnswer = { orders: 0, lines: 0, broken: [] };
  for (let after: string | null = null; ;) {
    const orders: string[] = await inShop(pool, shopId, async (tx) => {
      // A chain whose head was taken away still has its lines.
      const rows = await tx.query<{ id: string }>(
        `select order_id as id from (select order_id from order_books where shop_id = $1
          union select order_id from order_audit where shop_id = $1) chains
        where $2::uuid is null or order_id > $2 order by order_id limit ${together}`,
        [shopId, after],
      );
      for (const { id } of rows) {
        const { lines, broken } = await chainOf(tx, vault, shopId, id);
        answer.orders += 1;
        answer.lines += lines.length;
        if (broken) answer.broken.push({ orderId: id, ...broken });
      }
      return rows.map(({ id }) => id);
    });
    if (orders.length < together) return answer;
    after = orders.at(-1)!;
  }
}
