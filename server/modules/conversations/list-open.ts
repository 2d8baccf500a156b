/** Everything that is open in the shop: the gravest first, then who has waited longest. */
import type { Conversation } from '../../../core/conversations/conversation.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { ConversationRow } from './row.ts';
import { conversationOf, shownColumns, shownTables } from './row.ts';

const most = 500;

export async function listOpenConversations(tx: Tx, shopId: string): Promise<Conversation[]> {
  const rows = await tx.query<ConversationRow>(
    `select ${shownColumns} from ${shownTables} where c.shop_id = $1 and c.state in ('waiting', 'assigned')
    order by c.urgency desc, c.waiting_since nulls last, c.conversation_id limit ${most}`,
    [shopId],
  );
  return rows.map(conversationOf);
}
