/** Takes documents out of their blocks. Nothing of them stays: also not which characters they were made of. */
import type { Pool, Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { DocumentRef } from './documents.ts';
import { refKey, ownerToken } from './documents.ts';
import { decodePage, encodePage, pageSize } from './pages.ts';
import { bucketOf, decodeLists, encodeLists, findList } from './posting-lists.ts';

/** A block at a time; the same ones may come again. */
export async function takeOut(pool: Pool, shopId: string, refs: readonly DocumentRef[]): Promise<void> {
  if (refs.length === 0) return;
  const spots = await inShop(pool, shopId, (tx) => findSpots(tx, shopId, refs));
  for (const [block, of] of Map.groupBy(spots, (spot) => spot.block))
    await inShop(pool, shopId, (tx) => strike(tx, shopId, block, new Set(of.map(({ doc }) => doc))));
}

interface Spot {
  block: number;
  doc: number;
}

/** Where they stand: found by the conversation or customer that they are filed under. */
async function findSpots(tx: Tx, shopId: string, refs: readonly DocumentRef[]): Promise<Spot[]> {
  const blocks = await tx.query<{ block: number; bits: number }>(
    `select block, bits from search_blocks where shop_id = $1 and stage = 'filed' order by block`,
    [shopId],
  );
  const tokens = [...new Set(refs.map(ownerToken))];
  const wanted = blocks.flatMap(({ block, bits }) =>
    [...new Set(tokens.map((token) => bucketOf(token, bits)))].map((bucket) => ({ block, bucket })),
  );
  const postings = await tx.query<{ block: number; lists: Buffer }>(
    `select p.block, p.lists from unnest($2::bigint[], $3::int[]) as w(block, bucket)
    join search_postings p on p.shop_id = $1 and p.block = w.block and p.bucket = w.bucket`,
    [shopId, wanted.map(({ block }) => block), wanted.map(({ bucket }) => bucket)],
  );
  const spots = postings.flatMap(({ block, lists }) =>
    tokens.flatMap((token) => findList(lists, token)).map((doc) => ({ block, doc })),
  );
  const places = await readPlaces(tx, shopId, spots);
  const keys = new Set(refs.map(refKey));
  return spots.filter((_, i) => places[i] && keys.has(refKey(places[i])));
}

async function readPlaces(tx: Tx, shopId: string, spots: readonly Spot[]) {
  const wanted = new Map(
    spots.map(({ block, doc }) => [`${block} ${pageOf(doc)}`, { block, page: pageOf(doc) }]),
  );
  const rows = await tx.query<{ block: number; page: number; places: Buffer }>(
    `select p.block, p.page, p.places from unnest($2::bigint[], $3::int[]) as w(block, page)
    join search_pages p on p.shop_id = $1 and p.block = w.block and p.page = w.page`,
    [shopId, [...wanted.values()].map(({ block }) => block), [...wanted.values()].map(({ page }) => page)],
  );
  const pages = new Map(rows.map(({ block, page, places }) => [`${block} ${page}`, decodePage(places)]));
  return spots.map(({ block, doc }) => pages.get(`${block} ${pageOf(doc)}`)?.[doc % pageSize] ?? null);
}

/**
 * Their words may be gone already, so every list of the block is looked through. All is read before anything is written,
 * since a transaction that has written holds up the log; whether it still stands as it was read is asked at the end.
 */
async function strike(tx: Tx, shopId: string, block: number, gone: ReadonlySet<number>): Promise<void> {
  const of = [shopId, block];
  const [[seen], postings, pages] = await Promise.all([
    tx.query<{ changes: number }>('select changes from search_blocks where shop_id = $1 and block = $2', of),
    tx.query<{ bucket: number; lists: Buffer }>(
      'select bucket, lists from search_postings where shop_id = $1 and block = $2',
      of,
    ),
    tx.query<{ page: number; places: Buffer }>(
      'select page, places from search_pages where shop_id = $1 and block = $2 and page = any($3::int[])',
      [...of, [...new Set([...gone].map(pageOf))]],
    ),
  ]);
  const changed = postings.flatMap(({ bucket, lists }) => {
    const left = without(lists, gone);
    return left ? [{ bucket, left }] : [];
  });
  tx.send(
    `update search_postings p set lists = r.lists from unnest($3::int[], $4::bytea[]) as r(bucket, lists)
    where p.shop_id = $1 and p.block = $2 and p.bucket = r.bucket`,
    [...of, changed.map(({ bucket }) => bucket), changed.map(({ left }) => left)],
  );
  tx.send(
    `update search_pages p set places = r.places from unnest($3::int[], $4::bytea[]) as r(page, places)
    where p.shop_id = $1 and p.block = $2 and p.page = r.page`,
    [...of, pages.map(({ page }) => page), pages.map(({ page, places }) => emptied(places, page, gone))],
  );
  const counted = await tx.query(
    `update search_blocks set documents = documents - $3, changes = changes + 1
    where shop_id = $1 and block = $2 and stage = 'filed' and changes = $4 returning 1`,
    [...of, gone.size, seen?.changes],
  );
  if (counted.length === 0) throw new Error('the block was changed by another node meanwhile');
}

/** null: there is nothing of them in it. */
function without(encoded: Buffer, gone: ReadonlySet<number>): Buffer | null {
  const lists = decodeLists(encoded);
  let changed = false;
  for (const [token, docs] of lists) {
    if (!docs.some((doc) => gone.has(doc))) continue;
    changed = true;
    const left = docs.filter((doc) => !gone.has(doc));
    if (left.length > 0) lists.set(token, left);
    else lists.delete(token);
  }
  return changed ? encodeLists(lists) : null;
}

const emptied = (encoded: Buffer, page: number, gone: ReadonlySet<number>): Buffer =>
  encodePage(decodePage(encoded).map((place, i) => (gone.has(page * pageSize + i) ? null : place)));

const pageOf = (doc: number) => Math.floor(doc / pageSize);
