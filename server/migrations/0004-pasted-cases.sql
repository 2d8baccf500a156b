-- Conversations that somebody pasted into the test bench and judged: cases of the shop that no episode stands behind.
create table pasted_cases (
  shop_id uuid not null references shops,
  -- What the conversation calls itself.
  case_id text not null,
  -- In the form that `yinuo check` reads, personal data replaced.
  conversation jsonb not null,
  -- What the rules found when it was judged: [{turn, rule, verdict}]; verdict null: nobody said anything.
  findings jsonb not null,
  -- Added by hand: [{turn, rule}] that no rule found.
  missed jsonb not null,
  judged_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, case_id),
  foreign key (shop_id, judged_by) references agents
);

alter table pasted_cases enable row level security;
alter table pasted_cases force row level security;
create policy shop_wall on pasted_cases to yinuo_app
  using (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);
grant select, insert, update, delete on pasted_cases to yinuo_app;
