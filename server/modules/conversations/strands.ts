/** Where the messages of one customer stand: in their own thread, and then in those that it was merged into. */
import type { Strand } from '../../../core/conversations/merge.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Position } from '../../platform/log/cursor.ts';

export async function strandsOf(tx: Tx, shopId: string, conversationId: string): Promise<Strand[]> {
  return (await strandsAndMerge(tx, shopId, conversationId)).strands;
}

/** `mergedAt`: when the last of them was merged into the next; null: nothing was merged. */
export async function strandsAndMerge(
  tx: Tx,
  shopId: string,
  conversationId: string,
): Promise<{ strands: Strand[]; mergedAt: Position | null }> {
  const strands: Strand[] = [];
  let mergedAt: Position | null = null;
  for (let id = conversationId, after = 0; ;) {
    const merged = await readMerged(tx, shopId, id);
    strands.push({ conversationId: id, after, upTo: merged?.seq ?? null });
    if (!merged) return { strands, mergedAt };
    mergedAt = { tx: BigInt(merged.tx), eventId: merged.eventId };
    ({ into: id, intoSeq: after } = merged);
  }
}

/** undefined: it was not. No message comes after, so that its last number is the one at the merge. */
async function readMerged(tx: Tx, shopId: string, conversationId: string) {
  const [row] = await tx.query<{ into: string; seq: number; intoSeq: number; tx: string; eventId: number }>(
    `select c.merged_into as "into", c.seq, (e.data->>'intoSeq')::int as "intoSeq", e.tx::text, e.event_id as "eventId"
    from conversations c join events e on e.shop_id = c.shop_id and e.conversation_id = c.conversation_id
      and e.type = 'conversation.merged'
    where c.shop_id = $1 and c.conversation_id = $2 and c.merged_into is not null`,
    [shopId, conversationId],
  );
  return row;
}
