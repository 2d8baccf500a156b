/** Bare program A: each message is one statement and one commit of its own, on prepared, pipelined connections. */
import pg from 'pg';
import { child } from '../child.ts';
import type { BareTarget } from '../load/lane.ts';
import type { Committed, Message } from './wire.ts';
import { deliver, listen } from './wire.ts';

const connections = 16;

const insert = {
  name: 'insert',
  text: `with stored as (
      insert into messages (shop_id, conversation_id, seq, message_id, client_id, episode_id, author, author_id, text, said_at, created_at)
      values ($1, $2, $3, $4, $5, $6, 'agent', $7, $8, $9, $9)
    )
    insert into events (shop_id, conversation_id, type, data, at) values ($1, $2, 'message.posted', $10, $9)
    returning tx::text, event_id`,
};

child<{ databaseUrl: string }>(async ({ databaseUrl }) => {
  const config = { connectionString: databaseUrl, pipeline: true } as pg.ClientConfig;
  const clients = Array.from({ length: connections }, () => new pg.Client(config));
  await Promise.all(clients.map((client) => client.connect()));
  const inTurn = new Map<string, Promise<void>>();
  let turn = 0;

  const url = await listen((message) => {
    const committed = commit(clients[turn++ % connections]!, message);
    const conversationId = message.row.conversation_id;
    // Commits overtake one another; what is handed on keeps the order of the conversation.
    const before = inTurn.get(conversationId);
    inTurn.set(
      conversationId,
      Promise.all([committed, before]).then(([one]) => deliver([one])),
    );
  });
  return { kind: 'bare', url } satisfies BareTarget;
});

async function commit(client: pg.Client, message: Message): Promise<Committed> {
  const { row } = message;
  const { rows } = await client.query<{ tx: string; event_id: string }>({
    ...insert,
    values: [
      row.shop_id,
      row.conversation_id,
      row.seq,
      row.message_id,
      row.client_id,
      row.episode_id,
      row.author_id,
      row.text,
      row.at,
      row.data,
    ],
  });
  return { ...message, tx: rows[0]!.tx, eventId: rows[0]!.event_id };
}
