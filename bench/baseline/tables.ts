import pg from 'pg';

/** The desk's two tables of the road, column for column and index for index, without its walls and references. */
const tables = `
  create table messages (
    shop_id uuid not null,
    conversation_id uuid not null,
    seq int not null,
    message_id uuid not null,
    client_id text not null,
    episode_id uuid not null,
    author text not null,
    author_id uuid,
    text text,
    said_at timestamptz,
    until_at timestamptz,
    created_at timestamptz not null,
    primary key (shop_id, conversation_id, seq),
    unique (shop_id, conversation_id, client_id)
  );
  create table events (
    shop_id uuid not null,
    event_id bigint not null generated always as identity,
    tx xid8 not null default pg_current_xact_id(),
    conversation_id uuid not null,
    type text not null,
    data jsonb not null,
    at timestamptz not null,
    primary key (shop_id, event_id)
  );
  create index events_in_commit_order on events (tx, event_id);
  create index events_marks on events (shop_id, conversation_id, event_id)
    where type in ('episode.opened', 'episode.assigned', 'episode.queued', 'episode.closed', 'episode.scored');
  create index events_of_conversation on events (shop_id, conversation_id, tx, event_id)`;

export async function createBareTables(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(tables);
  await client.end();
}
