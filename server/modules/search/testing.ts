/** For tests: what stands in the index, read past everything that reads it otherwise. */
import type { Client } from 'pg';
import type { Dated } from './documents.ts';
import { decodePage, pageSize } from './pages.ts';
import { decodeLists } from './posting-lists.ts';

export interface FiledDocument extends Dated {
  tokens: Set<number>;
}

/** Documents with the tokens they are filed under. Throws where a list names one that is not there. */
export async function readIndex(owner: Client, shopId: string): Promise<FiledDocument[]> {
  const blocks = new Map<string, Map<number, FiledDocument>>();
  const pages = await owner.query<{ block: string; page: number; places: Buffer }>(
    `select p.* from search_pages p join search_blocks b using (shop_id, block)
    where p.shop_id = $1 and b.stage = 'filed'`,
    [shopId],
  );
  for (const { block, page, places } of pages.rows) {
    const documents = blocks.get(block) ?? new Map<number, FiledDocument>();
    blocks.set(block, documents);
    for (const [i, place] of decodePage(places).entries())
      if (place) documents.set(page * pageSize + i, { ...place, tokens: new Set() });
  }
  const postings = await owner.query<{ block: string; lists: Buffer }>(
    `select p.* from search_postings p join search_blocks b using (shop_id, block)
    where p.shop_id = $1 and b.stage = 'filed'`,
    [shopId],
  );
  for (const { block, lists } of postings.rows)
    for (const [token, docs] of decodeLists(lists))
      for (const doc of docs) {
        const document = blocks.get(block)?.get(doc);
        if (!document) throw new Error(`token ${token} names document ${doc} of block ${block}`);
        document.tokens.add(token);
      }
  return [...blocks.values()].flatMap((documents) => [...documents.values()]);
}

/** Rows that belong to no block that is read. */
export async function strayRows(owner: Client): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `select (select count(*)::int from search_blocks where stage <> 'filed') + (
      select count(*)::int from (
        select shop_id, block from search_pages union all select shop_id, block from search_postings
      ) r where not exists (select from search_blocks b where b.shop_id = r.shop_id and b.block = r.block)
    ) as count`,
  );
  return rows[0]!.count;
}
