-- The working hours that an episode was scored by, so that judged again it is judged as it was; what a held reply carries;
-- and the reason of a contest, as it happens.

-- By content: what a shop comes back to, and what imports bring along, stands here once. Never changed.
create table hours_versions (
  shop_id uuid not null references shops,
  version uuid not null,
  hours jsonb not null,
  created_at timestamptz not null,
  primary key (shop_id, version)
);

-- null: scored before hours were kept, and judged again by today's.
alter table scores add column hours_version uuid;
alter table scores add foreign key (shop_id, hours_version) references hours_versions;

alter table hours_versions enable row level security;
alter table hours_versions force row level security;
create policy shop_wall on hours_versions to yinuo_app
  using (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);
grant select, insert on hours_versions to yinuo_app;

-- The log's reader joins why a finding is contested.
grant select (shop_id, finding_id, contest_reason) on findings to yinuo_pump;
create policy log_reader on findings for select to yinuo_pump using (true);

-- A blocked reply is released with what it carries.
alter table holds add column attachment_id uuid;
alter table holds add column quoted_seq int;
alter table holds add foreign key (shop_id, attachment_id) references attachments on delete set null (attachment_id);
create index holds_by_attachment on holds (shop_id, attachment_id) where attachment_id is not null;
