/** What others wrote that a sender has not seen. Their own lines don't count, nor what the desk says by itself. */
import { longestQuote } from '../../../core/attachments.ts';
import type { Overtaking } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';

/** `upTo`: everything until here was looked at. */
export async function othersSince(
  tx: Tx,
  { shopId, agentId }: Pick<Person, 'shopId' | 'agentId'>,
  conversationId: string,
  seen: number,
): Promise<{ upTo: number; messages: Overtaking[] }> {
  const rows = await tx.query<Overtaking & { others: boolean }>(
    `select m.seq, m.author, left(m.text, ${longestQuote}) as text,
      case when f.attachment_id is not null then json_build_object('kind', f.kind, 'name', f.name) end as attachment,
      case m.author when 'customer' then cu.name else a.name end as "authorName",
      m.author = 'customer' or (m.author = 'agent' and m.author_id is distinct from $4::uuid) as others
    from messages m
    left join agents a on m.author = 'agent' and a.shop_id = m.shop_id and a.agent_id = m.author_id
    left join attachments f on f.shop_id = m.shop_id and f.attachment_id = m.attachment_id
    left join customers cu on m.author = 'customer' and cu.shop_id = m.shop_id and cu.customer_id = m.author_id
    where m.shop_id = $1 and m.conversation_id = $2 and m.seq > $3 order by m.seq`,
    [shopId, conversationId, seen, agentId],
  );
  const messages = rows.flatMap(({ others, ...message }) => (others ? [message] : []));
  return { upTo: rows.at(-1)?.seq ?? seen, messages };
}
