/** What a reviewer says of a finding. It stands; only an agent's own reason still waits for somebody's word. */
import type { DoneAnswer } from '../../../core/api.ts';
import type { Verdict } from '../../../core/events.ts';
import { refuse } from '../../../core/refusal.ts';
import type { RuleId } from '../../../core/standard/finding.ts';
import type { Person } from '../../../core/team/roles.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Conversations } from './context.ts';
import { changeOnRows } from './ownership.ts';

export async function settleFinding(
  conversations: Pick<Conversations, 'pool' | 'road'>,
  person: Person,
  findingId: string,
  { verdict, reason }: { verdict: 'right' | 'wrong'; reason: string },
): Promise<DoneAnswer> {
  const { shopId, agentId: byId } = person;
  const finding = await findingOf(conversations, shopId, findingId);
  if (!finding) refuse({ code: 'not-found', what: 'finding' });
  return changeOnRows(conversations, person, finding.conversationId, async (_, tx) => {
    const [row] = await tx.query<{ verdict: Verdict | null }>(
      'select verdict from findings where shop_id = $1 and finding_id = $2',
      [shopId, findingId],
    );
    const before = row!.verdict;
    if (before === verdict) return [];
    if (before !== null && before !== 'own-reason') refuse({ code: 'conflict', reason: 'finding-settled' });
    return [{ type: 'finding.settled', findingId, verdict, byId, row: { reason } }];
  });
}

export async function findingOf(
  { pool }: Pick<Conversations, 'pool'>,
  shopId: string,
  findingId: string,
): Promise<{ conversationId: string; episodeId: string; rule: RuleId } | null> {
  const [row] = await inShop(pool, shopId, (tx) =>
    tx.query<{ conversationId: string; episodeId: string; rule: RuleId }>(
      `select conversation_id as "conversationId", episode_id as "episodeId", rule
      from findings where shop_id = $1 and finding_id = $2`,
      [shopId, findingId],
    ),
  );
  return row ?? null;
}
