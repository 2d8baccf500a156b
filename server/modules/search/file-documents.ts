/** Files what was said under its tokens, and takes out what is said no more. */
import type { Tx } from '../../platform/database/pool.ts';
import { decodeDocs, encodeDocs } from './block.ts';
import type { DocumentRef } from './documents.ts';
import { bookOf, loadDocuments } from './documents.ts';

/** Adds those that are not there yet; the same one may come again. */
export async function fileDocuments(tx: Tx, shopId: string, refs: DocumentRef[]): Promise<void> {
  const loaded = await loadDocuments(tx, shopId, refs);
  if (loaded.length === 0) return;
  const rows = loaded.map((one) => ({
    kind: one.kind,
    owner_id: one.ownerId,
    seq: one.seq,
    book: bookOf(one),
    at: new Date(one.at).toISOString(),
    tokens: one.tokens,
  }));
  tx.send(
    `insert into search_recents (shop_id, kind, owner_id, seq, book, at, tokens)
    select $1, r.kind, r.owner_id, r.seq, r.book, r.at, r.tokens
    from json_to_recordset($2) as r(kind text, owner_id uuid, seq int, book text, at timestamptz, tokens int[])
    where not exists (select from search_documents d
      where d.shop_id = $1 and d.kind = r.kind and d.owner_id = r.owner_id and d.seq = r.seq)
    on conflict do nothing`,
    [shopId, JSON.stringify(rows)],
  );
}

/** Nothing of them stays: also not which characters they were made of. */
export async function takeOut(tx: Tx, shopId: string, refs: DocumentRef[]): Promise<void> {
  const wanted = [
    shopId,
    refs.map((ref) => ref.kind),
    refs.map((ref) => ref.ownerId),
    refs.map((ref) => ref.seq),
  ];
  tx.send(
    `delete from search_recents r using unnest($2::text[], $3::uuid[], $4::int[]) as w(kind, owner_id, seq)
    where r.shop_id = $1 and r.kind = w.kind and r.owner_id = w.owner_id and r.seq = w.seq`,
    wanted,
  );
  const filed = await tx.query<{ book: string; block: number; doc: number }>(
    `delete from search_documents d using unnest($2::text[], $3::uuid[], $4::int[]) as w(kind, owner_id, seq)
    where d.shop_id = $1 and d.kind = w.kind and d.owner_id = w.owner_id and d.seq = w.seq
    returning d.book, d.block, d.doc`,
    wanted,
  );
  const blocks = Map.groupBy(filed, ({ book, block }) => `${book} ${block}`);
  for (const docs of blocks.values()) {
    const { book, block } = docs[0]!;
    await strike(tx, shopId, book, block, new Set(docs.map(({ doc }) => doc)));
  }
}

/** Adds a token to documents that are filed already: something was found in them later. */
export async function addToken(tx: Tx, shopId: string, ref: DocumentRef, token: number): Promise<void> {
  const where = [shopId, ref.kind, ref.ownerId, ref.seq];
  tx.send(
    `update search_recents set tokens = tokens || $5::int
    where shop_id = $1 and kind = $2 and owner_id = $3 and seq = $4 and not tokens @> array[$5::int]`,
    [...where, token],
  );
  const [filed] = await tx.query<{ book: string; block: number; doc: number }>(
    'select book, block, doc from search_documents where shop_id = $1 and kind = $2 and owner_id = $3 and seq = $4',
    where,
  );
  if (!filed) return;
  const key = [shopId, filed.book, token, filed.block];
  const [row] = await tx.query<{ docs: Buffer }>(
    'select docs from search_postings where shop_id = $1 and book = $2 and token = $3 and block = $4',
    key,
  );
  const docs = new Set(row ? decodeDocs(row.docs) : []).add(filed.doc);
  tx.send(
    `insert into search_postings (shop_id, book, token, block, docs) values ($1, $2, $3, $4, $5)
    on conflict (shop_id, book, token, block) do update set docs = excluded.docs`,
    [...key, encodeDocs([...docs].toSorted((a, b) => a - b))],
  );
}

/** Their words may be gone already, so every list of the block is looked through. */
async function strike(tx: Tx, shopId: string, book: string, block: number, gone: Set<number>): Promise<void> {
  const rows = await tx.query<{ token: number; docs: Buffer }>(
    'select token, docs from search_postings where shop_id = $1 and book = $2 and block = $3',
    [shopId, book, block],
  );
  const changed = rows.flatMap(({ token, docs }) => {
    const before = decodeDocs(docs);
    const left = before.filter((doc) => !gone.has(doc));
    return left.length === before.length ? [] : [{ token, left }];
  });
  const [kept, emptied] = [
    changed.filter((one) => one.left.length > 0),
    changed.filter((one) => one.left.length === 0),
  ];
  tx.send(
    'delete from search_postings where shop_id = $1 and book = $2 and block = $3 and token = any($4::int[])',
    [shopId, book, block, emptied.map(({ token }) => token)],
  );
  tx.send(
    `update search_postings p set docs = r.docs from unnest($4::int[], $5::bytea[]) as r(token, docs)
    where p.shop_id = $1 and p.book = $2 and p.block = $3 and p.token = r.token`,
    [shopId, book, block, kept.map(({ token }) => token), kept.map(({ left }) => encodeDocs(left))],
  );
}
