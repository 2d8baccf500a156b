/** Writes a block: a small one at once, a large one in short transactions, and nobody reads it before all of it is there. */
import type { Pool, Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Book, Dated } from './documents.ts';
import type { Bucket, Making } from './packed-block.ts';
import { pagesOf } from './pages.ts';

/** @param alongside what has happened when the block is read, and not otherwise */
export async function writeBlock(
  pool: Pool,
  shopId: string,
  book: Book,
  { bits, places, buckets }: Making,
  alongside: (tx: Tx) => Promise<void>,
): Promise<void> {
  const parts = inParts(buckets);
  const first = parts.next();
  const second = first.done ? first : parts.next();
  if (second.done) {
    const whole = { bits, places, buckets: first.done ? [] : [first.value] };
    return inShop(pool, shopId, async (tx) => {
      await insertBlock(tx, shopId, book, whole);
      await alongside(tx);
    });
  }
  const block = await inShop(pool, shopId, async (tx) => {
    const number = await insertRow(tx, shopId, book, { bits, places }, 'filling');
    insertBuckets(tx, shopId, number, first.value!);
    return number;
  });
  for (let part: IteratorResult<Bucket[], void> = second; !part.done; part = parts.next()) {
    const some = part.value;
    await inShop(pool, shopId, async (tx) => {
      await hold(tx, shopId, block);
      insertBuckets(tx, shopId, block, some);
    });
  }
  await inShop(pool, shopId, async (tx) => {
    await hold(tx, shopId, block);
    insertPages(tx, shopId, block, places);
    tx.send(`update search_blocks set stage = 'filed' where shop_id = $1 and block = $2`, [shopId, block]);
    await alongside(tx);
  });
}

/** All of it, and read from now on. */
export async function insertBlock(tx: Tx, shopId: string, book: Book, making: Making): Promise<void> {
  if (making.places.length === 0) return;
  const block = await insertRow(tx, shopId, book, making, 'filed');
  for (const buckets of making.buckets) insertBuckets(tx, shopId, block, buckets);
  insertPages(tx, shopId, block, making.places);
}

/** Bytes that one transaction writes: a long one would hold up the log's readers, and as much work in one go the road. */
const atOnce = 64 * 1024;

function* inParts(buckets: Iterable<Bucket[]>): Generator<Bucket[], void> {
  let part: Bucket[] = [];
  let bytes = 0;
  for (const some of buckets) {
    part.push(...some);
    for (const { lists } of some) bytes += lists.length;
    if (bytes < atOnce) continue;
    yield part;
    part = [];
    bytes = 0;
  }
  if (part.length > 0) yield part;
}

/** Where another node has taken over meanwhile, it has cleared away what was half done. */
async function hold(tx: Tx, shopId: string, block: number): Promise<void> {
  const rows = await tx.query(
    `select from search_blocks where shop_id = $1 and block = $2 and stage = 'filling' for update`,
    [shopId, block],
  );
  if (rows.length === 0) throw new Error('the block was cleared away by another node');
}

async function insertRow(
  tx: Tx,
  shopId: string,
  book: Book,
  { bits, places }: Pick<Making, 'bits' | 'places'>,
  stage: 'filling' | 'filed',
): Promise<number> {
  const [row] = await tx.query<{ block: number }>(
    `insert into search_blocks (shop_id, book, stage, bits, documents, first_at, last_at)
    values ($1, $2, $3, $4, $5, $6, $7) returning block`,
    [shopId, book, stage, bits, places.length, iso(places[0]!.at), iso(places.at(-1)!.at)],
  );
  return row!.block;
}

function insertBuckets(tx: Tx, shopId: string, block: number, buckets: readonly Bucket[]): void {
  tx.send(
    `insert into search_postings (shop_id, block, bucket, lists)
    select $1, $2, r.bucket, r.lists from unnest($3::int[], $4::bytea[]) as r(bucket, lists)`,
    [shopId, block, buckets.map(({ bucket }) => bucket), buckets.map(({ lists }) => lists)],
  );
}

function insertPages(tx: Tx, shopId: string, block: number, places: readonly Dated[]): void {
  const pages = pagesOf(places);
  tx.send(
    `insert into search_pages (shop_id, block, page, first_at, places)
    select $1, $2, r.page, r.first_at, r.places
    from unnest($3::int[], $4::timestamptz[], $5::bytea[]) as r(page, first_at, places)`,
    [
      shopId,
      block,
      pages.map(({ page }) => page),
      pages.map(({ firstAt }) => iso(firstAt)),
      pages.map(({ bytes }) => bytes),
    ],
  );
}

const iso = (at: number) => new Date(at).toISOString();
