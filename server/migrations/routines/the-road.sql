-- What every message writes. Rows come as JSON, named like the columns; the caller stands inside its shop.

create or replace function store_conversations(shop uuid, changed json) returns void
language plpgsql as $$
begin
  update conversations c set
    customer_id = r.customer_id, state = r.state, group_name = r.group_name, assignee_id = r.assignee_id, own_agent_id = r.own_agent_id,
    urgency = r.urgency, mood = r.mood, episode_id = r.episode_id, waiting_since = r.waiting_since,
    queued_at = r.queued_at, assigned_at = r.assigned_at, late_stage = r.late_stage, clock_next_at = r.clock_next_at,
    seq = r.seq, staff_seq = r.staff_seq, read_by_agent = r.read_by_agent, read_by_customer = r.read_by_customer,
    unread = r.unread, open_alerts = r.open_alerts, held_replies = r.held_replies, snoozed = r.snoozed,
    snoozed_until = r.snoozed_until, closes_at = r.closes_at, merged_into = r.merged_into, activity_at = r.activity_at
  from json_populate_recordset(null::conversations, changed) as r
  where c.shop_id = shop and c.conversation_id = r.conversation_id;
end
$$;

create or replace function store_messages(shop uuid, said json) returns void
language plpgsql as $$
begin
  insert into messages (shop_id, conversation_id, seq, message_id, client_id, episode_id, author, author_id, text, attachment_id, quoted_seq, said_at, until_at, created_at)
  select shop, conversation_id, seq, message_id, client_id, episode_id, author, author_id, text, attachment_id, quoted_seq, said_at, until_at, created_at
  from json_populate_recordset(null::messages, said);
end
$$;

create or replace function store_events(shop uuid, happened json) returns table (tx text, event_id bigint)
language plpgsql as $$
#variable_conflict use_column
begin
  return query
  insert into events as e (shop_id, conversation_id, type, data, at)
  select shop, conversation_id, type, data, at from json_populate_recordset(null::events, happened)
  returning e.tx::text, e.event_id;
end
$$;

-- Moves conversations on from where the caller remembers them, in one statement that is its own transaction, where
-- they still stand there; otherwise raises YN001, and the caller reads before it decides.
-- A conversation's version is the sum of its counters: each event raises one of them, none ever falls.
-- All locks come before the first write: a transaction takes its number with its first write, so the log's order by
-- transaction is each conversation's own order. Advisory ones, since locking a row would already take a number.
create or replace function move_on(shop uuid, ids uuid[], versions bigint[], changed json, said json, happened json)
returns table (tx text, event_id bigint)
language plpgsql as $$
begin
  perform set_config('app.shop_id', shop::text, true);
  perform pg_advisory_xact_lock(key)
  from (select hashtextextended(id::text, 0) as key from unnest(ids) as id order by 1) as locks;
  for i in 1 .. cardinality(ids) loop
    perform from conversations
    where shop_id = shop and conversation_id = ids[i]
      and seq + staff_seq + read_by_agent + read_by_customer = versions[i];
    if not found then
      raise exception 'a conversation has moved on' using errcode = 'YN001';
    end if;
  end loop;
  perform store_conversations(shop, changed);
  perform store_messages(shop, said);
  return query select * from store_events(shop, happened);
end
$$;
