-- One index finds an order by its number, whatever its source, and keeps it single in one: two were written for each order.
alter table orders drop constraint orders_shop_id_source_number_index_key;
drop index orders_by_number;
alter table orders add constraint orders_by_number unique (shop_id, number_index, source);

-- What the thread shows between its messages: of the kinds that it asks for. With one kind more than the index knows, all
-- that ever happened in the conversation was read.
drop index events_marks;
create index events_marks on events (shop_id, conversation_id, event_id)
  where type in ('episode.opened', 'episode.assigned', 'episode.queued', 'episode.closed', 'episode.scored',
    'episode.snoozed', 'episode.woken', 'silence.noticed', 'conversation.merged', 'conversation.joined', 'order.operated');
