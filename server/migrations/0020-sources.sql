-- Shop systems that tell of their orders by themselves, and what their telling needs beside a file's.

create table sources (
  shop_id uuid not null references shops,
  source_id uuid not null,
  kind text not null check (kind in ('shopify', 'woocommerce')),
  -- What its orders carry as their source: the same as its files', so that both tell of the same orders.
  name text not null,
  address text not null,
  -- Keys and secrets, sealed.
  secrets bytea not null,
  -- The shop's own, for prices that name none.
  currency text not null,
  state text not null check (state in ('on', 'paused')),
  -- How far the pull has come, in the form of server/modules/commerce/sources/cursor.ts.
  cursor jsonb not null default '{}',
  next_pull_at timestamptz not null,
  -- Whoever pulls says so after every page; where nobody has for a while, another goes on from the cursor.
  run_token uuid,
  beat_at timestamptz,
  -- Everything there is was read once.
  complete_at timestamptz,
  -- All that it had to say was read, or it said something itself.
  told_at timestamptz,
  failing_since timestamptz,
  failures int not null default 0,
  failure text,
  hook_at timestamptz,
  -- Calls in its name that it did not sign.
  forged int not null default 0,
  forged_at timestamptz,
  created_at timestamptz not null,
  primary key (shop_id, source_id),
  unique (shop_id, name)
);
create index sources_due on sources (shop_id, next_pull_at) where state = 'on';

-- What it called with, by its own id and by what it said, for longer than a call is taken.
create table source_deliveries (
  shop_id uuid not null,
  source_id uuid not null,
  delivery_key bytea not null,
  at timestamptz not null,
  primary key (shop_id, source_id, delivery_key),
  foreign key (shop_id, source_id) references sources on delete cascade
);
create index source_deliveries_by_age on source_deliveries (shop_id, at);

-- Who connected, changed or removed one; stays when it is gone.
create table source_changes (
  shop_id uuid not null,
  change_id uuid not null,
  source_id uuid not null,
  agent_id uuid not null,
  what text not null check (what in ('connected', 'changed', 'paused', 'resumed', 'removed')),
  name text not null,
  at timestamptz not null,
  primary key (shop_id, change_id),
  foreign key (shop_id, agent_id) references agents
);

-- A shop system names its orders by an id of its own; found by its keyed hash, as by the number.
alter table orders add column external_index bytea;
-- When the source last changed it, by the source's own clock: an older telling that arrives later changes nothing.
alter table orders add column told_at timestamptz;
create index orders_by_external on orders (shop_id, source, external_index) where external_index is not null;
alter table products add column told_at timestamptz;

-- What a source says was paid back, each once.
create table told_refunds (
  shop_id uuid not null,
  order_id uuid not null,
  refund_key text not null,
  amount_fen bigint not null check (amount_fen >= 0),
  currency text not null,
  refunded_at timestamptz,
  primary key (shop_id, order_id, refund_key),
  foreign key (shop_id, order_id) references orders
);

-- Why it broke off: a code of core/commerce/import-api.ts.
alter table imports add column failure text;

do $$
declare
  name text;
begin
  foreach name in array array['sources', 'source_deliveries', 'source_changes', 'told_refunds'] loop
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
revoke update, delete on source_changes from yinuo_app;
