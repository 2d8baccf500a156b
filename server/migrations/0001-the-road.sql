-- The road: shops, people, customers, conversations, the standard's findings, and the log they all speak through.
-- Every table of a shop leads its primary key with shop_id and stands behind row-level security.
-- The few tables outside are at the end; server/platform/database/schema.test.ts holds the list.

create table shops (
  shop_id uuid primary key,
  slug text not null,
  name text not null,
  settings jsonb not null,
  created_at timestamptz not null default now()
);

-- Keys a shop signs its customers' identity with; the secret is sealed with the server's own.
create table widget_keys (
  shop_id uuid not null references shops,
  key_id text not null,
  secret_sealed bytea not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (shop_id, key_id)
);

create table agents (
  shop_id uuid not null references shops,
  agent_id uuid not null,
  login text not null,
  name text not null,
  work_number text not null,
  role text not null check (role in ('agent', 'lead', 'supervisor', 'finance', 'warehouse', 'reviewer', 'administrator')),
  groups text[] not null default '{}',
  capacity int not null default 8 check (capacity >= 0),
  lang text not null default 'zh' check (lang in ('zh', 'en')),
  password_hash text not null,
  created_at timestamptz not null default now(),
  left_at timestamptz,
  primary key (shop_id, agent_id),
  unique (shop_id, login),
  unique (shop_id, work_number)
);

-- Leases: a connection that stops renewing (a closed laptop, a dead node) frees its agent by itself.
create table presence (
  shop_id uuid not null,
  agent_id uuid not null,
  connection_id uuid not null,
  state text not null check (state in ('available', 'away')),
  expires_at timestamptz not null,
  primary key (shop_id, agent_id, connection_id),
  foreign key (shop_id, agent_id) references agents
);

create table customers (
  shop_id uuid not null references shops,
  customer_id uuid not null,
  -- The shop's own id of the customer, where the shop signed for it.
  external_id text,
  name text,
  order_state text check (order_state in ('unpaid', 'paid', 'dispatched', 'received', 'returning')),
  created_at timestamptz not null default now(),
  primary key (shop_id, customer_id),
  unique (shop_id, external_id)
);

-- The key that a customer's contacts are sealed with. Deleting it erases them wherever a copy lies.
create table customer_keys (
  shop_id uuid not null,
  customer_id uuid not null,
  key_sealed bytea not null,
  primary key (shop_id, customer_id),
  foreign key (shop_id, customer_id) references customers
);

create table customer_contacts (
  shop_id uuid not null,
  contact_id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('phone', 'address', 'order')),
  sealed bytea not null,
  -- Keyed hash for look-up by the full value; addresses have none.
  blind_index bytea,
  blind_version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (shop_id, contact_id),
  foreign key (shop_id, customer_id) references customers
);
create index customer_contacts_by_customer on customer_contacts (shop_id, customer_id);
create unique index customer_contacts_once on customer_contacts (shop_id, customer_id, kind, blind_index) where blind_index is not null;
create index customer_contacts_by_value on customer_contacts (shop_id, kind, blind_index) where blind_index is not null;

create table unmaskings (
  shop_id uuid not null,
  unmasking_id uuid not null,
  customer_id uuid not null,
  agent_id uuid not null,
  field text not null,
  created_at timestamptz not null default now(),
  primary key (shop_id, unmasking_id),
  foreign key (shop_id, customer_id) references customers,
  foreign key (shop_id, agent_id) references agents
);

-- A browser that may speak for a customer. Only the token's hash is kept.
create table visitors (
  shop_id uuid not null,
  visitor_id uuid not null,
  customer_id uuid not null,
  token_hash bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (shop_id, visitor_id),
  unique (shop_id, token_hash),
  foreign key (shop_id, customer_id) references customers
);

create table conversations (
  shop_id uuid not null,
  conversation_id uuid not null,
  customer_id uuid not null,
  channel text not null,
  -- The id an import knew it by; importing it again changes nothing.
  external_id text,
  state text not null check (state in ('new', 'waiting', 'assigned', 'closed')),
  group_name text not null check (group_name in ('pre-sales', 'in-sales', 'after-sales')),
  assignee_id uuid,
  own_agent_id uuid,
  urgency smallint not null default 0,
  mood text not null default 'calm' check (mood in ('calm', 'uneasy', 'dissatisfied', 'strong')),
  -- The episode that is open, or was last.
  episode_id uuid,
  waiting_since timestamptz,
  queued_at timestamptz,
  assigned_at timestamptz,
  late_stage int not null default 0,
  -- When the next waiting threshold passes, in the shop's working hours.
  late_next_at timestamptz,
  seq int not null default 0,
  staff_seq int not null default 0,
  read_by_agent int not null default 0,
  read_by_customer int not null default 0,
  unread int not null default 0,
  open_alerts int not null default 0,
  held_replies int not null default 0,
  activity_at timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (shop_id, conversation_id),
  unique (shop_id, channel, external_id),
  foreign key (shop_id, customer_id) references customers,
  foreign key (shop_id, assignee_id) references agents,
  foreign key (shop_id, own_agent_id) references agents
);
-- One lasting thread a customer and channel; imports bring their own.
create unique index conversations_one_thread on conversations (shop_id, customer_id, channel) where external_id is null;
-- The inbox's three views, each in its index's own order: no sort, however many conversations lie behind.
create index conversations_all on conversations (shop_id, activity_at desc, conversation_id desc);
create index conversations_mine on conversations (shop_id, assignee_id, activity_at desc, conversation_id desc) where state = 'assigned';
create index conversations_waiting on conversations (shop_id, urgency desc, queued_at, conversation_id) where state = 'waiting';
create index conversations_late on conversations (shop_id, late_next_at) where late_next_at is not null;

create table episodes (
  shop_id uuid not null,
  episode_id uuid not null,
  conversation_id uuid not null,
  number int not null,
  first_seq int not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by text check (closed_by in ('agent', 'customer', 'silence')),
  points int,
  veto text check (veto in ('pending')),
  primary key (shop_id, episode_id),
  unique (shop_id, conversation_id, number),
  foreign key (shop_id, conversation_id) references conversations
);

-- No foreign key to its episode: both are written by the one door, and it would be asked for each message.
create table messages (
  shop_id uuid not null,
  conversation_id uuid not null,
  seq int not null,
  message_id uuid not null,
  client_id text not null,
  episode_id uuid not null,
  author text not null check (author in ('customer', 'agent', 'system')),
  author_id uuid,
  -- null: erased.
  text text,
  -- null: an import gave no time, and none is invented.
  said_at timestamptz,
  until_at timestamptz,
  created_at timestamptz not null,
  primary key (shop_id, conversation_id, seq),
  unique (shop_id, conversation_id, client_id),
  foreign key (shop_id, conversation_id) references conversations
);

create table notes (
  shop_id uuid not null,
  note_id uuid not null,
  conversation_id uuid not null,
  staff_seq int not null,
  kind text not null check (kind in ('note', 'whisper', 'handover')),
  author_id uuid not null,
  text text,
  after_seq int not null,
  created_at timestamptz not null,
  primary key (shop_id, note_id),
  unique (shop_id, conversation_id, staff_seq),
  foreign key (shop_id, conversation_id) references conversations,
  foreign key (shop_id, author_id) references agents
);

create table findings (
  shop_id uuid not null,
  finding_id uuid not null,
  conversation_id uuid not null,
  episode_id uuid not null,
  rule text not null,
  weight text not null check (weight in ('block', 'warn', 'note', 'alert')),
  moment text not null check (moment in ('send', 'live', 'after', 'act')),
  message_seq int not null,
  start_at int not null,
  end_at int not null,
  verdict text check (verdict in ('wrong', 'risk-taken', 'own-reason')),
  verdict_by uuid,
  verdict_reason text,
  created_at timestamptz not null,
  primary key (shop_id, finding_id),
  unique (shop_id, conversation_id, message_seq, rule),
  foreign key (shop_id, conversation_id) references conversations,
  foreign key (shop_id, episode_id) references episodes,
  foreign key (shop_id, verdict_by) references agents
);

create table alerts (
  shop_id uuid not null,
  alert_id uuid not null,
  conversation_id uuid not null,
  cause jsonb not null,
  message_seq int,
  created_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  primary key (shop_id, alert_id),
  foreign key (shop_id, conversation_id) references conversations,
  foreign key (shop_id, acknowledged_by) references agents
);
create index alerts_by_conversation on alerts (shop_id, conversation_id);
create index alerts_open on alerts (shop_id, created_at) where acknowledged_at is null;

-- A blocked reply that waits for a supervisor. It never reaches the customer unless released.
create table holds (
  shop_id uuid not null,
  hold_id uuid not null,
  conversation_id uuid not null,
  agent_id uuid not null,
  client_id text not null,
  text text,
  findings jsonb not null,
  created_at timestamptz not null,
  outcome text check (outcome in ('released', 'refused', 'withdrawn')),
  verdict text check (verdict in ('wrong', 'risk-taken', 'own-reason')),
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  primary key (shop_id, hold_id),
  unique (shop_id, conversation_id, client_id),
  foreign key (shop_id, conversation_id) references conversations,
  foreign key (shop_id, agent_id) references agents,
  foreign key (shop_id, decided_by) references agents
);
create index holds_open on holds (shop_id, created_at) where outcome is null;

-- One score an episode, with everything needed to explain it: lines, what was not judged, which engine judged.
create table scores (
  shop_id uuid not null,
  episode_id uuid not null,
  conversation_id uuid not null,
  points int not null,
  veto text check (veto in ('pending')),
  lines jsonb not null,
  not_judged jsonb not null,
  engine text not null,
  scored_at timestamptz not null,
  primary key (shop_id, episode_id),
  foreign key (shop_id, episode_id) references episodes,
  foreign key (shop_id, conversation_id) references conversations
);
create index scores_by_conversation on scores (shop_id, conversation_id);

-- The log. Append-only, ids and states, no words. No foreign key, for the same reason: it is written with what it names. Readers follow (tx, event_id) below the oldest running transaction.
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
-- What the thread shows between its messages, without walking over them.
create index events_marks on events (shop_id, conversation_id, event_id)
  where type in ('episode.opened', 'episode.assigned', 'episode.queued', 'episode.closed', 'episode.scored');
create index events_of_conversation on events (shop_id, conversation_id, tx, event_id);

-- The wall between shops.
do $$
declare
  name text;
begin
  foreach name in array array[
    'shops', 'widget_keys', 'agents', 'presence', 'customers', 'customer_keys', 'customer_contacts', 'unmaskings',
    'visitors', 'conversations', 'episodes', 'messages', 'notes', 'findings', 'alerts', 'holds', 'scores', 'events'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    -- The setting reads '' after a transaction that set it: nullif, or a reused connection would fail on the cast.
    execute format(
      'create policy shop_wall on %I to yinuo_app using (shop_id = nullif(current_setting(''app.shop_id'', true), '''')::uuid)',
      name
    );
    execute format('grant select, insert, update, delete on %I to yinuo_app', name);
  end loop;
end
$$;
revoke update, delete on events, unmaskings from yinuo_app;

-- The reader of the log carries events of all shops to their sockets: it may read what it delivers, and write nothing.
grant select on events, conversations, messages, notes, holds, agents, customers to yinuo_pump;
create policy log_reader on events for select to yinuo_pump using (true);
create policy log_reader on conversations for select to yinuo_pump using (true);
create policy log_reader on messages for select to yinuo_pump using (true);
create policy log_reader on holds for select to yinuo_pump using (true);
create policy log_reader on notes for select to yinuo_pump using (true);
create policy log_reader on agents for select to yinuo_pump using (true);
create policy log_reader on customers for select to yinuo_pump using (true);

-- Outside the wall: what must be read before the shop is known, and the log's own book-keeping.

create table shop_directory (
  slug text primary key,
  shop_id uuid not null unique
);

create table sessions (
  token_hash bytea primary key,
  session_id uuid not null unique,
  shop_id uuid not null,
  agent_id uuid not null,
  device text,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_by_agent on sessions (shop_id, agent_id);

-- Another epoch means another database (a restored backup, a new cluster): every cursor of before is void.
create table log_epoch (
  epoch uuid primary key default gen_random_uuid()
);
insert into log_epoch default values;

create table log_positions (
  reader text primary key,
  tx xid8 not null,
  event_id bigint not null
);

grant select, insert, update, delete on shop_directory, sessions, log_positions to yinuo_app;
grant select on log_epoch to yinuo_app, yinuo_pump;
