/** Everything that is open in the shop: the gravest first, then who has waited longest. */
import type { OpenFindings } from '../../../core/api.ts';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { ConversationRow } from './row.ts';
import { conversationOf, shownColumns, shownTables } from './row.ts';

const most = 500;

export function countOpenFindings(tx: Tx, shopId: string): Promise<OpenFindings[]> {
  return tx.query(
    `select f.conversation_id as "conversationId", f.episode_id as "episodeId", count(*)::int as count,
      (array_agg(f.rule order by f.created_at desc, f.finding_id desc))[1] as last
    from findings f join conversations c on c.shop_id = f.shop_id and c.conversation_id = f.conversation_id and c.episode_id = f.episode_id
    where f.shop_id = $1 and c.state in ('waiting', 'assigned') and f.weight <> 'alert'
    group by f.conversation_id, f.episode_id`,
    [shopId],
  );
}

export async function listOpenConversations(tx: Tx, shopId: string): Promise<Conversation[]> {
  const rows = await tx.query<ConversationRow>(
    `select ${shownColumns} from ${shownTables} where c.shop_id = $1 and c.state in ('waiting', 'assigned')
    order by c.urgency desc, c.waiting_since nulls last, c.conversation_id limit ${most}`,
    [shopId],
  );
  return rows.map(conversationOf);
}
