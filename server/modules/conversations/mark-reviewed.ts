/** A reviewer has read an episode: it leaves the list of what is to be reviewed. */
import type { DoneAnswer } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Conversations } from './context.ts';
import { changeOnRows } from './ownership.ts';

export async function markReviewed(
  conversations: Pick<Conversations, 'pool' | 'road'>,
  person: Person,
  episodeId: string,
): Promise<DoneAnswer> {
  const { shopId, agentId: byId } = person;
  const [scored] = await inShop(conversations.pool, shopId, (tx) =>
    tx.query<{ conversationId: string }>(
      'select conversation_id as "conversationId" from scores where shop_id = $1 and episode_id = $2',
      [shopId, episodeId],
    ),
  );
  if (!scored) refuse({ code: 'not-found', what: 'episode' });
  return changeOnRows(conversations, person, scored.conversationId, async (_, tx) => {
    const [known] = await tx.query(
      'select 1 from episodes where shop_id = $1 and episode_id = $2 and reviewed_at is not null',
      [shopId, episodeId],
    );
    return known ? [] : [{ type: 'episode.reviewed', episodeId, byId }];
  });
}
