/** Files what was said: once each, however often the log is read, and as it stands when it is filed. */
import type { Pool, Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Position } from '../../platform/log/cursor.ts';
import { isAfter, start } from '../../platform/log/cursor.ts';
import type { DocumentRef } from './documents.ts';
import { loadDocuments, once } from './documents.ts';
import type { PackedBlock } from './packed-block.ts';
import { making, merge, pack } from './packed-block.ts';
import { writeBlock } from './write-block.ts';

/** What an entry of the log says of documents. */
export interface Said {
  position: Position;
  refs: DocumentRef[];
}

/** Some thousands at most: they become one block. The position is noted with it. */
export async function fileDocuments(pool: Pool, shopId: string, said: readonly Said[]): Promise<void> {
  const filed = await readFiled(pool, shopId);
  const fresh = said.filter(({ position }) => isAfter(position, filed));
  const last = fresh.at(-1);
  if (!last) return;
  const refs = once(fresh.flatMap((one) => one.refs));
  const blocks: PackedBlock[] = [];
  for (let i = 0; i < refs.length; i += loadedAtOnce) {
    const some = refs.slice(i, i + loadedAtOnce);
    blocks.push(pack(await inShop(pool, shopId, (tx) => loadDocuments(tx, shopId, some))));
  }
  const block = blocks.length === 1 ? making(blocks[0]!) : merge(blocks);
  await writeBlock(pool, shopId, 'words', block, (tx) => note(tx, shopId, filed, last.position));
}

/** Read and cut into tokens in one go, while everybody else waits. */
const loadedAtOnce = 250;

async function readFiled(pool: Pool, shopId: string): Promise<Position> {
  const [row] = await inShop(pool, shopId, (tx) =>
    tx.query<{ tx: string; event_id: number }>(
      'select tx::text, event_id from search_positions where shop_id = $1',
      [shopId],
    ),
  );
  return row ? { tx: BigInt(row.tx), eventId: row.event_id } : start;
}

/** Where another node has filed meanwhile, nothing of this one is. */
async function note(tx: Tx, shopId: string, before: Position, now: Position): Promise<void> {
  const noted = await tx.query(
    `insert into search_positions as p (shop_id, tx, event_id) values ($1, $4::xid8, $5)
    on conflict (shop_id) do update set tx = excluded.tx, event_id = excluded.event_id
      where p.tx = $2::xid8 and p.event_id = $3 returning 1`,
    [shopId, String(before.tx), before.eventId, String(now.tx), now.eventId],
  );
  if (noted.length === 0) throw new Error('another node has filed these documents meanwhile');
}
