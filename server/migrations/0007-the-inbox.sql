-- Conversations put aside, conversations that close by themselves, threads that became one, and lists with filters.

alter table conversations add column snoozed boolean not null default false;
-- null: until the customer writes.
alter table conversations add column snoozed_until timestamptz;
-- When it closes by itself where nobody says anything.
alter table conversations add column closes_at timestamptz;
-- Where the customer's further messages arrive.
alter table conversations add column merged_into uuid;
alter table conversations add foreign key (shop_id, merged_into) references conversations;
create index conversations_merged on conversations (shop_id, merged_into) where merged_into is not null;

-- One clock a conversation: a wait, a snooze or a silence, never two at once.
alter table conversations rename column late_next_at to clock_next_at;
alter index conversations_late rename to conversations_clock;

-- The lists of what is open, small however old the shop is: filters may walk them.
drop index conversations_all;
create index conversations_open on conversations (shop_id, activity_at desc, conversation_id desc)
  where state in ('waiting', 'assigned');
create index conversations_risk on conversations (shop_id, activity_at desc, conversation_id desc)
  where state in ('waiting', 'assigned') and (open_alerts > 0 or late_stage > 0 or mood in ('dissatisfied', 'strong'));
create index conversations_snoozed on conversations (shop_id, coalesce(snoozed_until, 'infinity'), conversation_id)
  where snoozed;
-- The list of what is closed only grows: each filter has its own order of it. A message on an open conversation touches none.
create index conversations_closed on conversations (shop_id, activity_at desc, conversation_id desc)
  where state = 'closed';
create index conversations_closed_agent on conversations (shop_id, assignee_id, activity_at desc, conversation_id desc)
  where state = 'closed';
create index conversations_closed_group on conversations (shop_id, group_name, activity_at desc, conversation_id desc)
  where state = 'closed';
create index conversations_closed_mood on conversations (shop_id, mood, activity_at desc, conversation_id desc)
  where state = 'closed';
create index conversations_closed_channel on conversations (shop_id, channel, activity_at desc, conversation_id desc)
  where state = 'closed';
create index conversations_closed_unread on conversations (shop_id, activity_at desc, conversation_id desc)
  where state = 'closed' and unread > 0;

-- What the thread shows between its messages, with what is new.
drop index events_marks;
create index events_marks on events (shop_id, conversation_id, event_id)
  where type in ('episode.opened', 'episode.assigned', 'episode.queued', 'episode.closed', 'episode.scored',
    'episode.snoozed', 'episode.woken', 'silence.noticed', 'conversation.merged', 'conversation.joined');

-- Lists that somebody put together for themselves.
create table saved_views (
  shop_id uuid not null,
  view_id uuid not null,
  agent_id uuid not null,
  name text not null,
  view text not null,
  filter jsonb not null,
  created_at timestamptz not null,
  primary key (shop_id, view_id),
  foreign key (shop_id, agent_id) references agents
);
create unique index saved_views_by_name on saved_views (shop_id, agent_id, lower(name));

alter table saved_views enable row level security;
alter table saved_views force row level security;
create policy shop_wall on saved_views to yinuo_app
  using (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);
grant select, insert, update, delete on saved_views to yinuo_app;
