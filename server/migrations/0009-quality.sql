-- How well the shop serves, ready to be read: what stands behind each figure, and the figures by day. A reaction to the
-- log keeps them; both can be made anew from the episodes, their findings and the log at any time.

-- The agent it is about may say that a finding is wrong; a reviewer's verdict answers.
alter table findings add column contested_by uuid;
alter table findings add column contested_at timestamptz;
alter table findings add column contest_reason text;
alter table findings add foreign key (shop_id, contested_by) references agents;

alter table episodes add column reviewed_at timestamptz;
alter table episodes add column reviewed_by uuid;
alter table episodes add foreign key (shop_id, reviewed_by) references agents;

-- Which day is which depends on the shop's zone: where that changes, everything is counted anew.
create table quality_states (
  shop_id uuid not null references shops,
  zone text not null,
  -- null: it is being counted anew.
  completed_at timestamptz,
  primary key (shop_id)
);

-- Each scored episode as it was counted. agent_id: who had it last; the nil id stands for nobody.
create table quality_episodes (
  shop_id uuid not null,
  episode_id uuid not null,
  conversation_id uuid not null,
  number int not null,
  first_seq int not null,
  closed_at timestamptz not null,
  day date not null,
  agent_id uuid not null,
  group_name text not null,
  band text not null,
  points int not null,
  veto text check (veto in ('pending', 'confirmed')),
  -- 0 to 99, by the episode's id: below the shop's share it is drawn for review.
  lot smallint not null,
  reviewed_at timestamptz,
  primary key (shop_id, episode_id),
  foreign key (shop_id, episode_id) references episodes,
  foreign key (shop_id, conversation_id) references conversations
);
create index quality_episodes_by_time on quality_episodes (shop_id, closed_at desc, episode_id desc);
create index quality_episodes_of_agent on quality_episodes (shop_id, agent_id, closed_at desc, episode_id desc);
create index quality_episodes_in_band on quality_episodes (shop_id, band, closed_at desc, episode_id desc);
create index quality_episodes_unread on quality_episodes (shop_id, closed_at desc) where reviewed_at is null;
create index quality_episodes_unconfirmed on quality_episodes (shop_id, closed_at desc) where veto = 'pending';

-- Each finding of a scored episode. agent_id: who wrote the message, else who had the episode last.
create table quality_findings (
  shop_id uuid not null,
  finding_id uuid not null,
  episode_id uuid not null,
  conversation_id uuid not null,
  message_seq int not null,
  closed_at timestamptz not null,
  day date not null,
  agent_id uuid not null,
  group_name text not null,
  rule text not null,
  kind text not null check (kind in ('fault', 'alert', 'merit')),
  said text not null check (said in ('open', 'contested', 'right', 'wrong', 'risk-taken')),
  primary key (shop_id, finding_id),
  foreign key (shop_id, finding_id) references findings,
  foreign key (shop_id, episode_id) references quality_episodes
);
create index quality_findings_of_episode on quality_findings (shop_id, episode_id);
create index quality_findings_by_time on quality_findings (shop_id, kind, closed_at desc, finding_id desc);
create index quality_findings_of_rule on quality_findings (shop_id, rule, closed_at desc, finding_id desc);
create index quality_findings_contested on quality_findings (shop_id, closed_at desc) where said = 'contested';

create table quality_days (
  shop_id uuid not null references shops,
  day date not null,
  agent_id uuid not null,
  group_name text not null,
  band text not null,
  episodes int not null,
  points bigint not null,
  primary key (shop_id, day, agent_id, group_name, band)
);
create index quality_days_empty on quality_days (shop_id) where episodes = 0;

create table quality_rule_days (
  shop_id uuid not null references shops,
  day date not null,
  agent_id uuid not null,
  group_name text not null,
  rule text not null,
  kind text not null,
  said text not null,
  findings int not null,
  primary key (shop_id, day, agent_id, group_name, rule, kind, said)
);
create index quality_rule_days_empty on quality_rule_days (shop_id) where findings = 0;

do $$
declare
  name text;
begin
  foreach name in array array[
    'quality_states', 'quality_episodes', 'quality_findings', 'quality_days', 'quality_rule_days'
  ] loop
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
