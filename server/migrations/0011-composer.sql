-- What people write and have not sent: drafts for their other machines, and replies that leave later.

-- Nobody's but the person's own; gone when it becomes a message.
create table drafts (
  shop_id uuid not null,
  conversation_id uuid not null,
  agent_id uuid not null,
  writing text not null check (writing in ('reply', 'note', 'whisper')),
  text text not null,
  -- Another with each save: a machine that does not know the last one asks its person.
  version uuid not null,
  saved_at timestamptz not null,
  primary key (shop_id, conversation_id, agent_id, writing),
  foreign key (shop_id, conversation_id) references conversations,
  foreign key (shop_id, agent_id) references agents
);

create table scheduled_replies (
  shop_id uuid not null,
  scheduled_id uuid not null,
  conversation_id uuid not null,
  agent_id uuid not null,
  -- The client's own name for the wish to send later: asked twice it is one.
  client_id text not null,
  -- The id its message will have; told to nobody before.
  message_client_id text not null,
  -- null: it has left, or has gone back.
  text text,
  send_at timestamptz not null,
  -- The author wants it sent also where the customer has written since.
  even_if_written boolean not null,
  -- The public number it was written behind.
  after_seq int not null,
  outcome text check (outcome in ('sent', 'cancelled', 'returned')),
  cause text,
  settled_at timestamptz,
  -- The author has seen that it came back.
  noticed_at timestamptz,
  created_at timestamptz not null,
  primary key (shop_id, scheduled_id),
  unique (shop_id, conversation_id, client_id),
  foreign key (shop_id, conversation_id) references conversations,
  foreign key (shop_id, agent_id) references agents
);
create index scheduled_due on scheduled_replies (shop_id, send_at) where outcome is null;
create index scheduled_here on scheduled_replies (shop_id, conversation_id) where outcome is null;
create index scheduled_returned on scheduled_replies (shop_id, agent_id) where outcome = 'returned' and noticed_at is null;

do $$
declare
  name text;
begin
  foreach name in array array['drafts', 'scheduled_replies'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy shop_wall on %I to yinuo_app using (shop_id = nullif(current_setting(''app.shop_id'', true), '''')::uuid)',
      name
    );
    execute format('grant select, insert, update, delete on %I to yinuo_app', name);
  end loop;
end
$$;
-- The log's reader joins the words of what is scheduled.
create policy log_reader on scheduled_replies for select to yinuo_pump using (true);
grant select (shop_id, scheduled_id, text) on scheduled_replies to yinuo_pump;
