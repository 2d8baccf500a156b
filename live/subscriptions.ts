/** What a client follows, each with the cursor it has reached, taken up again from there on every connection. */
import type { Event } from '../core/events.ts';
import type { Refusal } from '../core/refusal.ts';
import type { ClientFrame, Cursor, ServerFrame, Topic } from '../core/wire.ts';

export interface Follower {
  /** Events in order, none twice, and the cursor after the last of them. */
  onEvents(events: Event[], cursor: Cursor): void;
  /** The cursor says nothing to the server any more and following has stopped: fetch afresh and subscribe again. */
  onResync(): void;
  /** Following was refused and has stopped. */
  onRefused?(refusal: Refusal): void;
}

export interface Subscriptions {
  add(topic: Topic, after: Cursor, follower: Follower): () => void;
  /** Online again: take each up from its cursor. */
  resume(): void;
  receive(frame: ServerFrame): void;
}

interface Subscription {
  id: string;
  topic: Topic;
  after: Cursor;
  follower: Follower;
}

export function createSubscriptions(transmit: (frame: ClientFrame) => void): Subscriptions {
  const open = new Map<string, Subscription>();
  let made = 0;

  return {
    add(topic, after, follower) {
      const subscription = { id: `s${++made}`, topic, after, follower };
      open.set(subscription.id, subscription);
      ask(subscription);
      return () => {
        if (open.delete(subscription.id)) transmit({ type: 'unsubscribe', id: subscription.id });
      };
    },
    resume: () => open.forEach(ask),
    receive(frame) {
      if (!('id' in frame) || frame.id === undefined) return;
      const subscription = open.get(frame.id);
      if (!subscription) return;
      const { follower } = subscription;
      if (frame.type === 'events') {
        if (frame.cursor === subscription.after) return;
        subscription.after = frame.cursor;
        follower.onEvents(frame.events, frame.cursor);
        return;
      }
      open.delete(frame.id);
      if (frame.type === 'resync') follower.onResync();
      else follower.onRefused?.(frame.refusal);
    },
  };

  function ask({ id, topic, after }: Subscription) {
    transmit({ type: 'subscribe', id, topic, after });
  }
}
