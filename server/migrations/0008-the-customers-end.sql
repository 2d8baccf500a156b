-- What the customer said of an episode; and who made and revoked the keys that sign for customers.
alter table episodes add column stars smallint check (stars between 1 and 5);
alter table episodes add column rating_word text;
alter table episodes add column rated_at timestamptz;

alter table widget_keys add column created_by uuid;
alter table widget_keys add column revoked_by uuid;
alter table widget_keys add foreign key (shop_id, created_by) references agents;
alter table widget_keys add foreign key (shop_id, revoked_by) references agents;
