/** The customer judges an episode; the word stands beside it, never in the log. */
import * as rating from '../../../core/conversations/rating.ts';
import type { NewRating, OwnRating } from '../../../core/conversations/rating.ts';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import type { Strand } from '../../../core/conversations/merge.ts';
import { standsIn } from '../../../core/conversations/merge.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Visitor } from '../customers/index.ts';
import type { Conversations } from './context.ts';
import type { ConversationRow } from './row.ts';
import { conversationOf, stateColumns, stateTables } from './row.ts';
import { strandsOf } from './strands.ts';

export async function rateEpisode(
  { pool, road, now }: Pick<Conversations, 'pool' | 'road' | 'now'>,
  { shopId }: Visitor,
  own: string,
  given: NewRating,
): Promise<OwnRating> {
  const conversationId = await inShop(pool, shopId, async (tx) => {
    const threads = new Map([[own, await strandsOf(tx, shopId, own)]]);
    return (await statesAlong(tx, shopId, threads)).get(own)?.conversation.conversationId ?? own;
  });
  const { conversation } = await road.take({
    shopId,
    conversationId,
    decide: (state) => rating.rate(state, given, now()),
  });
  return rating.ratingOf(conversation, given.word, now())!;
}

/** Where customers stand, by their own conversation, with the word of the last episode's rating. */
export async function statesAlong(
  tx: Tx,
  shopId: string,
  threads: ReadonlyMap<string, Strand[]>,
): Promise<Map<string, State>> {
  const ids = new Set([...threads.values()].flatMap((strands) => strands.map((one) => one.conversationId)));
  const states = await readStates(tx, shopId, [...ids]);
  const conversations = new Map([...states].map(([id, { conversation }]) => [id, conversation]));
  const found = new Map<string, State>();
  for (const [own, strands] of threads) {
    const state = states.get(standsIn(strands, conversations));
    if (state) found.set(own, state);
  }
  return found;
}

interface State {
  conversation: Conversation;
  word: string | null;
}

async function readStates(tx: Tx, shopId: string, conversationIds: string[]): Promise<Map<string, State>> {
  const rows = await tx.query<ConversationRow & { rating_word: string | null }>(
    `select ${stateColumns}, e.rating_word from ${stateTables}
    where c.shop_id = $1 and c.conversation_id = any($2::uuid[])`,
    [shopId, conversationIds],
  );
  return new Map(
    rows.map((row) => [row.conversation_id, { conversation: conversationOf(row), word: row.rating_word }]),
  );
}
