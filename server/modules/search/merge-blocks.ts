/** Keeps blocks few: as soon as eight are about as small as one another, they become one. */
import type { Pool, Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Book } from './documents.ts';
import type { PackedBlock } from './packed-block.ts';
import { merge } from './packed-block.ts';
import { decodePage } from './pages.ts';
import { writeBlock } from './write-block.ts';

/** Of so many documents a block stays as it is. */
export const full = 4096;
const together = 8;

/** Stopped between any two steps it leaves rows that nobody reads, and the next one clears them. */
export async function mergeBlocks(pool: Pool, shopId: string, book: Book): Promise<void> {
  for (;;) {
    const rows = await readRows(pool, shopId, book);
    await clear(
      pool,
      shopId,
      rows.filter(({ stage }) => stage !== 'filed'),
    );
    const some = firstMany(rows.filter(({ stage }) => stage === 'filed'));
    if (!some) return;
    const blocks = await inShop(pool, shopId, (tx) => readBlocks(tx, shopId, some));
    await writeBlock(pool, shopId, book, merge(blocks), (tx) => retire(tx, shopId, some));
    await clear(pool, shopId, some);
  }
}

interface Row {
  block: number;
  stage: 'filling' | 'filed' | 'merged';
  bits: number;
  documents: number;
  changes: number;
}

function readRows(pool: Pool, shopId: string, book: Book): Promise<Row[]> {
  return inShop(pool, shopId, (tx) =>
    tx.query<Row>(
      `select block, stage, bits, documents, changes from search_blocks
      where shop_id = $1 and book = $2 and (documents < ${full} or stage <> 'filed') order by block`,
      [shopId, book],
    ),
  );
}

/** The smallest first: what becomes of them may be one of the next. */
function firstMany(rows: Row[]): Row[] | null {
  const bySize = Map.groupBy(rows, ({ documents }) => Math.floor(Math.log(documents) / Math.log(together)));
  const sizes = [...bySize.keys()].toSorted((a, b) => a - b);
  const size = sizes.find((one) => bySize.get(one)!.length >= together);
  return size === undefined ? null : bySize.get(size)!.slice(0, together);
}

export async function readBlocks(
  tx: Tx,
  shopId: string,
  rows: readonly Pick<Row, 'block' | 'bits'>[],
): Promise<PackedBlock[]> {
  const numbers = rows.map(({ block }) => block);
  const [pages, postings] = await Promise.all([
    tx.query<{ block: number; places: Buffer }>(
      `select block, places from search_pages where shop_id = $1 and block = any($2::bigint[])
      order by block, page`,
      [shopId, numbers],
    ),
    tx.query<{ block: number; bucket: number; lists: Buffer }>(
      'select block, bucket, lists from search_postings where shop_id = $1 and block = any($2::bigint[])',
      [shopId, numbers],
    ),
  ]);
  const pagesOf = Map.groupBy(pages, ({ block }) => block);
  const postingsOf = Map.groupBy(postings, ({ block }) => block);
  return rows.map(({ block, bits }) => ({
    bits,
    places: (pagesOf.get(block) ?? []).flatMap(({ places }) => decodePage(places)),
    buckets: new Map((postingsOf.get(block) ?? []).map(({ bucket, lists }) => [bucket, lists])),
  }));
}

/** Where another node has merged them meanwhile, or has taken something out of one, this one gives up. */
async function retire(tx: Tx, shopId: string, some: readonly Row[]): Promise<void> {
  const retired = await tx.query(
    `update search_blocks b set stage = 'merged' from unnest($2::bigint[], $3::int[]) as w(block, changes)
    where b.shop_id = $1 and b.block = w.block and b.stage = 'filed' and b.changes = w.changes returning 1`,
    [shopId, some.map(({ block }) => block), some.map(({ changes }) => changes)],
  );
  if (retired.length !== some.length) throw new Error('a block was changed by another node meanwhile');
}

async function clear(pool: Pool, shopId: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const of = [shopId, rows.map(({ block }) => block)];
  await inShop(pool, shopId, async (tx) => {
    for (const table of ['search_blocks', 'search_pages', 'search_postings'])
      tx.send(`delete from ${table} where shop_id = $1 and block = any($2::bigint[])`, of);
  });
}
