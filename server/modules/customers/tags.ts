/** The shop's tags, and who has which. */
import { v7 as uuid } from 'uuid';
import type { Tag } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';

/** More is no list that anybody chooses from. */
const mostTags = 200;
const mostOfOne = 30;

export type WantedTag = Pick<Tag, 'name' | 'colour'>;

export function listTags(tx: Tx, shopId: string): Promise<Tag[]> {
  return tx.query(
    `select t.tag_id as "tagId", t.name, t.colour, t.archived_at is not null as archived,
      (select count(*)::int from customer_tags c where c.shop_id = t.shop_id and c.tag_id = t.tag_id) as customers
    from tags t where t.shop_id = $1 order by lower(t.name), t.tag_id`,
    [shopId],
  );
}

export async function createTag(tx: Tx, person: Person, wanted: WantedTag, now: number): Promise<Tag> {
  const tags = await lockTags(tx, person.shopId);
  requireName(tags, wanted.name);
  if (tags.length >= mostTags)
    refuse({ code: 'invalid', problems: [{ field: 'tags', problem: 'too-long', limit: mostTags }] });
  const tagId = uuid();
  tx.send(
    'insert into tags (shop_id, tag_id, name, colour, created_by, created_at) values ($1, $2, $3, $4, $5, $6)',
    [person.shopId, tagId, wanted.name, wanted.colour, person.agentId, new Date(now)],
  );
  return { tagId, ...wanted, archived: false, customers: 0 };
}

export async function changeTag(
  tx: Tx,
  shopId: string,
  tagId: string,
  { name, colour, archived }: WantedTag & { archived: boolean },
  now: number,
): Promise<void> {
  const tags = await lockTags(tx, shopId);
  if (!tags.some((one) => one.tagId === tagId)) refuse({ code: 'not-found', what: 'tag' });
  if (!archived)
    requireName(
      tags.filter((one) => one.tagId !== tagId),
      name,
    );
  tx.send(
    `update tags set name = $3, colour = $4, archived_at = case when $5 then coalesce(archived_at, $6::timestamptz) end
    where shop_id = $1 and tag_id = $2`,
    [shopId, tagId, name, colour, archived, new Date(now)],
  );
}

/** Ids, in order. */
export async function tagsOf(tx: Tx, shopId: string, customerId: string): Promise<string[]> {
  const rows = await tx.query<{ tagId: string }>(
    'select tag_id as "tagId" from customer_tags where shop_id = $1 and customer_id = $2 order by tag_id',
    [shopId, customerId],
  );
  return rows.map((row) => row.tagId);
}

export async function tagCustomer(
  tx: Tx,
  person: Person,
  customerId: string,
  { add, remove }: { add: string[]; remove: string[] },
  now: number,
): Promise<void> {
  const { shopId, agentId } = person;
  const known = await tx.query(
    'select 1 from tags where shop_id = $1 and tag_id = any($2::uuid[]) and archived_at is null',
    [shopId, add],
  );
  if (known.length < new Set(add).size) refuse({ code: 'not-found', what: 'tag' });
  tx.send('delete from customer_tags where shop_id = $1 and customer_id = $2 and tag_id = any($3::uuid[])', [
    shopId,
    customerId,
    remove,
  ]);
  tx.send(
    `insert into customer_tags (shop_id, customer_id, tag_id, tagged_by, tagged_at)
    select $1, $2, unnest($3::uuid[]), $4, $5 on conflict do nothing`,
    [shopId, customerId, add, agentId, new Date(now)],
  );
  if ((await tagsOf(tx, shopId, customerId)).length > mostOfOne)
    refuse({ code: 'invalid', problems: [{ field: 'tags', problem: 'too-long', limit: mostOfOne }] });
}

interface KnownTag {
  tagId: string;
  name: string;
  archived: boolean;
}

/** What there is, while nobody else adds to it. */
function lockTags(tx: Tx, shopId: string): Promise<KnownTag[]> {
  tx.send(`select pg_advisory_xact_lock(hashtextextended('tags ' || $1, 0))`, [shopId]);
  return tx.query(
    'select tag_id as "tagId", name, archived_at is not null as archived from tags where shop_id = $1',
    [shopId],
  );
}

function requireName(others: KnownTag[], name: string): void {
  const same = others.some((one) => !one.archived && one.name.toLowerCase() === name.toLowerCase());
  if (same) refuse({ code: 'invalid', problems: [{ field: 'tagName', problem: 'taken' }] });
}
