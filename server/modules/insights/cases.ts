/** The shop's own case file: what people found wrong with a rule, for the next engine to be tried on. */
import type { CaseAnswer } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { RuleId } from '../../../core/standard/finding.ts';
import { rules as allRules } from '../../../core/standard/rules/index.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop, snapshotOfShop } from '../../platform/database/pool.ts';
import type { Conversations } from '../conversations/index.ts';
import { readReviewed, readVisible } from '../conversations/index.ts';
import type { CaseForm } from './masked-conversation.ts';
import { maskedConversation } from './masked-conversation.ts';

type Here = Pick<Conversations, 'pool' | 'vault' | 'shops' | 'now'>;

export interface CasePlace {
  turn: number;
  rule: RuleId;
}

/** Takes the episode into the file, as it is now; asked again it is taken anew. null: there is no such episode. */
export async function keepCase(
  { pool, vault, shops, now }: Here,
  shopId: string,
  episodeId: string,
  missed?: { messageSeq: number; rule: RuleId },
): Promise<CaseAnswer | null> {
  const { settings } = await shops.get(shopId);
  return inShop(pool, shopId, async (tx) => {
    const episode = await readReviewed(tx, vault, settings, shopId, episodeId);
    if (!episode) return null;
    const { conversationId, firstSeq, reviewed } = episode;
    const places = missed ? [{ turn: missed.messageSeq - firstSeq, rule: missed.rule }] : [];
    tx.send(
      `insert into standard_cases as c (shop_id, episode_id, conversation_id, conversation, missed, created_at, updated_at)
      values ($1, $2, $3, $4, $5, $6, $6)
      on conflict (shop_id, episode_id) do update set conversation = excluded.conversation, updated_at = excluded.updated_at,
        missed = case when c.missed @> excluded.missed then c.missed else c.missed || excluded.missed end`,
      [
        shopId,
        episodeId,
        conversationId,
        JSON.stringify(maskedConversation(reviewed)),
        JSON.stringify(places),
        new Date(now()).toISOString(),
      ],
    );
    return { id: episodeId };
  });
}

/** What a rule should have found at a message, said by a person. */
export async function addMissed(
  conversations: Here,
  person: Person,
  { conversationId, messageSeq, rule }: { conversationId: string; messageSeq: number; rule: string },
): Promise<CaseAnswer> {
  const known = allRules.find(({ id }) => id === rule);
  if (!known) refuse({ code: 'invalid', problems: [{ field: 'rule', problem: 'not-allowed' }] });
  const episodeId = await inShop(conversations.pool, person.shopId, async (tx) => {
    await readVisible(tx, person, conversationId);
    const [message] = await tx.query<{ episode_id: string }>(
      'select episode_id from messages where shop_id = $1 and conversation_id = $2 and seq = $3',
      [person.shopId, conversationId, messageSeq],
    );
    return message?.episode_id ?? refuse({ code: 'not-found', what: 'message' });
  });
  return (await keepCase(conversations, person.shopId, episodeId, { messageSeq, rule: known.id }))!;
}

/**
 * JSON lines. `expect`: findings that people confirmed or missed; `free`: rules that people rejected and nobody confirmed
 * anywhere in the episode; `open`: places that nobody has judged, or rejected beside a confirmed one: they count neither way.
 */
export async function exportCases({ pool }: Pick<Here, 'pool'>, { shopId }: Person): Promise<string> {
  const cases = await snapshotOfShop(pool, shopId, (tx) => readCases(tx, shopId));
  return cases.map((one) => `${JSON.stringify(lineOf(one))}\n`).join('');
}

interface CaseRow {
  conversation: CaseForm;
  missed: CasePlace[];
  findings: (CasePlace & { verdict: string | null })[];
}

function readCases(tx: Tx, shopId: string): Promise<CaseRow[]> {
  return tx.query<CaseRow>(
    `select c.conversation, c.missed, coalesce((
      select json_agg(json_build_object('turn', f.message_seq - e.first_seq, 'rule', f.rule, 'verdict', f.verdict)
        order by f.message_seq, f.rule)
      from findings f where f.shop_id = c.shop_id and f.conversation_id = c.conversation_id and f.episode_id = c.episode_id
    ), '[]')::jsonb as findings, c.created_at, c.episode_id::text as id
    from standard_cases c join episodes e on e.shop_id = c.shop_id and e.episode_id = c.episode_id
    where c.shop_id = $1
    union all
    select conversation, missed, findings, created_at, case_id from pasted_cases where shop_id = $1
    order by created_at, id`,
    [shopId],
  );
}

function lineOf({ conversation, missed, findings }: CaseRow) {
  const bare = ({ turn, rule }: CasePlace): CasePlace => ({ turn, rule });
  const confirmed = findings.filter(({ verdict }) => verdict === 'right' || verdict === 'risk-taken');
  const expect = [...confirmed.map(bare), ...missed];
  const rejected = findings.filter(({ verdict }) => verdict === 'wrong').map(({ rule }) => rule);
  const unjudged = findings.filter(({ verdict }) => verdict === null || verdict === 'own-reason');
  const free = [...new Set(rejected)].filter(
    (rule) => ![...expect, ...unjudged].some((one) => one.rule === rule),
  );
  return { ...conversation, expect, free, open: unjudged.map(bare) };
}
