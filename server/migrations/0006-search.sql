-- What is written, found again: an inverted index in plain tables, so that the wall between shops holds for it as it does
-- for what it was made of (docs/decisions/0008). A document is a message, a note or a customer's name. The newest stand in
-- search_recents with their tokens; older ones are filed in blocks, each token of a block in one row.

create table search_recents (
  shop_id uuid not null references shops,
  kind text not null check (kind in ('message', 'note', 'customer')),
  -- The conversation, or the customer.
  owner_id uuid not null,
  -- A message's seq, a note's staff_seq; 0: a customer.
  seq int not null,
  -- 'words': messages and notes; 'names': customers.
  book text not null check (book in ('words', 'names')),
  -- When it was said; 1970 where no time is known, so that it comes last.
  at timestamptz not null,
  tokens int[] not null,
  primary key (shop_id, kind, owner_id, seq)
);
create index search_recents_newest on search_recents (shop_id, book, at desc, owner_id desc, kind desc, seq desc);

create table search_blocks (
  shop_id uuid not null references shops,
  book text not null,
  block int not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (shop_id, book, block)
);

create table search_documents (
  shop_id uuid not null references shops,
  book text not null,
  block int not null,
  -- Its number in the block, in the order of time.
  doc int not null,
  kind text not null,
  owner_id uuid not null,
  seq int not null,
  at timestamptz not null,
  primary key (shop_id, book, block, doc),
  unique (shop_id, kind, owner_id, seq)
);

create table search_postings (
  shop_id uuid not null references shops,
  book text not null,
  token int not null,
  block int not null,
  -- The documents of the block that hold the token: their numbers in two bytes each, or one bit for every number.
  docs bytea not null,
  primary key (shop_id, book, token, block)
);
create index search_postings_of_block on search_postings (shop_id, book, block);

-- Words that were changed or erased where they stand: what was filed of them is looked at again.
create table search_due (
  shop_id uuid not null,
  due_id bigint not null generated always as identity,
  kind text not null,
  owner_id uuid not null,
  seq int not null,
  primary key (shop_id, due_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['search_recents', 'search_blocks', 'search_documents', 'search_postings', 'search_due'] loop
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

-- Whoever changes the words, and by whatever road: the index learns of it in the same transaction.
create function search_message_changed() returns trigger language plpgsql as $$
begin
  insert into search_due (shop_id, kind, owner_id, seq) values (old.shop_id, 'message', old.conversation_id, old.seq);
  return null;
end
$$;
create trigger search_follows_messages after update of text or delete on messages
  for each row execute function search_message_changed();

create function search_note_changed() returns trigger language plpgsql as $$
begin
  insert into search_due (shop_id, kind, owner_id, seq) values (old.shop_id, 'note', old.conversation_id, old.staff_seq);
  return null;
end
$$;
create trigger search_follows_notes after update of text or delete on notes
  for each row execute function search_note_changed();

create function search_name_changed() returns trigger language plpgsql as $$
begin
  insert into search_due (shop_id, kind, owner_id, seq)
  select coalesce(new.shop_id, old.shop_id), 'customer', coalesce(new.customer_id, old.customer_id), 0
  where new.name is distinct from old.name;
  return null;
end
$$;
create trigger search_follows_names after insert or update of name or delete on customers
  for each row execute function search_name_changed();

insert into search_due (shop_id, kind, owner_id, seq)
select shop_id, 'customer', customer_id, 0 from customers where name is not null;

create index conversations_of_customer on conversations (shop_id, customer_id);
