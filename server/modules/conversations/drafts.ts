/** What a person was writing and has not sent, kept for their other machines. Nobody else reads it. */
import { v4 as uuid } from 'uuid';
import type { DraftAnswer, SavedDraft, Writing } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Permission, Person } from '../../../core/team/roles.ts';
import { may } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Conversations } from './context.ts';
import { aliveWithinReach } from './within-reach.ts';

const permissions: Record<Writing, Permission> = {
  reply: 'conversations.reply',
  note: 'conversations.note',
  whisper: 'conversations.whisper',
};

export async function readDrafts(
  conversations: Conversations,
  person: Person,
  conversationId: string,
): Promise<DraftAnswer[]> {
  await aliveWithinReach(conversations, person, conversationId);
  return inShop(conversations.pool, person.shopId, (tx) =>
    tx.query<DraftAnswer>(
      `select writing, text, version, saved_at as "savedAt" from drafts
      where shop_id = $1 and conversation_id = $2 and agent_id = $3`,
      [person.shopId, conversationId, person.agentId],
    ),
  );
}

/** Refuses where another machine saved since the version this one knows: its person chooses, and nothing is lost. */
export async function saveDraft(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  writing: Writing,
  draft: { text: string; basedOn: string | null },
): Promise<SavedDraft> {
  const permission = permissions[writing];
  if (!may(person, permission)) refuse({ code: 'forbidden', permission });
  await aliveWithinReach(conversations, person, conversationId);
  const { pool, onlookers, now } = conversations;
  const key = [person.shopId, conversationId, person.agentId, writing];
  const version = await inShop(pool, person.shopId, (tx) => save(tx, key, draft, now()));
  onlookers.tell(person, conversationId, { type: 'draft-saved', conversationId });
  return { version };
}

/** Words that come back to their author: behind whatever stands there. */
export function putIntoDraft(
  tx: Tx,
  { shopId, conversationId, agentId }: { shopId: string; conversationId: string; agentId: string },
  text: string,
  now: number,
): void {
  tx.send(
    `insert into drafts (shop_id, conversation_id, agent_id, writing, text, version, saved_at)
    values ($1, $2, $3, 'reply', $4, $5, $6)
    on conflict (shop_id, conversation_id, agent_id, writing) do update
    set text = drafts.text || chr(10) || excluded.text, version = excluded.version, saved_at = excluded.saved_at`,
    [shopId, conversationId, agentId, text, uuid(), iso(now)],
  );
}

async function save(
  tx: Tx,
  key: string[],
  { text, basedOn }: { text: string; basedOn: string | null },
  now: number,
): Promise<string | null> {
  const [before] = await tx.query<{ text: string; version: string }>(
    `select text, version from drafts
    where shop_id = $1 and conversation_id = $2 and agent_id = $3 and writing = $4 for update`,
    key,
  );
  // Said again because the answer was lost.
  if (before?.text === text) return before.version;
  if (before && before.version !== basedOn) refuse({ code: 'conflict', reason: 'draft-newer' });
  if (text === '') {
    tx.send(
      'delete from drafts where shop_id = $1 and conversation_id = $2 and agent_id = $3 and writing = $4',
      key,
    );
    return null;
  }
  const version = uuid();
  // Two first saves at once: the second is based on a version that it does not know.
  const [saved] = await tx.query(
    `insert into drafts (shop_id, conversation_id, agent_id, writing, text, version, saved_at)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (shop_id, conversation_id, agent_id, writing) do update
    set text = excluded.text, version = excluded.version, saved_at = excluded.saved_at
    where drafts.version is not distinct from $8::uuid returning 1`,
    [...key, text, version, iso(now), before?.version ?? null],
  );
  return saved ? version : refuse({ code: 'conflict', reason: 'draft-newer' });
}

const iso = (at: number) => new Date(at).toISOString();
