/** Bare program B: everything that waits goes into one statement and one commit; nobody waits when nobody else does. */
import pg from 'pg';
import { child } from '../child.ts';
import type { BareTarget } from '../load/lane.ts';
import type { Message } from './wire.ts';
import { deliver, listen } from './wire.ts';

const mostTogether = 512;

const insert = {
  name: 'insert',
  text: `with arrived as materialized (
      select * from json_to_recordset($1) as r(shop_id uuid, conversation_id uuid, seq int, message_id uuid, client_id text,
        episode_id uuid, author_id uuid, text text, at timestamptz, data jsonb)
    ), stored as (
      insert into messages (shop_id, conversation_id, seq, message_id, client_id, episode_id, author, author_id, text, said_at, created_at)
      select shop_id, conversation_id, seq, message_id, client_id, episode_id, 'agent', author_id, text, at, at from arrived
    )
    insert into events (shop_id, conversation_id, type, data, at)
    select shop_id, conversation_id, 'message.posted', data, at from arrived
    returning tx::text, event_id`,
};

child<{ databaseUrl: string }>(async ({ databaseUrl }) => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const waiting: Message[] = [];
  let committing = false;

  const url = await listen((message) => {
    waiting.push(message);
    // Those that arrive in the same turn of the event loop go together.
    if (!committing) setImmediate(commitAll);
    committing = true;
  });
  return { kind: 'bare', url } satisfies BareTarget;

  async function commitAll() {
    while (waiting.length > 0) {
      const together = waiting.splice(0, mostTogether);
      const rows = JSON.stringify(together.map((message) => message.row));
      const answer = await client.query<{ tx: string; event_id: string }>({ ...insert, values: [rows] });
      deliver(
        together.map((message, i) => ({
          ...message,
          tx: answer.rows[i]!.tx,
          eventId: answer.rows[i]!.event_id,
        })),
      );
    }
    committing = false;
  }
});
