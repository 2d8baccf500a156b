/**
 * The client's end of the one socket: reconnects by itself, resumes from its cursors, repeats what was not answered.
 *
 *     const connection = connect({ url: `${location.origin}/api/v1/socket` });
 *     const stop = connection.subscribe('inbox', page.cursor, { onEvents, onResync });
 *     const ack = await connection.send({ clientId: newId(), conversationId, text }); // rejects with Refused
 */
import type { Cursor, LookState, PresenceState, ServerFrame, Topic } from '../core/wire.ts';
import type { LinkOptions, Status } from './link.ts';
import { keepLink } from './link.ts';
import type { Ack, OutboxOptions, Pending } from './outbox.ts';
import { createOutbox } from './outbox.ts';
import type { Follower } from './subscriptions.ts';
import { createSubscriptions } from './subscriptions.ts';

export type { Ack, Follower, Pending, Status };
export type { PendingStore } from './outbox.ts';

export interface ConnectOptions extends LinkOptions, OutboxOptions {}

export interface Connection {
  status(): Status;
  onStatus(listener: (status: Status) => void): () => void;
  /** Every frame as it comes; meant for `typing` and `presence`. */
  onFrame(listener: (frame: ServerFrame) => void): () => void;
  /** Follows a topic from a cursor through all reconnects. Returns what ends it. */
  subscribe(topic: Topic, after: Cursor, follower: Follower): () => void;
  /**
   * Resolves once the server has stored the message, however many connections that takes; rejects with Refused
   * where it was refused for good, or as `unauthenticated` where the connection has ended first: then it stays in the
   * store and goes with the next. The same client id again joins the same answer.
   */
  send(pending: Pending): Promise<Ack>;
  /** Messages not answered yet, those of an earlier page's store among them, in order of writing. */
  pending(): Pending[];
  /** Said now or not at all. */
  typing(conversationId: string, typing: boolean): void;
  /** Who of the staff has it before them. Said now or not at all. */
  look(conversationId: string, state: LookState | 'gone'): void;
  /** Kept and said again after a reconnect: the marker only moves forward. */
  read(conversationId: string, upTo: number): void;
  /** Kept and said again after a reconnect. */
  presence(state: PresenceState): void;
  close(): void;
}

export function connect(options: ConnectOptions): Connection {
  const statusListeners = new Set<(status: Status) => void>();
  const frameListeners = new Set<(frame: ServerFrame) => void>();
  const reads = new Map<string, number>();
  let presence: PresenceState | null = null;

  const link = keepLink(options, changed, received);
  const outbox = createOutbox(options, link.send);
  const subscriptions = createSubscriptions(link.send);

  function changed(status: Status) {
    if (status === 'online') resume();
    if (status === 'ended') outbox.end({ code: 'unauthenticated' });
    for (const listener of statusListeners) listener(status);
  }

  function resume() {
    if (presence) link.send({ type: 'presence', state: presence });
    subscriptions.resume();
    outbox.repeat();
    reads.forEach((upTo, conversationId) => link.send({ type: 'read', conversationId, upTo }));
  }

  function received(frame: ServerFrame) {
    outbox.answer(frame);
    subscriptions.receive(frame);
    for (const listener of frameListeners) listener(frame);
  }

  return {
    status: link.status,
    onStatus: (listener) => listen(statusListeners, listener),
    onFrame: (listener) => listen(frameListeners, listener),
    subscribe: subscriptions.add,
    send: outbox.send,
    pending: outbox.pending,
    typing: (conversationId, typing) => void link.send({ type: 'typing', conversationId, typing }),
    look: (conversationId, state) => void link.send({ type: 'look', conversationId, state }),
    read(conversationId, upTo) {
      if (upTo <= (reads.get(conversationId) ?? 0)) return;
      reads.set(conversationId, upTo);
      link.send({ type: 'read', conversationId, upTo });
    },
    presence(state) {
      presence = state;
      link.send({ type: 'presence', state });
    },
    close: link.close,
  };
}

function listen<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
