/** A shop with years of conversations, as an import leaves them: rows, and one event each. */
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { Person } from '../../core/team/roles.ts';
import { messageOf } from './talk.ts';

const inOne = 20;
const batch = 250;
const years = 10;

export async function fill(
  ownerUrl: string,
  messages: number,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<{ supervisor: Person; agent: Person }> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const shopId = uuid();
    await owner.query(
      `insert into shops (shop_id, slug, name, settings) values ($1, 'bench', 'bench', '{}')`,
      [shopId],
    );
    await owner.query(`insert into shop_directory (slug, shop_id) values ('bench', $1)`, [shopId]);
    const person = { shopId, agentId: uuid(), name: '', workNumber: '1' };
    const conversations = Math.ceil(messages / inOne);
    for (let first = 0; first < conversations; first += batch) {
      signal.throwIfAborted();
      onProgress(first * inOne);
      await owner.query(insert, [shopId, JSON.stringify(someConversations(first, conversations, messages))]);
    }
    await owner.query('analyze');
    return {
      supervisor: { ...person, role: 'supervisor', groups: [] },
      agent: { ...person, role: 'agent', groups: ['pre-sales'] },
    };
  } finally {
    await owner.end();
  }
}

const groups = ['pre-sales', 'in-sales', 'after-sales'];

function someConversations(first: number, conversations: number, messages: number): object[] {
  const now = Date.now();
  const step = (years * 365 * 24 * 3600_000) / conversations;
  return Array.from({ length: Math.min(batch, conversations - first) }, (_, i) => {
    const number = first + i;
    const start = now - (conversations - number) * step;
    return {
      id: uuid(),
      customer: uuid(),
      group: groups[number % groups.length],
      start: new Date(start).toISOString(),
      texts: Array.from({ length: inOne }, (_, turn) => messageOf(number * inOne + turn, messages)),
    };
  });
}

/** Customers, conversations, messages and events in one statement. */
const insert = `
  with r as (
    select * from json_to_recordset($2) as r(id uuid, customer uuid, "group" text, start timestamptz, texts text[])
  ), c as (
    insert into customers (shop_id, customer_id) select $1, customer from r
  ), v as (
    insert into conversations (shop_id, conversation_id, customer_id, channel, external_id, state, group_name, seq, activity_at)
    select $1, id, customer, 'import', id::text, 'closed', "group", cardinality(texts), start from r
  ), m as (
    insert into messages (shop_id, conversation_id, seq, message_id, client_id, episode_id, author, author_id, text, said_at, created_at)
    select $1, id, seq, gen_random_uuid(), 'import-' || seq, id, case seq % 2 when 1 then 'customer' else 'agent' end,
      case seq % 2 when 1 then customer end, text, start + seq * interval '20 s', now()
    from r, unnest(texts) with ordinality as t(text, seq)
  )
  insert into events (shop_id, conversation_id, type, data, at)
  select $1, id, 'conversation.imported',
    json_build_object('type', 'conversation.imported', 'staffSeq', 1, 'messages', cardinality(texts)), now() from r`;
