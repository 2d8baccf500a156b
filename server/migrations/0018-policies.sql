-- The after-sale policy as the shop's own. Never changed and never removed: what was decided names the version it was decided
-- by. Version 0 is the policy that the product brings.
create table policy_versions (
  shop_id uuid not null references shops,
  version int not null check (version > 0),
  -- In the form of core/commerce/policy/policy.ts.
  policy jsonb not null,
  saved_by uuid not null,
  note text not null,
  created_at timestamptz not null,
  primary key (shop_id, version),
  foreign key (shop_id, saved_by) references agents
);

alter table policy_versions enable row level security;
alter table policy_versions force row level security;
create policy shop_wall on policy_versions to yinuo_app
  using (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);
grant select, insert on policy_versions to yinuo_app;
