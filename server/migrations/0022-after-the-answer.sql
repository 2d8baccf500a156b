-- What follows an answer, a change and a parcel: a shortage names the operation that ended it, a change made at the desk is
-- held against older rows of its source, a return knows the parcel that met it, and a parcel may wait for its order.

-- The operation that did what the customer chose; null: it ended otherwise.
alter table shortages
  add column settled_by uuid,
  add foreign key (shop_id, settled_by) references operations;

-- return: the booking that ended it, so that undoing that one lets it wait again.
alter table operations add column met_by uuid;
create index operations_met on operations (shop_id, met_by) where met_by is not null;

-- Of an order, what the desk changed and its source has not: see docs/decisions/0013.
create table desk_changes (
  shop_id uuid not null,
  operation_id uuid not null,
  order_id uuid not null,
  part text not null check (part in ('receiver', 'line')),
  line_key text,
  -- What the source calls the line since it says something else of it, where that is another key.
  told_key text,
  -- stands: the desk's word holds. overtaken: the source brought something new since, and that holds. replaced: by a later
  -- change of the desk's. undone: it is as if it had never been.
  state text not null check (state in ('stands', 'overtaken', 'replaced', 'undone')),
  -- What the source had said when it was changed, and what was put in its place; of the receiver sealed with the buyer's key.
  line jsonb,
  sealed bytea,
  -- The change whose place it took.
  replaces uuid,
  changed_at timestamptz not null,
  overtaken_at timestamptz,
  primary key (shop_id, operation_id),
  foreign key (shop_id, operation_id) references operations,
  foreign key (shop_id, order_id) references orders,
  check ((part = 'line') = (line_key is not null) and (part = 'line') = (line is not null))
);
create unique index desk_changes_standing on desk_changes (shop_id, order_id, part, coalesce(line_key, ''))
  where state in ('stands', 'overtaken');

-- Parcels that nobody could tell the order of when they came.
create table stray_parcels (
  shop_id uuid not null,
  parcel_id uuid not null,
  -- Of whoever booked it in: the same again is the same parcel.
  key text not null,
  request_index bytea not null,
  tracking_no text not null,
  carrier text,
  items jsonb not null,
  photos uuid[] not null default '{}',
  -- Who may have sent it, as the label says; the shop's key. Gone once it is tied or given up.
  sender_sealed bytea,
  state text not null check (state in ('waiting', 'tied', 'given-up')),
  booked_by uuid not null,
  booked_at timestamptz not null,
  -- tied: to this order, by this booking.
  order_id uuid,
  operation_id uuid,
  ended_by uuid,
  ended_at timestamptz,
  -- given-up: what became of it.
  ended_words text,
  primary key (shop_id, parcel_id),
  unique (shop_id, key),
  foreign key (shop_id, booked_by) references agents,
  foreign key (shop_id, ended_by) references agents,
  foreign key (shop_id, operation_id) references operations,
  check ((state = 'tied') = (operation_id is not null))
);
create unique index stray_parcels_waiting on stray_parcels (shop_id, tracking_no) where state = 'waiting';
create index stray_parcels_by_age on stray_parcels (shop_id, state, booked_at, parcel_id);

do $$
declare
  name text;
begin
  foreach name in array array['desk_changes', 'stray_parcels'] loop
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
