-- Help before the sale and before dispatch: offers beside the prices of promotions, lines that can't be sent as ordered, and
-- which orders go to the same door.

-- What makes a basket cheaper, in the form of core/commerce/price/offer.ts.
create table offers (
  shop_id uuid not null references shops,
  offer_id uuid not null,
  name text not null,
  layer text not null check (layer in ('threshold', 'discount', 'coupon')),
  form jsonb not null,
  currency text not null default 'CNY',
  -- null: all goods.
  product_ids uuid[],
  on_promoted boolean not null,
  alone boolean not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  created_at timestamptz not null,
  created_by uuid not null,
  -- Ended by hand, before its time.
  ended_at timestamptz,
  ended_by uuid,
  primary key (shop_id, offer_id),
  foreign key (shop_id, created_by) references agents,
  foreign key (shop_id, ended_by) references agents
);
create index offers_by_end on offers (shop_id, ends_at);

-- Which offers go together. Each saving is a version; no row: the default of core/commerce/price/offer.ts.
create table stackings (
  shop_id uuid not null references shops,
  version int not null,
  stacking jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  primary key (shop_id, version),
  foreign key (shop_id, saved_by) references agents
);

-- A file that tells of it again leaves it ended.
alter table promotions
  add column ended_at timestamptz,
  add column ended_by uuid,
  -- null: a file brought it.
  add column created_by uuid,
  add foreign key (shop_id, ended_by) references agents,
  add foreign key (shop_id, created_by) references agents;
create index promotions_by_end on promotions (shop_id, ends_at);

create table shortages (
  shop_id uuid not null,
  shortage_id uuid not null,
  order_id uuid not null,
  line_key text not null,
  units int not null check (units > 0),
  found_by text not null check (found_by in ('hand', 'stock', 'history')),
  state text not null check (state in ('open', 'answered', 'settled', 'withdrawn')),
  marked_at timestamptz not null,
  -- null: found.
  marked_by uuid,
  -- The customer's choice, and the message that it stands in.
  choice text check (choice in ('swap', 'refund', 'wait')),
  conversation_id uuid,
  message_seq int,
  answered_at timestamptz,
  answered_by uuid,
  ended_at timestamptz,
  primary key (shop_id, shortage_id),
  check ((choice is null) = (message_seq is null) and (choice is null) = (conversation_id is null)),
  check (state <> 'answered' or choice is not null),
  foreign key (shop_id, order_id, line_key) references order_lines,
  foreign key (shop_id, conversation_id, message_seq) references messages,
  foreign key (shop_id, marked_by) references agents,
  foreign key (shop_id, answered_by) references agents
);
create unique index shortages_once on shortages (shop_id, order_id, line_key) where state in ('open', 'answered');
create index shortages_by_state on shortages (shop_id, state, marked_at, shortage_id);

-- The log of the orders: what happens to one outside a conversation, in the form of core/events.ts. Append-only, ids and states.
create table order_events (
  shop_id uuid not null,
  event_id bigint not null generated always as identity,
  tx xid8 not null default pg_current_xact_id(),
  order_id uuid not null,
  type text not null,
  data jsonb not null,
  at timestamptz not null,
  primary key (shop_id, event_id),
  foreign key (shop_id, order_id) references orders
);
create index order_events_in_commit_order on order_events (tx, event_id);
create index order_events_of_order on order_events (shop_id, order_id, event_id);

-- Keyed hash of the door that it goes to. Empty: it names none, or none can be read.
alter table orders add column address_index bytea;
create index orders_by_address on orders (shop_id, address_index) where address_index is not null and address_index <> '';
create index orders_without_address_index on orders (shop_id, order_id) where address_index is null;
-- What still has to leave.
create index orders_to_leave on orders (shop_id, coalesce(paid_at, placed_at))
  where dispatched_at is null and received_at is null and closed_at is null and (state = 'paid' or state is null);

-- Who reported harm, for the batch that they got something of.
create index findings_of_harm on findings (shop_id, created_at desc) where rule = 'complaint.safety';

do $$
declare
  name text;
begin
  foreach name in array array['offers', 'stackings', 'shortages', 'order_events'] loop
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
revoke update, delete on order_events, stackings from yinuo_app;
