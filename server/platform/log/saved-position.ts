/** Where a reader of the log has come to, for the next one to go on from. */
import type { Pool } from '../database/pool.ts';
import { query } from '../database/pool.ts';
import type { Position } from './cursor.ts';
import { start } from './cursor.ts';

/** One that has never read begins with the first entry of all. */
export async function readPosition(pool: Pool, reader: string): Promise<Position> {
  const [row] = await query<{ tx: string; event_id: number }>(
    pool,
    'select tx::text, event_id from log_positions where reader = $1',
    [reader],
  );
  return row ? { tx: BigInt(row.tx), eventId: row.event_id } : start;
}

export async function savePosition(pool: Pool, reader: string, { tx, eventId }: Position): Promise<void> {
  await query(
    pool,
    `insert into log_positions (reader, tx, event_id) values ($1, $2::xid8, $3)
    on conflict (reader) do update set tx = excluded.tx, event_id = excluded.event_id`,
    [reader, String(tx), eventId],
  );
}
