-- The index of what is written, in fewer rows (docs/decisions/0008): what is filed together is one block from the start, and
-- small blocks are merged into larger ones. What stands in the old tables is filed anew, from the log's first entry on.

drop table search_recents, search_blocks, search_documents, search_postings;
delete from log_positions where reader = 'search';

create table search_blocks (
  shop_id uuid not null references shops,
  block bigint not null generated always as identity,
  -- 'words': messages and notes; 'names': customers.
  book text not null check (book in ('words', 'names')),
  -- Only what is filed is read; the other two are rows on their way in or out, cleared away by whoever finds them.
  stage text not null check (stage in ('filling', 'filed', 'merged')),
  -- It has two to the power of these buckets.
  bits smallint not null,
  documents int not null,
  -- When its first and last document were said; 1970 where no time is known, so that they come last.
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- How often something was taken out of it: who merges it sees that it is still what was read.
  changes int not null default 0,
  primary key (shop_id, block)
);

-- The documents of a block, sixty-four to a row, in the order of time.
create table search_pages (
  shop_id uuid not null,
  block bigint not null,
  page int not null,
  first_at timestamptz not null,
  places bytea not null,
  primary key (shop_id, block, page)
);

-- The tokens of a block by their hash, each with the numbers of the documents that hold it.
create table search_postings (
  shop_id uuid not null,
  block bigint not null,
  bucket int not null,
  lists bytea not null,
  primary key (shop_id, block, bucket)
);

-- How far the log is filed, written with what was filed: an entry that is read again is not filed again.
create table search_positions (
  shop_id uuid not null references shops,
  tx xid8 not null,
  event_id bigint not null,
  primary key (shop_id)
);

-- Small blocks come and go: their room is used again soon. What is packed already gets no smaller by compressing it.
alter table search_pages alter column places set storage external;
alter table search_postings alter column lists set storage external;
alter table search_pages set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
alter table search_postings set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);

do $$
declare
  name text;
begin
  foreach name in array array['search_blocks', 'search_pages', 'search_postings', 'search_positions'] loop
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

-- Nothing was filed of it before, so that nothing of it need be looked for in the blocks.
alter table search_due add column is_new boolean not null default false;

create or replace function search_name_changed() returns trigger language plpgsql as $$
begin
  insert into search_due (shop_id, kind, owner_id, seq, is_new)
  select coalesce(new.shop_id, old.shop_id), 'customer', coalesce(new.customer_id, old.customer_id), 0,
    tg_op = 'INSERT' or old.name is null
  where new.name is distinct from old.name;
  return null;
end
$$;

delete from search_due;
insert into search_due (shop_id, kind, owner_id, seq, is_new)
select shop_id, 'customer', customer_id, 0, true from customers where name is not null;
