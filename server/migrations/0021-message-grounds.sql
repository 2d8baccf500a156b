-- What an agent's message was judged by as it left, where that can be another a moment later: the product facts and the stock
-- that it spoke of, and the places in it that were somebody else's. A score looks here, so that it stays what it was.
create table message_grounds (
  shop_id uuid not null,
  conversation_id uuid not null,
  client_id text not null,
  -- Of the words that were judged: others under the same id have other grounds.
  said_hash bytea not null,
  grounds jsonb not null,
  created_at timestamptz not null,
  primary key (shop_id, conversation_id, client_id),
  foreign key (shop_id, conversation_id) references conversations
);

alter table message_grounds enable row level security;
alter table message_grounds force row level security;
create policy shop_wall on message_grounds to yinuo_app
  using (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);
grant select, insert, update, delete on message_grounds to yinuo_app;
