/** However long a thread is, what is read of it is a window: and its windows, one after the other, are the whole. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MessagesAnswer, ThreadAnswer } from '../../../core/api.ts';
import type { DeskClient } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import { inShop } from '../../platform/database/pool.ts';
import { marksRead } from './read-thread.ts';

const length = 500;

let desk: Desk;
let shop: TestShop;
let agent: DeskClient;
let path: string;
let conversationId: string;
beforeAll(async () => {
  desk = await startDesk();
  shop = await desk.addShop();
  ({ agent, path, conversationId } = await desk.served(shop));
  await fill();
});
afterAll(() => desk?.stop());

/** Behind the desk's back, which is quicker; every tenth message has a note, an alert, a held reply and a mark behind it. */
function fill(): Promise<void> {
  const tenths =
    'm where m.shop_id = $1 and m.conversation_id = $2 and m.seq % 10 = 0 and $3::uuid is not null';
  const rows = [
    `insert into messages (shop_id, conversation_id, seq, message_id, client_id, episode_id, author, author_id, text, created_at, said_at)
    select shop_id, conversation_id, n, gen_random_uuid(), 'long-' || n, episode_id, author, author_id, text, created_at, said_at
    from messages, generate_series(2, ${length}) n where shop_id = $1 and conversation_id = $2 and seq = 1 and $3::uuid is not null`,
    `insert into notes (shop_id, note_id, conversation_id, staff_seq, kind, author_id, text, after_seq, created_at)
    select shop_id, gen_random_uuid(), conversation_id, 10000 + seq, 'note', $3::uuid, 'note ' || seq, seq, created_at from messages ${tenths}`,
    `insert into alerts (shop_id, alert_id, conversation_id, cause, message_seq, created_at, acknowledged_at, acknowledged_by)
    select shop_id, gen_random_uuid(), conversation_id, '{"kind":"rule","rule":"complaint.sensitive"}', seq, created_at,
      case when seq > 10 then created_at end, case when seq > 10 then $3::uuid end from messages ${tenths}`,
    `insert into holds (shop_id, hold_id, conversation_id, agent_id, client_id, findings, created_at)
    select shop_id, gen_random_uuid(), conversation_id, $3::uuid, 'hold-' || seq || n, '[]', created_at + seq * interval '1 second'
    from generate_series(1, 2) n, messages ${tenths}`,
    // As if read long ago: nothing reacts to it.
    `insert into events (shop_id, conversation_id, type, data, at, tx)
    select shop_id, conversation_id, 'episode.woken', jsonb_build_object('type', 'episode.woken', 'staffSeq', 20000 + seq,
      'afterSeq', seq, 'episodeId', episode_id, 'by', 'time', 'byId', $3::uuid), created_at, '3' from messages ${tenths}`,
    `update conversations set seq = ${length}, staff_seq = 30000 where shop_id = $1 and conversation_id = $2 and $3::uuid is not null`,
  ];
  return inShop(desk.app.pool, shop.shopId, async (tx) => {
    for (const sql of rows) tx.send(sql, [shop.shopId, conversationId, agent.person.agentId]);
  });
}

const woken = (marks: ThreadAnswer['marks']) =>
  marks.flatMap((mark) => (mark.event.type === 'episode.woken' ? mark.afterSeq : []));

test('opened, it brings its end; older pages bring the rest, each thing once', async () => {
  const { body: thread } = await agent.get<ThreadAnswer>(path);
  expect(thread.messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 80 }, (_, i) => 421 + i));
  expect(thread.notes.map(({ afterSeq }) => afterSeq)).toEqual([420, 430, 440, 450, 460, 470, 480, 490, 500]);
  expect(woken(thread.marks).toSorted((a, b) => a - b)).toEqual([
    420, 430, 440, 450, 460, 470, 480, 490, 500,
  ]);
  // The first of all waits for somebody to take it.
  const open = (alert: { messageSeq: number | null }) => alert.messageSeq === 10;
  expect(thread.alerts.map(({ messageSeq }) => messageSeq).toSorted((a, b) => a! - b!)).toEqual([
    10, 430, 440, 450, 460, 470, 480, 490, 500,
  ]);
  expect(thread.holds).toHaveLength(50);
  expect(thread.holds.map(({ at }) => at)).toEqual(thread.holds.map(({ at }) => at).toSorted());

  const { notes, marks } = thread;
  const alerts = thread.alerts.filter((alert) => !open(alert));
  for (let before = 421, hasOlder = true; hasOlder;) {
    const { body } = await agent.get<MessagesAnswer>(`${path}/messages?before=${before}&limit=90`);
    expect(body.notes.length, 'a page is a page').toBeLessThanOrEqual(10);
    notes.unshift(...body.notes);
    marks.unshift(...body.marks);
    alerts.unshift(...body.alerts);
    ({ hasOlder } = body);
    before = body.messages[0]!.seq;
  }
  const all = Array.from({ length: length / 10 }, (_, i) => (i + 1) * 10);
  expect(notes.map(({ afterSeq }) => afterSeq)).toEqual(all);
  expect(woken(marks).toSorted((a, b) => a - b)).toEqual(all);
  expect(alerts.map(({ messageSeq }) => messageSeq).toSorted((a, b) => a! - b!)).toEqual(all);
  expect(marks.map(({ event }) => event.type)).toEqual(
    expect.arrayContaining(['episode.opened', 'episode.assigned']),
  );
});

test('what stands between the messages is read off its own index', async () => {
  const plan = await inShop(desk.app.pool, shop.shopId, (tx) =>
    tx.query(`explain (format json) ${marksRead}`, [shop.shopId, conversationId, 421, null]),
  );
  expect(JSON.stringify(plan)).toContain('"Index Name":"events_marks"');
});
