-- The shop's goods and orders, as its platforms' files tell them. Every row that comes from a file has a unique id of its
-- source, so that bringing the file in again changes nothing. Money is integer fen (cents) with its currency.

create table products (
  shop_id uuid not null references shops,
  product_id uuid not null,
  source text not null,
  external_id text not null,
  name text not null,
  -- What may be told to a customer, in the form of core/commerce/product-facts.ts.
  facts jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (shop_id, product_id),
  unique (shop_id, source, external_id)
);

create table skus (
  shop_id uuid not null,
  sku_id uuid not null,
  product_id uuid not null,
  source text not null,
  -- The code that order lines and stock name it by.
  code text not null,
  spec text,
  size text,
  price_fen bigint check (price_fen >= 0),
  currency text not null default 'CNY',
  primary key (shop_id, sku_id),
  unique (shop_id, source, code),
  foreign key (shop_id, product_id) references products
);
create index skus_of_product on skus (shop_id, product_id);
create index skus_by_code on skus (shop_id, code);

-- As counted; a batch of '' is one that nobody wrote down.
create table stock (
  shop_id uuid not null,
  sku_id uuid not null,
  warehouse text not null,
  batch text not null default '',
  quantity int not null check (quantity >= 0),
  counted_at timestamptz not null,
  primary key (shop_id, sku_id, warehouse, batch),
  foreign key (shop_id, sku_id) references skus
);
create index stock_by_batch on stock (shop_id, batch) where batch <> '';

create table promotions (
  shop_id uuid not null references shops,
  promotion_id uuid not null,
  source text not null,
  external_id text not null,
  name text not null,
  sku_code text not null,
  price_fen bigint not null check (price_fen >= 0),
  currency text not null default 'CNY',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Who paid more before is paid the difference until then.
  guaranteed_until timestamptz,
  primary key (shop_id, promotion_id),
  unique (shop_id, source, external_id, sku_code)
);
create index promotions_of_sku on promotions (shop_id, sku_code, starts_at);

-- Whose orders they are: the key that their personal data is sealed with. null: erased, wherever a copy lies.
create table buyers (
  shop_id uuid not null references shops,
  buyer_id uuid not null,
  -- Keyed hash of the account, else of the phone, else of the order number.
  identity_index bytea not null,
  key_sealed bytea,
  created_at timestamptz not null default now(),
  primary key (shop_id, buyer_id),
  unique (shop_id, identity_index)
);

create table orders (
  shop_id uuid not null,
  order_id uuid not null,
  buyer_id uuid not null,
  source text not null,
  number_index bytea not null,
  -- Its number, account, receiver, phone, address and what was written to it. null: erased.
  sealed bytea,
  account_index bytea,
  name_index bytea,
  phone_index bytea,
  phone_tail_index bytea,
  -- null: no file said; then its times tell.
  state text check (state in ('unpaid', 'paid', 'dispatched', 'received', 'returning', 'closed')),
  -- The platform's own word.
  state_said text,
  total_fen bigint check (total_fen >= 0),
  paid_fen bigint check (paid_fen >= 0),
  freight_fen bigint check (freight_fen >= 0),
  refunded_fen bigint check (refunded_fen >= 0),
  currency text not null default 'CNY',
  placed_at timestamptz,
  paid_at timestamptz,
  dispatched_at timestamptz,
  received_at timestamptz,
  closed_at timestamptz,
  promised_at timestamptz,
  -- Keyed hash of what the file said last: the same again is nothing new.
  fingerprint bytea not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (shop_id, order_id),
  unique (shop_id, source, number_index),
  foreign key (shop_id, buyer_id) references buyers
);
-- One for each way to ask, newest first.
create index orders_by_number on orders (shop_id, number_index);
create index orders_by_account on orders (shop_id, account_index, placed_at desc nulls last) where account_index is not null;
create index orders_by_name on orders (shop_id, name_index, placed_at desc nulls last) where name_index is not null;
create index orders_by_phone on orders (shop_id, phone_index, placed_at desc nulls last) where phone_index is not null;
create index orders_by_tail on orders (shop_id, phone_tail_index, placed_at desc nulls last) where phone_tail_index is not null;
create index orders_newest on orders (shop_id, placed_at desc nulls last, order_id);
create index orders_of_buyer on orders (shop_id, buyer_id);

create table order_lines (
  shop_id uuid not null,
  order_id uuid not null,
  -- The platform's own id of the line; else what is in it, and the how-manieth like it.
  line_key text not null,
  product_code text,
  sku_code text,
  title text,
  spec text,
  quantity int not null default 1 check (quantity > 0),
  price_fen bigint check (price_fen >= 0),
  paid_fen bigint check (paid_fen >= 0),
  refunded_fen bigint check (refunded_fen >= 0),
  state_said text,
  -- The order's, so that a SKU's newest orders are read off one index.
  placed_at timestamptz,
  primary key (shop_id, order_id, line_key),
  foreign key (shop_id, order_id) references orders
);
create index order_lines_by_sku on order_lines (shop_id, sku_code, placed_at desc nulls last) where sku_code is not null;

-- What the shop did to an order before it left: taken out or exchanged because it was sold twice or is out of stock.
create table order_changes (
  shop_id uuid not null,
  order_id uuid not null,
  kind text not null check (kind in ('oversell-deletion', 'oversell-change', 'out-of-stock-deletion')),
  sku_code text not null,
  at timestamptz not null,
  to_sku_code text,
  -- null: the customer has not agreed to it.
  agreed_at timestamptz,
  primary key (shop_id, order_id, kind, sku_code, at),
  foreign key (shop_id, order_id) references orders
);

create table shipments (
  shop_id uuid not null,
  shipment_id uuid not null,
  order_id uuid not null,
  tracking_no text not null,
  carrier text,
  dispatched_at timestamptz,
  promised_at timestamptz,
  delivered_at timestamptz,
  last_scan_at timestamptz,
  primary key (shop_id, shipment_id),
  unique (shop_id, order_id, tracking_no),
  foreign key (shop_id, order_id) references orders
);
create index shipments_by_tracking on shipments (shop_id, tracking_no);

create table outbound_items (
  shop_id uuid not null,
  shipment_id uuid not null,
  sku_code text not null,
  batch text not null default '',
  quantity int not null check (quantity > 0),
  primary key (shop_id, shipment_id, sku_code, batch),
  foreign key (shop_id, shipment_id) references shipments
);
create index outbound_items_by_batch on outbound_items (shop_id, batch) where batch <> '';

create table tracking_events (
  shop_id uuid not null,
  shipment_id uuid not null,
  at timestamptz not null,
  -- Tells two scans of one second apart.
  said_hash bytea not null,
  state text,
  place text,
  -- As the courier wrote it, phones masked.
  said text,
  primary key (shop_id, shipment_id, at, said_hash),
  foreign key (shop_id, shipment_id) references shipments
);

-- How a source's columns were put in order by hand, for its next file.
create table import_mappings (
  shop_id uuid not null references shops,
  kind text not null,
  source text not null,
  mapping jsonb not null,
  saved_at timestamptz not null,
  primary key (shop_id, kind, source)
);

-- A file on its way in from the desk. The rows that stayed out are kept with their columns, without what stood in them.
create table imports (
  shop_id uuid not null,
  import_id uuid not null,
  agent_id uuid not null,
  kind text not null,
  file_name text not null,
  -- null: removed when it was over.
  file_hash text,
  size bigint not null,
  source text not null,
  encoding text not null,
  mapping jsonb not null,
  state text not null check (state in ('previewed', 'running', 'done', 'failed', 'cancelled')),
  bytes_read bigint not null default 0,
  counts jsonb not null default '{}',
  problems jsonb not null default '[]',
  created_at timestamptz not null,
  started_at timestamptz,
  -- Whoever runs it says so after every batch; where nobody has for a while, it is taken up again from the beginning.
  beat_at timestamptz,
  ended_at timestamptz,
  primary key (shop_id, import_id),
  foreign key (shop_id, agent_id) references agents
);
create index imports_newest on imports (shop_id, created_at desc);
create index imports_running on imports (shop_id, beat_at) where state = 'running';

create table order_unmaskings (
  shop_id uuid not null,
  unmasking_id uuid not null,
  order_id uuid not null,
  agent_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (shop_id, unmasking_id),
  foreign key (shop_id, order_id) references orders,
  foreign key (shop_id, agent_id) references agents
);

do $$
declare
  name text;
begin
  foreach name in array array[
    'products', 'skus', 'stock', 'promotions', 'buyers', 'orders', 'order_lines', 'order_changes', 'shipments',
    'outbound_items', 'tracking_events', 'import_mappings', 'imports', 'order_unmaskings'
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
revoke update, delete on order_unmaskings from yinuo_app;
