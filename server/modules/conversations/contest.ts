/** The agent a finding is about says that it is wrong, and why. It goes on counting until a reviewer's verdict answers. */
import type { DoneAnswer } from '../../../core/api.ts';
import type { Verdict } from '../../../core/events.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Conversations } from './context.ts';
import { changeOnRows } from './ownership.ts';
import { findingOf } from './verdicts.ts';

export async function contestFinding(
  conversations: Pick<Conversations, 'pool' | 'road'>,
  person: Person,
  findingId: string,
  reason: string,
): Promise<DoneAnswer> {
  const { shopId, agentId: byId } = person;
  const finding = await findingOf(conversations, shopId, findingId);
  if (!finding) refuse({ code: 'not-found', what: 'finding' });
  return changeOnRows(conversations, person, finding.conversationId, async (_, tx) => {
    const { verdict, contestedBy, contestReason, authorId, hadIt } = await readFinding(tx, person, findingId);
    // Of what an agent wrote its author may speak; of what nobody wrote, such as a wait, whoever had the episode.
    if (authorId === null ? !hadIt : authorId !== byId)
      refuse({ code: 'conflict', reason: 'not-your-finding' });
    if (contestedBy === byId && contestReason === reason) return [];
    if (verdict !== null && verdict !== 'own-reason') refuse({ code: 'conflict', reason: 'finding-settled' });
    if (contestedBy !== null) refuse({ code: 'conflict', reason: 'finding-contested' });
    return [{ type: 'finding.contested', findingId, byId, row: { reason } }];
  });
}

interface ContestableRow {
  verdict: Verdict | null;
  contestedBy: string | null;
  contestReason: string | null;
  /** The agent who wrote the message; null: no agent did. */
  authorId: string | null;
  /** Whether the person ever had the episode. */
  hadIt: boolean;
}

async function readFinding(tx: Tx, { shopId, agentId }: Person, findingId: string): Promise<ContestableRow> {
  const [row] = await tx.query<ContestableRow>(
    `select f.verdict, f.contested_by as "contestedBy", f.contest_reason as "contestReason",
      case m.author when 'agent' then m.author_id end as "authorId",
      exists (select from events e where e.shop_id = f.shop_id and e.conversation_id = f.conversation_id
        and e.type = 'episode.assigned' and e.data->>'episodeId' = f.episode_id::text and e.data->>'agentId' = $3) as "hadIt"
    from findings f
    left join messages m on m.shop_id = f.shop_id and m.conversation_id = f.conversation_id and m.seq = f.message_seq
    where f.shop_id = $1 and f.finding_id = $2`,
    [shopId, findingId, agentId],
  );
  return row!;
}
