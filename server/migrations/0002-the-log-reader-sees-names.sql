-- The reader of the log joins names to what it delivers. Of people and customers it needs nothing else:
-- no login, no password's hash, no id of the shop's own.
revoke select on agents, customers from yinuo_pump;
grant select (shop_id, agent_id, name, work_number) on agents to yinuo_pump;
grant select (shop_id, customer_id, name) on customers to yinuo_pump;
