-- What is done to orders: returns, exchanges, money back, notes; who agreed, what was paid, and the chain that proves it.

create table operations (
  shop_id uuid not null,
  operation_id uuid not null,
  order_id uuid not null,
  kind text not null check (kind in ('return', 'book-in', 'exchange', 'refund', 'payout', 'compensation',
    'price-difference', 'gift', 'address-change', 'size-change', 'close')),
  state text not null check (state in ('waiting', 'refused', 'ready', 'paying', 'unknown', 'done', 'undone')),
  -- Of whoever asked: the same again is the same operation.
  key text not null,
  -- Keyed hash of the whole request: the same key with another one is an error.
  request_index bytea not null,
  requester_id uuid not null,
  requester_role text not null,
  -- From where it was done, and told; null: from the list of orders.
  conversation_id uuid,
  reason text not null,
  -- null: erased.
  words text,
  -- What is wished, without what is personal.
  details jsonb not null,
  -- A new address, an account to pay to: with the buyer's key, so that it goes with the key.
  sealed bytea,
  amount_fen bigint check (amount_fen > 0),
  currency text not null,
  -- What of it counts against limits.
  counts_fen bigint not null default 0 check (counts_fen >= 0),
  needs text[] not null default '{}',
  fingerprint bytea not null,
  revision int not null default 1,
  -- Why it was undone. null too where it was erased.
  undone_words text,
  line_key text,
  tracking_no text,
  reference text,
  due_at timestamptz,
  created_at timestamptz not null,
  state_at timestamptz not null,
  primary key (shop_id, operation_id),
  unique (shop_id, key),
  foreign key (shop_id, order_id) references orders,
  foreign key (shop_id, requester_id) references agents
);
create index operations_of_order on operations (shop_id, order_id, created_at);
create index operations_of_day on operations (shop_id, requester_id, created_at);
create index operations_in_state on operations (shop_id, state, kind, due_at, operation_id);
create index operations_by_tracking on operations (shop_id, tracking_no) where tracking_no is not null;
-- A parcel comes once; a difference is paid once a line.
create unique index parcels_arrived on operations (shop_id, tracking_no) where kind = 'book-in' and state = 'done';
create unique index differences_paid on operations (shop_id, order_id, line_key)
  where kind = 'price-difference' and state not in ('refused', 'undone');

create table operation_signatures (
  shop_id uuid not null,
  operation_id uuid not null,
  -- What was signed: after an edit nobody has.
  revision int not null,
  agent_id uuid not null,
  signer text not null check (signer in ('lead', 'supervisor', 'finance')),
  decision text not null check (decision in ('approved', 'refused')),
  -- null: erased.
  words text,
  fingerprint bytea not null,
  at timestamptz not null,
  primary key (shop_id, operation_id, revision, agent_id),
  foreign key (shop_id, operation_id) references operations,
  foreign key (shop_id, agent_id) references agents
);

-- Goods that are promised to somebody: available is what was counted, less these. Sent ones count until the next counting.
create table reservations (
  shop_id uuid not null,
  operation_id uuid not null,
  sku_id uuid not null,
  quantity int not null check (quantity > 0),
  state text not null check (state in ('held', 'sent', 'released')),
  at timestamptz not null,
  primary key (shop_id, operation_id, sku_id),
  foreign key (shop_id, operation_id) references operations,
  foreign key (shop_id, sku_id) references skus
);
create index reservations_of_sku on reservations (shop_id, sku_id) where state <> 'released';

-- Written before whoever moves the money is told; its id is the key that they are told and asked with. Never removed.
create table payments (
  shop_id uuid not null,
  payment_id uuid not null,
  operation_id uuid not null,
  till text not null,
  amount_fen bigint not null check (amount_fen > 0),
  currency text not null,
  state text not null check (state in ('intent', 'unknown', 'paid', 'not-paid')),
  reference text,
  -- null: paid by hand; else when the till was last told or asked.
  asked_at timestamptz,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (shop_id, payment_id),
  foreign key (shop_id, operation_id) references operations
);
-- One at a time: the next only where the one before surely moved nothing.
create unique index payments_once on payments (shop_id, operation_id) where state <> 'not-paid';
create index payments_open on payments (shop_id, asked_at) where state in ('intent', 'unknown');
create index payments_by_reference on payments (shop_id, reference) where reference is not null;

-- Of each order: what we know went back, and the head of its chain.
create table order_books (
  shop_id uuid not null,
  order_id uuid not null,
  refunded_fen bigint not null default 0 check (refunded_fen >= 0),
  lines int not null default 0,
  hash text not null,
  primary key (shop_id, order_id),
  foreign key (shop_id, order_id) references orders
);

create table order_audit (
  shop_id uuid not null,
  order_id uuid not null,
  number int not null,
  operation_id uuid not null,
  kind text not null,
  act text not null,
  state text not null,
  amount_fen bigint,
  currency text not null,
  reason text not null,
  by_id uuid,
  signer text,
  fingerprint text not null,
  reference text,
  at timestamptz not null,
  previous text not null,
  hash text not null,
  primary key (shop_id, order_id, number),
  foreign key (shop_id, order_id) references orders
);

-- Who moves the money, and the secret that the shop's own payment system signs with.
create table tills (
  shop_id uuid not null references shops,
  till text not null check (till in ('by-hand', 'demo')),
  secret_sealed bytea,
  primary key (shop_id)
);

create table till_calls (
  shop_id uuid not null references shops,
  call_id text not null,
  operation_id uuid not null,
  outcome text not null,
  at timestamptz not null,
  primary key (shop_id, call_id)
);

-- The demo till's own book, as a payment company would keep one.
create table demo_till (
  shop_id uuid not null references shops,
  payment_id uuid not null,
  amount_fen bigint not null,
  currency text not null,
  reference text not null,
  at timestamptz not null,
  primary key (shop_id, payment_id)
);

do $$
declare
  name text;
begin
  foreach name in array array[
    'operations', 'operation_signatures', 'reservations', 'payments', 'order_books', 'order_audit', 'tills', 'till_calls',
    'demo_till'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy shop_wall on %I to yinuo_app using (shop_id = nullif(current_setting(''app.shop_id'', true), '''')::uuid)',
      name
    );
    execute format('grant select, insert, update on %I to yinuo_app', name);
  end loop;
end
$$;
revoke update on order_audit, till_calls, demo_till, operation_signatures from yinuo_app;
-- Words go when the customer is erased; who signed what stays.
grant update (words) on operation_signatures to yinuo_app;
