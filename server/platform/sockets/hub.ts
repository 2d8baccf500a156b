/**
 * Who listens to what, and carrying the log to them. A subscription begins where the client's cursor stands:
 * what it missed is read from the log, what comes meanwhile waits, and nothing comes twice.
 */
import type { Event } from '../../../core/events.ts';
import { refuse } from '../../../core/refusal.ts';
import type { ServerFrame } from '../../../core/wire.ts';
import type { Pool } from '../database/pool.ts';
import type { Position } from '../log/cursor.ts';
import { cursorOf, isAfter, positionOf } from '../log/cursor.ts';
import type { Entry } from '../log/entries.ts';
import { readEntries } from '../log/entries.ts';
import type { Relay } from '../relay.ts';
import { alone } from '../relay.ts';
import type { Connection } from './connection.ts';

export interface Subscription {
  /** The client's name for it. */
  id: string;
  connection: Connection;
  shopId: string;
  /** null: every conversation of the shop that `sees` lets through. */
  conversationId: string | null;
  /** What this reader gets of an entry; null: nothing. Readers of the same kind share the function and its written-out form. */
  view(entry: Entry): Event | null;
}

export interface Hub {
  subscribe(subscription: Subscription, after: string): Promise<void>;
  unsubscribe(connection: Connection, id: string): void;
  /** Everything of a connection that closed. */
  leave(connection: Connection): void;
  deliver(entries: Entry[]): void;
  /** A passing frame (typing, presence) to everybody who listens to this conversation, or to the shop, at any node. */
  pass(to: Passage, frame: ServerFrame, except: Connection): void;
}

interface Passage {
  shopId: string;
  conversationId: string | null;
}

interface Listening extends Subscription {
  /** Entries at or before it were delivered, or were in the client's snapshot. */
  position: Position;
  /** Entries that came while the missed ones are being read; null: none are. */
  waiting: Entry[] | null;
  ended?: true;
}

const catchUpPage = 1000;
/** More than any desk shows at once. */
const mostSubscriptions = 200;

export function openHub(pool: Pool, epoch: string, head: () => Position, relay: Relay = alone): Hub {
  /** By shop, and by conversation where one is named. Lists, since most hold one: a set of one weighs four times as much. */
  const byTopic = new Map<string, Listening[]>();
  const byConnection = new Map<Connection, Listening[]>();
  relay.hear('pass', ({ to, frame }: { to: Passage; frame: ServerFrame }) => passHere(to, frame));

  return {
    async subscribe(subscription, after) {
      const { connection, id } = subscription;
      // It may have closed while its rights were asked for; nobody would ever take it off the list.
      if (!connection.isOpen()) return;
      if ((byConnection.get(connection)?.length ?? 0) >= mostSubscriptions) {
        refuse({
          code: 'invalid',
          problems: [{ field: 'id', problem: 'too-long', limit: mostSubscriptions }],
        });
      }
      const position = positionOf(epoch, after);
      // A cursor of another database, or from a future this one has not seen (it was restored).
      if (!position || position.tx > head().tx + slack) return connection.send({ type: 'resync', id });
      remove(connection, id);
      const listening: Listening = { ...subscription, position, waiting: [] };
      add(listening);
      await catchUp(listening);
    },
    unsubscribe: remove,
    leave(connection) {
      for (const { id } of byConnection.get(connection)?.slice() ?? []) remove(connection, id);
    },
    deliver(entries) {
      const parcels = new Map<Listening, Entry[]>();
      for (const entry of entries) {
        for (const listening of listenersOf(entry)) {
          const parcel = parcels.get(listening);
          if (parcel) parcel.push(entry);
          else parcels.set(listening, [entry]);
        }
      }
      for (const [listening, parcel] of parcels) {
        if (listening.waiting) listening.waiting.push(...parcel);
        else hand(listening, parcel);
      }
    },
    pass(to, frame, except) {
      passHere(to, frame, except);
      relay.say('pass', { to, frame });
    },
  };

  function passHere({ shopId, conversationId }: Passage, frame: ServerFrame, except?: Connection) {
    const text = JSON.stringify(frame);
    const reached = new Set<Connection | undefined>([except]);
    for (const { connection } of byTopic.get(topicKey(shopId, conversationId)) ?? []) {
      if (reached.has(connection)) continue;
      reached.add(connection);
      connection.sendText(text);
    }
  }

  /** Reads up to where the log's reader stands; from there on everything comes through `deliver`. */
  async function catchUp(listening: Listening) {
    const upTo = head();
    let more = isAfter(upTo, listening.position);
    while (more && !listening.ended) {
      const { shopId, conversationId, position } = listening;
      const missed = await readEntries(pool, {
        after: position,
        upTo,
        shopId,
        conversationId: conversationId ?? undefined,
        limit: catchUpPage,
      });
      hand(listening, missed);
      more = missed.length === catchUpPage;
    }
    const waiting = listening.waiting ?? [];
    listening.waiting = null;
    hand(listening, waiting);
  }

  function hand(listening: Listening, entries: Entry[]) {
    if (listening.ended) return;
    const fresh = entries.filter((entry) => isAfter(entry.position, listening.position));
    if (fresh.length === 0) return;
    listening.position = fresh.at(-1)!.position;
    const written = fresh.flatMap((entry) => writtenFor(listening, entry) ?? []);
    if (written.length === 0) return;
    const cursor = cursorOf(epoch, listening.position);
    listening.connection.sendText(
      `{"type":"events","id":${JSON.stringify(listening.id)},"events":[${written.join(',')}],"cursor":"${cursor}"}`,
    );
  }

  function* listenersOf({ shopId, event }: Entry) {
    yield* byTopic.get(topicKey(shopId, null)) ?? [];
    yield* byTopic.get(topicKey(shopId, event.conversationId)) ?? [];
  }

  function add(listening: Listening) {
    addTo(byTopic, topicKey(listening.shopId, listening.conversationId), listening);
    addTo(byConnection, listening.connection, listening);
  }

  function remove(connection: Connection, id: string) {
    const listening = byConnection.get(connection)?.find((one) => one.id === id);
    if (!listening) return;
    listening.ended = true;
    removeFrom(byTopic, topicKey(listening.shopId, listening.conversationId), listening);
    removeFrom(byConnection, connection, listening);
  }
}

function addTo<Key>(lists: Map<Key, Listening[]>, key: Key, listening: Listening): void {
  const list = lists.get(key);
  if (list) list.push(listening);
  else lists.set(key, [listening]);
}

function removeFrom<Key>(lists: Map<Key, Listening[]>, key: Key, listening: Listening): void {
  const list = lists.get(key)!;
  if (list.length === 1) lists.delete(key);
  else list.splice(list.indexOf(listening), 1);
}

/** Transactions that a snapshot may have seen ahead of the reader. */
const slack = 100_000n;

const topicKey = (shopId: string, conversationId: string | null) => `${shopId} ${conversationId ?? '*'}`;

/** An event is written out once for all readers of the same kind. */
const writtenOut = new WeakMap<Entry, Map<Event, string>>();

function writtenFor(listening: Listening, entry: Entry): string | null {
  const event = listening.view(entry);
  if (!event) return null;
  let byView = writtenOut.get(entry);
  if (!byView) writtenOut.set(entry, (byView = new Map()));
  let text = byView.get(event);
  if (text === undefined) byView.set(event, (text = JSON.stringify(event)));
  return text;
}
