-- What messages carry: pictures, files and cards. The bytes lie in the file store, under the shop and their hash.
create table attachments (
  shop_id uuid not null references shops,
  attachment_id uuid not null,
  -- Where it belongs, and the only place it can be sent. No foreign key: a customer may begin with a picture, and the
  -- conversation opens with the message that carries it.
  conversation_id uuid not null,
  kind text not null check (kind in ('image', 'file', 'product', 'order')),
  uploader text not null check (uploader in ('customer', 'agent')),
  -- Nobody else finishes it, sends it, or sees it before it was sent.
  uploader_id uuid not null,
  -- begun: announced, no bytes yet. ready: whole. posted: a message carries it.
  state text not null check (state in ('begun', 'ready', 'posted')),
  -- null: erased.
  name text,
  mime text,
  size bigint,
  hash text,
  width int,
  height int,
  card jsonb,
  created_at timestamptz not null,
  primary key (shop_id, attachment_id)
);
create index attachments_unsent on attachments (shop_id, created_at) where state <> 'posted';
-- Whether other messages need the same bytes.
create index attachments_by_hash on attachments (shop_id, hash) where hash is not null;

alter table messages add column attachment_id uuid, add column quoted_seq int;
alter table messages add foreign key (shop_id, attachment_id) references attachments;
create unique index messages_by_attachment on messages (shop_id, attachment_id) where attachment_id is not null;

alter table attachments enable row level security;
alter table attachments force row level security;
create policy shop_wall on attachments to yinuo_app
  using (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);
grant select, insert, update, delete on attachments to yinuo_app;

-- The reader of the log joins what everybody sees of it; not whose it is, nor where its bytes lie.
grant select (shop_id, attachment_id, kind, name, mime, size, width, height, card) on attachments to yinuo_pump;
create policy log_reader on attachments for select to yinuo_pump using (true);

-- How long a person's replies may be taken back before they leave; null: as the shop has it.
alter table agents add column undo_seconds smallint check (undo_seconds between 0 and 10);
