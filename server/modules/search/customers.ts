/** Customers by a part of their name, a whole phone or order number, or a phone's last four digits, where the person may see a conversation of theirs. */
import type { CustomerHit } from '../../../core/api.ts';
import type { Place } from '../../../core/search/find.ts';
import { find } from '../../../core/search/find.ts';
import { tokensOfWords } from '../../../core/search/tokens.ts';
import type { Person } from '../../../core/team/roles.ts';
import { may } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import { findByContact, findByTail } from '../customers/index.ts';
import { newestFirst } from './newest-first.ts';

const most = 6;
/** Names that hold the words are many more than those that the person may see only where a name is very common. */
const mostLookedAt = 200;

export async function findCustomers(
  tx: Tx,
  vault: Vault,
  person: Person,
  query: string,
  words: readonly string[],
): Promise<CustomerHit[]> {
  const known = await findByContact(tx, vault, person.shopId, query);
  const named = await idsByName(tx, person.shopId, words);
  const tails = await findByTail(tx, vault, person.shopId, query);
  const ids = new Set([...known.map((one) => one.customerId), ...tails, ...named]);
  const rows = await readRows(tx, person, [...ids]);
  const hits = rows.flatMap((row): CustomerHit[] => {
    const whole = known.find((one) => one.customerId === row.customerId)?.kind;
    const by = whole ?? (tails.includes(row.customerId) ? 'phone-tail' : 'name');
    const places: Place[] | null = by === 'name' ? find(row.name ?? '', words) : [];
    return places ? [{ ...row, by, places }] : [];
  });
  return hits.slice(0, most);
}

async function idsByName(tx: Tx, shopId: string, words: readonly string[]): Promise<string[]> {
  const walk = {
    shopId,
    book: 'names' as const,
    tokens: tokensOfWords(words),
    from: 0,
    to: Date.UTC(9999, 0),
    after: null,
  };
  const ids: string[] = [];
  for await (const { ownerId } of newestFirst(tx, walk)) if (ids.push(ownerId) === mostLookedAt) break;
  return ids;
}

/** With the conversation that was touched last of those within reach; without one the customer is not there for them. */
function readRows(
  tx: Tx,
  person: Person,
  ids: string[],
): Promise<Pick<CustomerHit, 'customerId' | 'name' | 'conversationId' | 'at' | 'conversations'>[]> {
  if (ids.length === 0) return Promise.resolve([]);
  const groups = may(person, 'conversations.read-all') ? null : person.groups;
  return tx.query(
    `select cu.customer_id as "customerId", cu.name, last.conversation_id as "conversationId", last.activity_at as at,
      last.conversations
    from unnest($2::uuid[]) with ordinality as w(customer_id, place)
    join customers cu on cu.shop_id = $1 and cu.customer_id = w.customer_id
    join lateral (
      select c.conversation_id, c.activity_at, count(*) over ()::int as conversations from conversations c
      where c.shop_id = $1 and c.customer_id = cu.customer_id
        and ($3::text[] is null or c.group_name = any($3) or c.assignee_id = $4)
      order by c.activity_at desc limit 1
    ) last on true
    order by w.place`,
    [person.shopId, ids, groups, person.agentId],
  );
}
