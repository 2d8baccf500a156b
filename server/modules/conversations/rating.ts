/** The customer judges an episode; the word stands beside it, never in the log. */
import * as rating from '../../../core/conversations/rating.ts';
import type { NewRating, OwnRating } from '../../../core/conversations/rating.ts';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Visitor } from '../customers/index.ts';
import type { Conversations } from './context.ts';
import type { ConversationRow } from './row.ts';
import { conversationOf, stateColumns, stateTables } from './row.ts';

export async function rateEpisode(
  { road, now }: Pick<Conversations, 'road' | 'now'>,
  { shopId }: Visitor,
  conversationId: string,
  given: NewRating,
): Promise<OwnRating> {
  const { conversation } = await road.take({
    shopId,
    conversationId,
    decide: (state) => rating.rate(state, given, now()),
  });
  return rating.ratingOf(conversation, given.word, now())!;
}

/** States by id, with the word of the last episode's rating. */
export async function readStates(
  tx: Tx,
  shopId: string,
  conversationIds: string[],
): Promise<Map<string, { conversation: Conversation; word: string | null }>> {
  const rows = await tx.query<ConversationRow & { rating_word: string | null }>(
    `select ${stateColumns}, e.rating_word from ${stateTables}
    where c.shop_id = $1 and c.conversation_id = any($2::uuid[])`,
    [shopId, conversationIds],
  );
  return new Map(
    rows.map((row) => [row.conversation_id, { conversation: conversationOf(row), word: row.rating_word }]),
  );
}
