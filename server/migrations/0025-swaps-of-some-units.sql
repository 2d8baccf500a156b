-- A line whose units came off another one at the desk: by this change of size. It goes when that is undone.
alter table order_lines
  add column swapped_by uuid,
  add foreign key (shop_id, swapped_by) references operations;
