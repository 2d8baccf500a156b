/**
 * Takes every word out of a conversation. What stays says that something was said, when and by whom, and how it was
 * scored. The index of what was said follows by its triggers.
 */
import type { Tx } from '../../../platform/database/pool.ts';

/** Answers with the hashes of files that may be needed no more. */
export async function clearConversation(tx: Tx, shopId: string, conversationId: string): Promise<string[]> {
  const of = [shopId, conversationId];
  const hashes = await clearFiles(tx, 'conversation_id = $2', of);
  for (const sql of clearing) tx.send(sql, of);
  return hashes;
}

const here = 'where shop_id = $1 and conversation_id = $2';

const clearing = [
  `update messages set text = null ${here} and text is not null`,
  `update notes set text = null ${here} and text is not null`,
  // Of a held reply the rules are still told.
  `update holds set text = null, reason = null, findings = (select coalesce(jsonb_agg(jsonb_build_object('rule', f->'rule')), '[]')
    from jsonb_array_elements(findings) f) ${here}`,
  `update scheduled_replies set text = null ${here} and text is not null`,
  `update findings set verdict_reason = null, contest_reason = null
    ${here} and (verdict_reason is not null or contest_reason is not null)`,
  `update episodes set rating_word = null ${here} and rating_word is not null`,
  `update conversations set external_id = null ${here} and external_id is not null`,
  `delete from drafts ${here}`,
  `delete from message_grounds ${here}`,
  `delete from standard_cases ${here}`,
  `delete from attachments ${here} and state <> 'posted'`,
];

/** What they wrote into threads of others that theirs were merged into. */
export async function clearElsewhere(
  tx: Tx,
  shopId: string,
  family: string[],
  own: string[],
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `with recursive onward as (
      select merged_into as id from conversations where shop_id = $1 and conversation_id = any($2::uuid[]) and merged_into is not null
      union
      select c.merged_into from onward o join conversations c on c.shop_id = $1 and c.conversation_id = o.id
      where c.merged_into is not null
    )
    select id from onward where id <> all($2::uuid[])`,
    [shopId, own],
  );
  const others = rows.map((row) => row.id);
  const hashes = await clearFiles(
    tx,
    `conversation_id = any($2::uuid[]) and uploader = 'customer' and uploader_id = any($3::uuid[])`,
    [shopId, others, family],
  );
  tx.send(
    `update messages set text = null
    where shop_id = $1 and conversation_id = any($2::uuid[]) and author = 'customer' and author_id = any($3::uuid[])`,
    [shopId, others, family],
  );
  return hashes;
}

async function clearFiles(tx: Tx, which: string, values: unknown[]): Promise<string[]> {
  const rows = await tx.query<{ hash: string }>(
    `select hash from attachments where shop_id = $1 and ${which} and hash is not null`,
    values,
  );
  tx.send(
    `update attachments set name = null, mime = null, size = null, hash = null, width = null, height = null, card = null
    where shop_id = $1 and ${which}`,
    values,
  );
  return rows.map((row) => row.hash);
}
