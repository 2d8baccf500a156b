import { describe, expect, test } from 'vitest';
import type { Event } from '../../../core/events.ts';
import type { ServerFrame } from '../../../core/wire.ts';
import type { Pool } from '../database/pool.ts';
import type { Position } from '../log/cursor.ts';
import { cursorOf } from '../log/cursor.ts';
import type { Entry } from '../log/entries.ts';
import type { Connection } from './connection.ts';
import { openHub } from './hub.ts';

const epoch = '2f5e1c1e-6a55-4f0c-9d3a-111111111111';
const shopId = 's';

describe('while the missed ones are being read', () => {
  test('what comes live waits, comes after them, and none comes twice', async () => {
    const { hub, log, connection, frames, subscribe } = desk([1, 2, 3]);
    const subscribed = subscribe('a', 1);
    log.grow(4);
    hub.deliver([log.entry(3), log.entry(4)]); // 3 is also among those that are being read
    expect(frames).toEqual([]);
    log.answer();
    await subscribed;
    hub.deliver([log.entry(4), log.grow(5)]);
    expect(seqs(frames)).toEqual([2, 3, 4, 5]);
    hub.leave(connection);
    hub.deliver([log.grow(6)]);
    expect(seqs(frames)).toEqual([2, 3, 4, 5]);
  });

  test('a second subscription of the same name replaces the first', async () => {
    const { log, frames, subscribe } = desk([1, 2, 3]);
    const first = subscribe('a', 0);
    const second = subscribe('a', 2);
    log.answer();
    log.answer();
    await Promise.all([first, second]);
    expect(seqs(frames)).toEqual([3]);
  });

  test('nothing more is read for one that has gone', async () => {
    const { hub, log, connection, frames, subscribe } = desk(Array.from({ length: 2500 }, (_, i) => i + 1));
    const subscribed = subscribe('a', 0);
    hub.leave(connection);
    log.answer();
    await subscribed;
    expect(frames).toEqual([]);
    expect(log.asked).toBe(1);
  });
});

test('one that closed while its rights were asked for is not listened to for ever', async () => {
  const { hub, log, line, frames, subscribe } = desk([]);
  line.open = false;
  await subscribe('a', 0);
  line.open = true;
  hub.deliver([log.grow(1)]);
  expect(frames).toEqual([]);
});

test('a connection has only so many subscriptions', async () => {
  const { subscribe } = desk([]);
  for (let i = 0; i < 200; i++) await subscribe(`s${i}`, 0);
  await expect(subscribe('one more', 0)).rejects.toMatchObject({ refusal: { code: 'invalid' } });
});

test('what a reader may not see moves its cursor on, and is not told', async () => {
  const { hub, log, frames, subscribe } = desk([]);
  await subscribe('a', 0, ({ event }) => ('seq' in event && event.seq % 2 ? event : null));
  hub.deliver([log.grow(1), log.grow(2)]);
  expect(seqs(frames)).toEqual([1]);
  expect(frames[0]).toMatchObject({ cursor: cursorOf(epoch, { tx: 2n, eventId: 2 }) });
});

/** A log of entries whose position is their number, behind a database that answers when it is told to. */
function desk(numbers: number[]) {
  const stored = numbers.map(entryAt);
  const head = () => stored.at(-1)?.position ?? { tx: 0n, eventId: 0 };
  const answers: (() => void)[] = [];
  const log = {
    asked: 0,
    answer: () => answers.shift()!(),
    entry: (number: number) => stored[number - 1]!,
    grow(number: number) {
      stored.push(entryAt(number));
      return stored.at(-1)!;
    },
  };
  const pool = {
    query({ values }: { values: unknown[] }) {
      log.asked++;
      const [after, , limit, upTo] = values.map(Number);
      const rows = stored.slice(after, upTo).slice(0, limit).map(rowOf);
      return new Promise((resolve) => answers.push(() => resolve({ rows })));
    },
  };
  const hub = openHub(pool as unknown as Pool, epoch, head);
  const frames: ServerFrame[] = [];
  const line = { open: true };
  const connection = {
    send: (frame) => void frames.push(frame),
    sendText: (text) => void frames.push(JSON.parse(text) as ServerFrame),
    close: () => {},
    onClose: () => {},
    isOpen: () => line.open,
  } satisfies Connection;
  const subscribe = (
    id: string,
    after: number,
    view: (entry: Entry) => Event | null = ({ event }) => event,
  ) =>
    hub.subscribe({ id, connection, shopId, conversationId: null, view }, cursorOf(epoch, position(after)));
  return { hub, log, connection, line, frames, subscribe };
}

function seqs(frames: ServerFrame[]): number[] {
  return frames.flatMap((frame) =>
    frame.type === 'events' ? frame.events.map((event) => ('seq' in event ? event.seq : 0)) : [],
  );
}

function entryAt(number: number): Entry {
  const event = { type: 'message.posted', seq: number, conversationId: 'c', at: 1 } as Event;
  return { position: position(number), shopId, event, reach: { group: 'pre-sales', assigneeId: null } };
}

function rowOf({ event, position: { tx, eventId } }: Entry) {
  return { tx: String(tx), event_id: eventId, shop_id: shopId, conversation_id: 'c', data: event, at: 1 };
}

function position(number: number): Position {
  return { tx: BigInt(number), eventId: number };
}
