/** A shop as old as it has conversations, written straight into its tables: made, not lived. */
import type pg from 'pg';
import { zoneOf } from '../core/quality/days.ts';
import type { ShopSettings } from '../core/team/shop-settings.ts';
import { asOwner } from './as-owner.ts';

/** As many are open in every shop: a busy hour's worth for four agents. */
const open = { waiting: 40, assigned: 80 };

/** Answers with the ids of some within an agent's reach: open ones and closed ones, old and new. */
export function fillInbox(databaseUrl: string, count: number): Promise<string[]> {
  return asOwner(databaseUrl, async (owner) => {
    // Past the checks of each row: it is one shop's data, and whole.
    await owner.query(`set session_replication_role = replica; set synchronous_commit = off`);
    for (const sql of fillings(count)) await owner.query(sql);
    await liveThrough(owner);
    await owner.query('vacuum analyze');
    const { rows } = await owner.query<{ id: string }>(
      `select conversation_id as id from made where group_name = 'after-sales' and (i <= 60 or (state = 'closed' and i % ${Math.floor(count / 100)} = 0))
        order by i`,
    );
    await owner.query('drop table made');
    return rows.map((row) => row.id);
  });
}

/**
 * As a shop stands that has had all this happen to it: what follows from it was done on its day. Else the desk would still be at
 * work through a million openings, one by one, while it is measured.
 */
async function liveThrough(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ shop_id: string; settings: ShopSettings }>(
    'select shop_id, settings from shops',
  );
  for (const { shop_id, settings } of rows)
    await owner.query(
      `insert into quality_states (shop_id, zone, completed_at) values ($1, $2, now())
      on conflict (shop_id) do update set zone = excluded.zone, completed_at = excluded.completed_at`,
      [shop_id, zoneOf(settings)],
    );
  await owner.query(
    `insert into log_positions (reader, tx, event_id)
    select reader, tx, event_id from unnest(array['reactions', 'search']) reader, (select tx, event_id from events order by tx desc, event_id desc limit 1) newest
    on conflict (reader) do update set tx = excluded.tx, event_id = excluded.event_id`,
  );
}

const id = (kind: number) => `('00000000-0000-7000-${kind}-' || lpad(to_hex(i), 12, '0'))::uuid`;

/** Two messages a conversation, a finding in one of ten, a score for each that is closed; every list fills its first page, however young the shop. */
function fillings(count: number): string[] {
  const shop = `(select shop_id from shops)`;
  const agent = `(select array_agg(agent_id order by login) from agents)`;
  const messages = 2;
  return [
    `update agents set role = 'supervisor' where login = (select max(login) from agents)`,
    `create table made as select i, ${id(8002)} as conversation_id, ${id(8001)} as customer_id, ${id(8003)} as episode_id,
      case when i <= ${open.waiting} then 'waiting' when i <= ${open.waiting + open.assigned} then 'assigned' else 'closed' end as state,
      (array['after-sales', 'after-sales', 'pre-sales'])[1 + i % 3] as group_name,
      (array['calm', 'calm', 'uneasy', 'calm', 'calm', 'dissatisfied', 'calm'])[1 + i % 7] as mood, now() - i * interval '20 seconds' as at
      from generate_series(1, ${count}) i`,
    `insert into customers (shop_id, customer_id, name, created_at) select ${shop}, customer_id, '顾客' || i, at from made`,
    `insert into conversations (shop_id, conversation_id, customer_id, channel, state, group_name, assignee_id, mood, episode_id, queued_at, waiting_since,
        seq, staff_seq, read_by_agent, activity_at)
      select ${shop}, conversation_id, customer_id, 'widget', state, group_name, case when state <> 'waiting' then (${agent})[1 + i % 3] end,
        case when i % 150 = 0 then 'strong' else mood end, episode_id, case when state = 'waiting' then at end, case when state = 'waiting' then at end,
        ${messages}, 3, ${messages}, at from made`,
    `insert into episodes (shop_id, episode_id, conversation_id, number, first_seq, opened_at, closed_at, closed_by, points)
      select ${shop}, episode_id, conversation_id, 1, 1, at - interval '10 minutes', case when state = 'closed' then at end,
        case when state = 'closed' then 'agent' end, case when state = 'closed' then 90 end from made`,
    `insert into messages (shop_id, conversation_id, seq, message_id, client_id, episode_id, author, author_id, text, said_at, created_at)
      select ${shop}, conversation_id, n, md5(i || '.' || n)::uuid, 'made-' || n || '-' || i, episode_id, case n % 2 when 1 then 'customer' else 'agent' end,
        case n % 2 when 1 then customer_id else (${agent})[1 + i % 3] end, (array['杯子漏水，想换一个', '好的，已为您登记换货，请留意短信', '大概几天能到呀', '后天送到，到了请签收'])[1 + n % 4], at, at
      from made, generate_series(1, ${messages}) n`,
    `insert into events (shop_id, conversation_id, type, data, at)
      select ${shop}, conversation_id, type, jsonb_build_object('type', type, 'staffSeq', n, 'afterSeq', 1, 'episodeId', episode_id, 'number', 1,
        'group', group_name, 'agentId', (${agent})[1 + i % 3], 'by', 'routing', 'byId', null), at
      from made, unnest(array['conversation.opened', 'episode.opened', 'episode.assigned']) with ordinality as t(type, n)`,
    `insert into findings (shop_id, finding_id, conversation_id, episode_id, rule, weight, moment, message_seq, start_at, end_at, created_at)
      select ${shop}, ${id(8005)}, conversation_id, episode_id, 'timing.slow-reply', 'note', 'after', 2, 0, 2, at from made where i % 10 = 0`,
    `insert into scores (shop_id, episode_id, conversation_id, points, lines, not_judged, engine, scored_at)
      select ${shop}, episode_id, conversation_id, 90, '[]', '[]', 'made', at from made where state = 'closed'`,
  ];
}
