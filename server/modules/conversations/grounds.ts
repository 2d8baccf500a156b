/** What a message was judged by, kept for its score: facts and stock change, and what was true when it was said stays so. */
import type { Facts, Grounds, Turn } from '../../../core/standard/facts.ts';
import { standsOnFacts } from '../../../core/standard/rules/redline.claim.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import type { Conversations } from './context.ts';

/** What of it all these words stand on; null: nothing that could be another later. */
export function groundsOf(
  text: string,
  { products = [] }: Pick<Facts, 'products'>,
  others: Grounds['others'] = [],
): Grounds | null {
  const stood = products.length > 0 && standsOnFacts(text);
  if (!stood && others.length === 0) return null;
  return { ...(stood && { products }), ...(others.length > 0 && { others }) };
}

export async function keepGrounds(
  { pool, vault, now }: Pick<Conversations, 'pool' | 'vault' | 'now'>,
  { shopId, conversationId, clientId, text }: JudgedWords,
  grounds: Grounds,
): Promise<void> {
  await inShop(pool, shopId, (tx) =>
    tx.query(
      `insert into message_grounds (shop_id, conversation_id, client_id, said_hash, grounds, created_at)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (shop_id, conversation_id, client_id)
        do update set said_hash = excluded.said_hash, grounds = excluded.grounds, created_at = excluded.created_at`,
      [shopId, conversationId, clientId, hashOf(vault, shopId, text), grounds, new Date(now())],
    ),
  );
}

export interface JudgedWords {
  shopId: string;
  conversationId: string;
  clientId: string;
  text: string;
}

/** The turns, each with what it was judged by. `clientIds[i]` is that of `turns[i]`. */
export async function withGrounds(
  tx: Tx,
  vault: Vault,
  shopId: string,
  conversationId: string,
  turns: readonly Turn[],
  clientIds: readonly string[],
): Promise<Turn[]> {
  const rows = await tx.query<{ client_id: string; said_hash: Buffer; grounds: Grounds }>(
    'select client_id, said_hash, grounds from message_grounds where shop_id = $1 and conversation_id = $2',
    [shopId, conversationId],
  );
  const kept = new Map(rows.map((row) => [row.client_id, row]));
  return turns.map((turn, i) => {
    const known = turn.from === 'agent' ? kept.get(clientIds[i]!) : undefined;
    return known?.said_hash.equals(hashOf(vault, shopId, turn.text))
      ? { ...turn, grounds: known.grounds }
      : turn;
  });
}

/** Keyed: what was said must not be guessed from it once it is erased. */
const hashOf = (vault: Vault, shopId: string, text: string) => vault.blindIndex(shopId, 'said', text);
