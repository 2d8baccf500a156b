-- A line whose units came off another one at the desk: by this change of size. It goes when that is undone.
alter table order_lines
  add column swapped_by uuid,
  add foreign key (shop_id, swapped_by) references operations;

-- overtaken: when the conversation that the change was made from was told of it; null: not yet.
alter table desk_changes add column told_at timestamptz;
create index desk_changes_untold on desk_changes (shop_id, overtaken_at) where state = 'overtaken' and told_at is null;
