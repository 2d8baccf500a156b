-- What the desk knows of a customer: the name it gave them, tags, fields of the shop's own, notes, consent; customers that
-- turned out to be one; and customers that were erased.

-- As the shop signed for it, and as the customer may see it; `name` is what the desk calls them.
alter table customers add column signed_name text;
update customers set signed_name = name where external_id is not null;
-- Who at the desk gave the name: what the shop signs for later does not write over it.
alter table customers add column named_by uuid;
alter table customers add foreign key (shop_id, named_by) references agents;
-- The customer that this one turned out to be: an alias, so that their browsers and accounts arrive there.
alter table customers add column merged_into uuid;
alter table customers add foreign key (shop_id, merged_into) references customers;
create index customers_merged on customers (shop_id, merged_into) where merged_into is not null;
alter table customers add column erased_at timestamptz;

-- A thread's id follows from the identity that opened it; customers who became one keep a thread each.
drop index conversations_one_thread;

-- The last four digits of a phone by a keyed hash of its own: those who know the key find it, nobody reads it.
-- null: written before there were any; filled in by the desk, since only it has the key.
alter table customer_contacts add column tail_index bytea;
create index customer_contacts_by_tail on customer_contacts (shop_id, tail_index) where tail_index is not null;
create index customer_contacts_without_tail on customer_contacts (shop_id, contact_id) where kind = 'phone' and tail_index is null;

create table tags (
  shop_id uuid not null references shops,
  tag_id uuid not null,
  name text not null,
  colour text not null check (colour in ('teal', 'blue', 'violet', 'brown', 'olive', 'slate')),
  created_by uuid not null,
  created_at timestamptz not null,
  -- Not given any more; those who have it keep it.
  archived_at timestamptz,
  primary key (shop_id, tag_id),
  foreign key (shop_id, created_by) references agents
);
create unique index tags_by_name on tags (shop_id, lower(name)) where archived_at is null;

create table customer_tags (
  shop_id uuid not null,
  customer_id uuid not null,
  tag_id uuid not null,
  tagged_by uuid not null,
  tagged_at timestamptz not null,
  primary key (shop_id, customer_id, tag_id),
  foreign key (shop_id, customer_id) references customers,
  foreign key (shop_id, tag_id) references tags,
  foreign key (shop_id, tagged_by) references agents
);
create index customer_tags_by_tag on customer_tags (shop_id, tag_id, customer_id);

create table customer_fields (
  shop_id uuid not null references shops,
  field_id uuid not null,
  name text not null,
  kind text not null check (kind in ('text', 'number', 'date', 'choice')),
  -- Of a choice: what may be chosen.
  choices text[] not null default '{}',
  -- Sealed with the customer's own key, and masked.
  personal boolean not null,
  position int not null,
  created_by uuid not null,
  created_at timestamptz not null,
  -- Not shown nor filled in any more; its values stay.
  archived_at timestamptz,
  primary key (shop_id, field_id),
  foreign key (shop_id, created_by) references agents
);
create unique index customer_fields_by_name on customer_fields (shop_id, lower(name)) where archived_at is null;

create table customer_field_values (
  shop_id uuid not null,
  customer_id uuid not null,
  field_id uuid not null,
  value text,
  sealed bytea,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (shop_id, customer_id, field_id),
  check (num_nonnulls(value, sealed) = 1),
  foreign key (shop_id, customer_id) references customers,
  foreign key (shop_id, field_id) references customer_fields,
  foreign key (shop_id, set_by) references agents
);

create table customer_notes (
  shop_id uuid not null,
  note_id uuid not null,
  customer_id uuid not null,
  author_id uuid not null,
  text text not null,
  created_at timestamptz not null,
  primary key (shop_id, note_id),
  foreign key (shop_id, customer_id) references customers,
  foreign key (shop_id, author_id) references agents
);
create index customer_notes_of_customer on customer_notes (shop_id, customer_id, note_id);

-- Whether a customer may be written to for marketing: each time it was given or withdrawn, and how. The last one counts.
create table consents (
  shop_id uuid not null,
  consent_id uuid not null,
  customer_id uuid not null,
  channel text not null check (channel in ('sms', 'phone', 'wechat', 'app', 'email')),
  state text not null check (state in ('given', 'withdrawn')),
  how text not null check (how in ('in-chat', 'by-phone', 'form', 'in-store', 'merge', 'erasure')),
  by_id uuid not null,
  at timestamptz not null,
  primary key (shop_id, consent_id),
  foreign key (shop_id, customer_id) references customers,
  foreign key (shop_id, by_id) references agents
);
create index consents_of_customer on consents (shop_id, customer_id, consent_id);

create table customer_merges (
  shop_id uuid not null,
  merge_id uuid not null,
  from_id uuid not null,
  into_id uuid not null,
  by_id uuid not null,
  -- null: erased.
  reason text,
  -- In which the other's value was taken: 'name' or the id of a field.
  taken text[] not null,
  at timestamptz not null,
  primary key (shop_id, merge_id),
  foreign key (shop_id, from_id) references customers,
  foreign key (shop_id, into_id) references customers,
  foreign key (shop_id, by_id) references agents
);
create index customer_merges_into on customer_merges (shop_id, into_id);

-- Who erased whom, and why; nothing of who they were.
create table erasures (
  shop_id uuid not null,
  customer_id uuid not null,
  by_id uuid not null,
  reason text not null check (reason in ('customer-asked', 'no-longer-needed', 'collected-by-mistake')),
  begun_at timestamptz not null,
  -- null: not all of their conversations are through yet; the desk goes on by itself.
  finished_at timestamptz,
  primary key (shop_id, customer_id),
  foreign key (shop_id, customer_id) references customers,
  foreign key (shop_id, by_id) references agents
);
create index erasures_unfinished on erasures (shop_id) where finished_at is null;

do $$
declare
  name text;
begin
  foreach name in array array[
    'tags', 'customer_tags', 'customer_fields', 'customer_field_values', 'customer_notes', 'consents', 'customer_merges', 'erasures'
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
revoke update, delete on consents from yinuo_app;
revoke delete on customer_merges, erasures from yinuo_app;
