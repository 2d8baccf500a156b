/** What the tables' own triggers noted: new names, changed words, erased ones. */
import type { Pool } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { DocumentRef } from './documents.ts';
import { bookOf, loadDocuments, once } from './documents.ts';
import { mergeBlocks } from './merge-blocks.ts';
import { making, pack } from './packed-block.ts';
import { takeOut } from './take-out.ts';
import { insertBlock } from './write-block.ts';

/** Stopped between any two steps it finds them due again. */
export async function lookAgain(pool: Pool, shopId: string): Promise<void> {
  for (;;) {
    const due = await readDue(pool, shopId);
    if (due.length === 0) return;
    await takeOut(
      pool,
      shopId,
      due.filter((one) => !one.isNew),
    );
    await inShop(pool, shopId, async (tx) => {
      const documents = await loadDocuments(tx, shopId, once(due));
      for (const [book, some] of Map.groupBy(documents, bookOf))
        await insertBlock(tx, shopId, book, making(pack(some)));
      tx.send('delete from search_due where shop_id = $1 and due_id = any($2::bigint[])', [
        shopId,
        due.map(({ dueId }) => dueId),
      ]);
    });
    await mergeBlocks(pool, shopId, 'words');
    await mergeBlocks(pool, shopId, 'names');
    if (due.length < dueAtOnce) return;
  }
}

function readDue(pool: Pool, shopId: string): Promise<(DocumentRef & { dueId: number; isNew: boolean })[]> {
  return inShop(pool, shopId, (tx) =>
    tx.query(
      `select due_id as "dueId", kind, owner_id as "ownerId", seq, is_new as "isNew" from search_due
      where shop_id = $1 order by due_id limit ${dueAtOnce}`,
      [shopId],
    ),
  );
}

const dueAtOnce = 200;
