/** What a message carries: looked up before it is judged, and taken, once, in the transaction that stores the message. */
import type { Attachment, Quote } from '../../../core/attachments.ts';
import { longestQuote } from '../../../core/attachments.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Pool, Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';

/** Who sends, and where. */
export interface Sender {
  shopId: string;
  conversationId: string;
  kind: 'customer' | 'agent';
  id: string;
  /** Of a thread that was merged: where its messages arrive now. */
  arrivesIn?: string;
}

/** What a message names. */
export interface Named {
  attachmentId?: string;
  quotes?: number;
}

export interface Carried extends Named {
  attachment?: Attachment;
  quote?: Quote;
}

/** Of a message `m`: what its attachment is called, for the standard to judge with its words. */
export const attachmentName = `(select name from attachments a where a.shop_id = m.shop_id and a.attachment_id = m.attachment_id) as attachment_name`;

/** Refuses what is not there, not the sender's own, or sent already. */
export async function readCarried(
  pool: Pool,
  sender: Sender,
  { attachmentId, quotes }: Named,
): Promise<Carried> {
  if (attachmentId === undefined && quotes === undefined) return {};
  return inShop(pool, sender.shopId, async (tx) => ({
    ...(attachmentId !== undefined && { attachmentId, attachment: await readOwn(tx, sender, attachmentId) }),
    ...(quotes !== undefined && { quotes, quote: await readQuoted(tx, sender, quotes) }),
  }));
}

/** The same asked again, and for good: nobody else sends it after this. */
export async function takeAttachment(tx: Tx, sender: Sender, attachmentId: string): Promise<void> {
  const taken = await tx.query(
    `update attachments set state = 'posted', conversation_id = $6 where ${own} and state = 'ready' returning 1`,
    [...keysOf(sender, attachmentId), sender.arrivesIn ?? sender.conversationId],
  );
  if (taken.length === 0) refuse({ code: 'conflict', reason: 'attachment-sent' });
}

async function readOwn(tx: Tx, sender: Sender, attachmentId: string): Promise<Attachment> {
  const [row] = await tx.query<Attachment & { state: string }>(
    `select attachment_id as "attachmentId", kind, name, mime, size::int, width, height, card, state
    from attachments where ${own}`,
    keysOf(sender, attachmentId),
  );
  if (!row || row.state === 'begun') refuse({ code: 'not-found', what: 'file' });
  const { state, ...attachment } = row;
  if (state !== 'ready') refuse({ code: 'conflict', reason: 'attachment-sent' });
  return attachment;
}

async function readQuoted(
  tx: Tx,
  { shopId, conversationId, arrivesIn = conversationId }: Sender,
  seq: number,
): Promise<Quote> {
  const [row] = await tx.query<Quote>(
    `select m.seq, m.author, left(m.text, ${longestQuote}) as text,
      case when a.attachment_id is not null then json_build_object('kind', a.kind, 'name', a.name) end as attachment
    from messages m left join attachments a on a.shop_id = m.shop_id and a.attachment_id = m.attachment_id
    where m.shop_id = $1 and m.conversation_id = $2 and m.seq = $3`,
    [shopId, arrivesIn, seq],
  );
  return row ?? refuse({ code: 'not-found', what: 'message' });
}

const own =
  'shop_id = $1 and attachment_id = $2 and conversation_id = $3 and uploader = $4 and uploader_id = $5';
const keysOf = ({ shopId, conversationId, kind, id }: Sender, attachmentId: string) => [
  shopId,
  attachmentId,
  conversationId,
  kind,
  id,
];
