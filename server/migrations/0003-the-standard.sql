-- The standard as the shop's own: its settings by version, which version judged a score, what people thought of
-- findings, and the cases that the shop keeps of them.

-- Never changed and never removed: a score names the version that judged it. Version 0 is the standard itself.
create table standard_versions (
  shop_id uuid not null references shops,
  version int not null check (version > 0),
  settings jsonb not null,
  -- Rules whose blocks only warn: {rule: since when, epoch ms}.
  toothless jsonb not null default '{}',
  -- The rule that somebody looked at and let stop messages again: its verdicts are counted anew from here.
  restored text,
  -- null: the desk itself, when a rule lost its teeth.
  saved_by uuid,
  note text not null,
  created_at timestamptz not null,
  primary key (shop_id, version),
  foreign key (shop_id, saved_by) references agents
);

alter table scores add column settings_version int not null default 0;
create index scores_by_time on scores (shop_id, scored_at desc, episode_id);

alter table findings drop constraint findings_verdict_check;
alter table findings add constraint findings_verdict_check
  check (verdict in ('right', 'wrong', 'risk-taken', 'own-reason'));
alter table findings add column verdict_at timestamptz;
create index findings_judged on findings (shop_id, rule) where verdict in ('right', 'wrong', 'risk-taken');

-- What people said a rule should have found, or should not have: an episode with personal data replaced.
create table standard_cases (
  shop_id uuid not null,
  episode_id uuid not null,
  conversation_id uuid not null,
  -- In the form that `yinuo check` reads.
  conversation jsonb not null,
  -- Added by hand: [{turn, rule}] that no rule found.
  missed jsonb not null default '[]',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, episode_id),
  foreign key (shop_id, episode_id) references episodes,
  foreign key (shop_id, conversation_id) references conversations
);

do $$
declare
  name text;
begin
  foreach name in array array['standard_versions', 'standard_cases'] loop
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
revoke update, delete on standard_versions from yinuo_app;
