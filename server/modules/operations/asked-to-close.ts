/** A customer's recorded request: a message of theirs, in a conversation beside which the order stands. */
import { asksToClose } from '../../../core/commerce/operations/asks-to-close.ts';
import type { Turn } from '../../../core/standard/facts.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import { isBeside } from '../conversations/index.ts';

/** So many messages before it may decide what it means. */
const lookBack = 8;

export async function askedToClose(
  tx: Tx,
  vault: Vault,
  shopId: string,
  orderId: string,
  { conversationId, seq }: { conversationId: string; seq: number },
): Promise<boolean> {
  const said = await tx.query<{ seq: number; author: Turn['from']; text: string | null }>(
    `select seq, author, text from messages where shop_id = $1 and conversation_id = $2 and seq <= $3 and seq > $4
    order by seq`,
    [shopId, conversationId, seq, seq - lookBack - 1],
  );
  if (said.at(-1)?.seq !== seq) return false;
  const turns = said.map(({ author, text }): Turn => ({ from: author, text: text ?? '' }));
  return asksToClose(turns) && (await isBeside(tx, vault, shopId, conversationId, orderId));
}
