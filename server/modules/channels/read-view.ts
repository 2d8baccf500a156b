/** What a visitor reads of their conversation: where it was merged into another one, what follows there as its continuation. */
import type { CustomerMessage, CustomerView } from '../../../core/conversations/customer-view.ts';
import type { Strand } from '../../../core/conversations/merge.ts';
import { ownQuote, ownSeq, placeOf } from '../../../core/conversations/merge.ts';
import type { Message } from '../../../core/conversations/thread.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { readMessages, strandsOf } from '../conversations/index.ts';

/** The newest page, or the one before a message that the visitor knows by this number. */
export async function readView(
  tx: Tx,
  shopId: string,
  conversationId: string,
  before: number | null,
): Promise<{ view: CustomerView; hasOlder: boolean }> {
  const strands = await strandsOf(tx, shopId, conversationId);
  const { messages, hasOlder } = await readStrands(tx, shopId, strands, before);
  const marks = await readMarks(tx, shopId, strands);
  return { view: { conversationId, messages, ...marks }, hasOlder };
}

/** From the last strand back; a page ends where a strand begins only if there is none before it. */
export async function readStrands(tx: Tx, shopId: string, strands: Strand[], before: number | null) {
  let place = before === null ? null : placeOf(strands, before);
  const last = place
    ? strands.findIndex(({ conversationId }) => conversationId === place!.conversationId)
    : -1;
  let page: CustomerMessage[] = [];
  for (const strand of (last < 0 ? strands : strands.slice(0, last + 1)).toReversed()) {
    const until = place?.seq ?? (strand.upTo === null ? null : strand.upTo + 1);
    const { messages, hasOlder } = await readMessages(
      tx,
      shopId,
      strand.conversationId,
      until,
      undefined,
      strand.after,
    );
    page = [...messages.map((message) => shown(strands, strand, message)), ...page];
    if (hasOlder) return { messages: page, hasOlder };
    place = null;
  }
  return { messages: page, hasOlder: false };
}

async function readMarks(tx: Tx, shopId: string, strands: Strand[]) {
  const rows = await tx.query<{
    conversation_id: string;
    seq: number;
    by_agent: number;
    by_customer: number;
  }>(
    `select conversation_id, seq, read_by_agent as by_agent, read_by_customer as by_customer from conversations
    where shop_id = $1 and conversation_id = any($2::uuid[])`,
    [shopId, strands.map(({ conversationId }) => conversationId)],
  );
  const reached = (mark: 'seq' | 'by_agent' | 'by_customer') => {
    for (const { conversationId, upTo } of strands.toReversed()) {
      const row = rows.find((one) => one.conversation_id === conversationId);
      const own = row && ownSeq(strands, conversationId, Math.min(row[mark], upTo ?? Infinity));
      if (own) return own;
    }
    return 0;
  };
  return { seq: reached('seq'), readByAgent: reached('by_agent'), readByCustomer: reached('by_customer') };
}

function shown(strands: Strand[], { conversationId }: Strand, message: Message): CustomerMessage {
  const { seq, messageId, clientId, author, authorWorkNumber, text, attachment, at } = message;
  // What the desk calls a customer is not for them to read.
  const authorName = author === 'customer' ? null : message.authorName;
  const quote = ownQuote(strands, conversationId, message.quote);
  return {
    seq: ownSeq(strands, conversationId, seq)!,
    messageId,
    clientId: author === 'customer' ? clientId : null,
    author,
    authorName,
    authorWorkNumber,
    text,
    ...(attachment && { attachment }),
    ...(quote && { quote }),
    at,
  };
}
