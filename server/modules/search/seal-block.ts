/** Puts the oldest of the newest away: many documents with their tokens become a block, one row for each token. */
import type { Pool } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import { blockSize, encodeDocs } from './block.ts';
import type { Book } from './documents.ts';

/** So many stay outside, so that what comes a little late still finds its place in the order. */
const kept = 1024;
/** Of the rows of one transaction: a long one would hold up the log's readers. */
const chunk = 800;

/** True where there was enough for a block. Stopped half-way it leaves rows that nobody reads, and the next one clears them. */
export async function sealBlock(pool: Pool, shopId: string, book: Book): Promise<boolean> {
  const found = await inShop(pool, shopId, async (tx) => {
    const [counted] = await tx.query<{ count: number }>(
      'select count(*)::int as count from search_recents where shop_id = $1 and book = $2',
      [shopId, book],
    );
    if (counted!.count < blockSize + kept) return null;
    const oldest = await tx.query<Recent>(
      `select kind, owner_id, seq, at, tokens from search_recents where shop_id = $1 and book = $2
      order by at, owner_id, kind, seq limit ${blockSize}`,
      [shopId, book],
    );
    const [last] = await tx.query<{ block: number }>(
      'select coalesce(max(block), 0)::int as block from search_blocks where shop_id = $1 and book = $2',
      [shopId, book],
    );
    const block = last!.block + 1;
    tx.send('delete from search_postings where shop_id = $1 and book = $2 and block = $3', [
      shopId,
      book,
      block,
    ]);
    return { block, oldest };
  });
  if (!found) return false;
  await writePostings(pool, shopId, book, found.block, found.oldest);
  await closeBlock(pool, shopId, book, found.block, found.oldest);
  return true;
}

interface Recent {
  kind: string;
  owner_id: string;
  seq: number;
  at: number;
  tokens: number[];
}

async function writePostings(
  pool: Pool,
  shopId: string,
  book: Book,
  block: number,
  oldest: Recent[],
): Promise<void> {
  const byToken = new Map<number, number[]>();
  for (const [doc, { tokens }] of oldest.entries())
    for (const token of tokens) {
      const docs = byToken.get(token);
      if (docs) docs.push(doc);
      else byToken.set(token, [doc]);
    }
  const rows = [...byToken].toSorted(([a], [b]) => a - b);
  for (let i = 0; i < rows.length; i += chunk) {
    const some = rows.slice(i, i + chunk);
    await inShop(pool, shopId, async (tx) =>
      tx.send(
        `insert into search_postings (shop_id, book, token, block, docs)
        select $1, $2, r.token, $3, r.docs from unnest($4::int[], $5::bytea[]) as r(token, docs)`,
        [shopId, book, block, some.map(([token]) => token), some.map(([, docs]) => encodeDocs(docs))],
      ),
    );
  }
}

/** From here on the block is read, and its documents stand nowhere else. */
async function closeBlock(
  pool: Pool,
  shopId: string,
  book: Book,
  block: number,
  oldest: Recent[],
): Promise<void> {
  const rows = oldest.map(({ kind, owner_id, seq }, doc) => ({ kind, owner_id, seq, doc }));
  await inShop(pool, shopId, async (tx) => {
    const moved = await tx.query(
      `with moved as (
        delete from search_recents s using json_to_recordset($4) as r(kind text, owner_id uuid, seq int, doc int)
        where s.shop_id = $1 and s.kind = r.kind and s.owner_id = r.owner_id and s.seq = r.seq
        returning r.doc, s.kind, s.owner_id, s.seq, s.at
      )
      insert into search_documents (shop_id, book, block, doc, kind, owner_id, seq, at)
      select $1, $2, $3, doc, kind, owner_id, seq, at from moved returning 1`,
      [shopId, book, block, JSON.stringify(rows)],
    );
    if (moved.length !== oldest.length) throw new Error('a document of the block was changed meanwhile');
    tx.send(
      'insert into search_blocks (shop_id, book, block, first_at, last_at) values ($1, $2, $3, $4, $5)',
      [shopId, book, block, iso(oldest[0]!.at), iso(oldest.at(-1)!.at)],
    );
  });
}

const iso = (at: number) => new Date(at).toISOString();
