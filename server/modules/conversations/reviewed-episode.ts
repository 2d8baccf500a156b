/** An episode as the standard reviews it: what was said, what is known, what was found before. */
import { saidIn } from '../../../core/attachments.ts';
import type { ScoreLine } from '../../../core/api.ts';
import type { Conversation as Reviewed, Turn } from '../../../core/standard/facts.ts';
import type { RuleId } from '../../../core/standard/finding.ts';
import type { Verdict } from '../../../core/standard/score.ts';
import type { ShopSettings } from '../../../core/team/shop-settings.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import { agreedChanges, ownOrderIds } from '../commerce/index.ts';
import { factsOf, knownBy, readContacts } from '../customers/index.ts';
import { attachmentName } from './attachments.ts';
import { withGrounds } from './grounds.ts';

export interface ReviewedEpisode {
  conversationId: string;
  episodeId: string;
  /** `reviewed.turns[i]` is the message numbered `firstSeq + i`. */
  firstSeq: number;
  reviewed: Reviewed;
  known: KnownFinding[];
  /** null: it goes on. */
  closedAt: number | null;
}

export interface KnownFinding {
  rule: RuleId;
  message_seq: number;
  verdict: ScoreLine['verdict'];
}

/** null: the shop has no such episode, or its words were erased and nothing is left to review. */
export async function readReviewed(
  tx: Tx,
  vault: Vault,
  settings: Pick<ShopSettings, 'lang' | 'hours'>,
  shopId: string,
  episodeId: string,
): Promise<ReviewedEpisode | null> {
  const [row] = await tx.query<EpisodeRow>(
    `select e.conversation_id, e.first_seq, e.closed_at, e.closed_by, c.channel, c.customer_id, cu.name as customer_name,
      (select min(v.at) from events v where v.shop_id = e.shop_id and v.conversation_id = e.conversation_id
        and v.type = 'episode.assigned' and v.data->>'episodeId' = e.episode_id::text) as assigned_at,
      (select h.hours from scores s join hours_versions h on h.shop_id = s.shop_id and h.version = s.hours_version
        where s.shop_id = e.shop_id and s.episode_id = e.episode_id) as hours
    from episodes e
    join conversations c on c.shop_id = e.shop_id and c.conversation_id = e.conversation_id
    join customers cu on cu.shop_id = c.shop_id and cu.customer_id = c.customer_id
    where e.shop_id = $1 and e.episode_id = $2 and cu.erased_at is null`,
    [shopId, episodeId],
  );
  if (!row) return null;
  const { conversation_id: conversationId, closed_at: closedAt } = row;
  const turns = await readTurns(tx, vault, shopId, conversationId, episodeId);
  const known = await readKnown(tx, shopId, conversationId, episodeId);
  const contacts = await readContacts(tx, vault, shopId, row.customer_id);
  const agreed = await agreedBy(tx, vault, shopId, row.customer_id, turns);
  const timed = turns.every((turn) => turn.at !== undefined);
  const reviewed: Reviewed = {
    id: episodeId,
    lang: settings.lang,
    channel: row.channel === 'phone' ? 'phone' : 'chat',
    customer: factsOf(row.customer_name, contacts),
    ...(agreed.length > 0 && { agreedChanges: agreed }),
    // Judged again, it is judged by the hours that it was scored by.
    hours: row.hours ?? settings.hours,
    assignedAt: row.assigned_at ?? undefined,
    turns,
  };
  if (row.closed_by) {
    const by = row.closed_by === 'silence' ? 'system' : row.closed_by;
    reviewed.ended = { by, at: timed ? closedAt! : undefined };
  }
  return { conversationId, episodeId, firstSeq: row.first_seq, reviewed, known, closedAt };
}

/** Whether what was found and said of a closed episode is still what was read, and its words are there. */
export async function standsAsRead(
  tx: Tx,
  shopId: string,
  { conversationId, episodeId, known }: Pick<ReviewedEpisode, 'conversationId' | 'episodeId' | 'known'>,
): Promise<boolean> {
  const [here, now] = await Promise.all([
    tx.query(
      `select 1 from episodes e
      join conversations c on c.shop_id = e.shop_id and c.conversation_id = e.conversation_id
      join customers cu on cu.shop_id = c.shop_id and cu.customer_id = c.customer_id
      where e.shop_id = $1 and e.episode_id = $2 and e.conversation_id = $3 and cu.erased_at is null`,
      [shopId, episodeId, conversationId],
    ),
    readKnown(tx, shopId, conversationId, episodeId),
  ]);
  return here.length === 1 && JSON.stringify(now) === JSON.stringify(known);
}

function readKnown(
  tx: Tx,
  shopId: string,
  conversationId: string,
  episodeId: string,
): Promise<KnownFinding[]> {
  return tx.query(
    `select rule, message_seq, verdict from findings
    where shop_id = $1 and conversation_id = $2 and episode_id = $3 order by message_seq, rule`,
    [shopId, conversationId, episodeId],
  );
}

/** Changes of their orders that the record says they agreed to. */
async function agreedBy(tx: Tx, vault: Vault, shopId: string, customerId: string, turns: readonly Turn[]) {
  const said = turns.flatMap(({ from, text }) => (from === 'customer' ? text : []));
  const own = await ownOrderIds(tx, vault, shopId, await knownBy(tx, vault, shopId, customerId), said);
  return own.length > 0 ? agreedChanges(tx, shopId, own) : [];
}

/** What people decided that a score heeds. */
export function verdictsOn(known: readonly KnownFinding[], firstSeq: number): Verdict[] {
  return known.flatMap(({ rule, message_seq, verdict }): Verdict[] =>
    verdict === 'wrong' || verdict === 'risk-taken' ? [{ rule, turn: message_seq - firstSeq, verdict }] : [],
  );
}

async function readTurns(
  tx: Tx,
  vault: Vault,
  shopId: string,
  conversationId: string,
  episodeId: string,
): Promise<Turn[]> {
  const rows = await tx.query<{
    client_id: string;
    author: Turn['from'];
    text: string | null;
    attachment_name: string | null;
    said_at: number | null;
    until_at: number | null;
  }>(
    `select client_id, author, text, ${attachmentName}, said_at, until_at from messages m
    where shop_id = $1 and conversation_id = $2 and episode_id = $3 order by seq`,
    [shopId, conversationId, episodeId],
  );
  const turns = rows.map(({ author, text, attachment_name, said_at, until_at }): Turn => {
    return {
      from: author,
      text: saidIn(text, attachment_name),
      at: said_at ?? undefined,
      until: until_at ?? undefined,
    };
  });
  const clientIds = rows.map((row) => row.client_id);
  return withGrounds(tx, vault, shopId, conversationId, turns, clientIds);
}

interface EpisodeRow {
  conversation_id: string;
  first_seq: number;
  closed_at: number | null;
  closed_by: 'agent' | 'customer' | 'silence' | null;
  channel: string;
  customer_id: string;
  customer_name: string | null;
  /** When somebody first had it: waiting in the queue counts for the shop. */
  assigned_at: number | null;
  /** null: not scored yet. */
  hours: ShopSettings['hours'] | null;
}
