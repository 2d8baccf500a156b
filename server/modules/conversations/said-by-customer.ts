/** What proves whose an order is, as far as the customer's own words do. */
import type { Tx } from '../../platform/database/pool.ts';

/** So far back a number, and what proves it, is looked for. */
const messagesRead = 40;

export async function saidByCustomer(tx: Tx, shopId: string, conversationId: string): Promise<string[]> {
  const rows = await tx.query<{ text: string | null }>(
    `select text from messages where shop_id = $1 and conversation_id = $2 and author = 'customer'
    order by seq desc limit ${messagesRead}`,
    [shopId, conversationId],
  );
  return rows.map(({ text }) => text ?? '');
}
