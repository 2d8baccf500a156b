-- People: how they come in, how they get back in, the second step of signing in, and what was changed about them.

-- Counts up with each change of the shop's hours, so that nobody writes over somebody else's.
alter table shops add column hours_version int not null default 0;

-- Set where the person behind a session may do other things than when it began: its sockets are opened anew.
alter table sessions add column person_changed_at timestamptz;

-- A place for somebody who is not here yet. Only the hash of the link's token is kept.
create table invitations (
  shop_id uuid not null references shops,
  invitation_id uuid not null,
  token_hash bytea not null,
  login text not null,
  name text not null,
  work_number text not null,
  role text not null check (role in ('agent', 'lead', 'supervisor', 'finance', 'warehouse', 'reviewer', 'administrator')),
  groups text[] not null,
  capacity int not null check (capacity >= 0),
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  withdrawn_at timestamptz,
  accepted_at timestamptz,
  -- Who it became.
  agent_id uuid,
  primary key (shop_id, invitation_id),
  unique (shop_id, token_hash),
  foreign key (shop_id, invited_by) references agents,
  foreign key (shop_id, agent_id) references agents
);
create unique index invitations_open_login on invitations (shop_id, login) where accepted_at is null and withdrawn_at is null;
create unique index invitations_open_work_number on invitations (shop_id, work_number) where accepted_at is null and withdrawn_at is null;

-- A link for a new password. A newer one takes the place of the one before.
create table password_resets (
  shop_id uuid not null,
  agent_id uuid not null,
  token_hash bytea not null,
  made_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (shop_id, agent_id),
  unique (shop_id, token_hash),
  foreign key (shop_id, agent_id) references agents,
  foreign key (shop_id, made_by) references agents
);

-- The second step: a key that an authenticator shares, sealed with the server's own.
create table second_steps (
  shop_id uuid not null,
  agent_id uuid not null,
  secret_sealed bytea not null,
  created_at timestamptz not null,
  -- null: begun, and not in force before a code was right.
  confirmed_at timestamptz,
  -- The last period whose code was taken: a code that somebody looked over a shoulder for is worth nothing.
  last_period bigint not null default 0,
  primary key (shop_id, agent_id),
  foreign key (shop_id, agent_id) references agents
);

create table recovery_codes (
  shop_id uuid not null,
  agent_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (shop_id, agent_id, code_hash),
  foreign key (shop_id, agent_id) references second_steps on delete cascade
);

-- Who changed what about whom: ids, states and roles, no names. by_id null: the set-up of the shop.
create table team_changes (
  shop_id uuid not null references shops,
  change_id uuid not null,
  at timestamptz not null,
  by_id uuid,
  agent_id uuid,
  kind text not null check (kind in (
    'shop-set-up', 'invited', 'invitation-renewed', 'invitation-withdrawn', 'joined', 'edited', 'closed', 'reopened',
    'signed-out', 'reset-sent', 'password-reset', 'password-changed', 'second-step-on', 'second-step-off', 'hours-changed'
  )),
  -- edited: {field: [before, after]} of role, groups and capacity.
  data jsonb not null default '{}',
  primary key (shop_id, change_id),
  foreign key (shop_id, by_id) references agents,
  foreign key (shop_id, agent_id) references agents
);
create index team_changes_of_agent on team_changes (shop_id, agent_id, at desc);

do $$
declare
  name text;
begin
  foreach name in array array['invitations', 'password_resets', 'second_steps', 'recovery_codes', 'team_changes'] loop
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
revoke update, delete on team_changes from yinuo_app;
