/** Messages that the server has not answered yet, repeated under the same client id until it does. */
import type { Refusal } from '../core/refusal.ts';
import { Refused } from '../core/refusal.ts';
import type { Topic as CustomerTopic } from '../core/team/routing.ts';
import type { ClientFrame, ServerFrame } from '../core/wire.ts';

export interface Pending {
  clientId: string;
  conversationId: string;
  text: string;
  attachmentId?: string;
  /** The number of the message that it answers. */
  quotes?: number;
  /** What a customer chose to ask about. */
  topic?: CustomerTopic;
  /** The last message that an agent had seen when they sent it. */
  seen?: number;
  /** The client id of the message that it belongs behind: where that one is refused, it does not leave either. */
  after?: string;
}
export type Ack = Extract<ServerFrame, { type: 'ack' }>;

/** Where unanswered messages outlive the page. */
export interface PendingStore {
  load(): Pending[];
  save(pending: Pending[]): void;
}

export interface OutboxOptions {
  outbox?: PendingStore;
  /**
   * How many messages of one conversation may be under way at once. One (the default) keeps their order
   * even when one of them is put off; more is for load, where order does not matter.
   */
  window?: number;
}

export interface Outbox {
  send(pending: Pending): Promise<Ack>;
  pending(): Pending[];
  /** Online again: whatever was under way may be lost. */
  repeat(): void;
  answer(frame: ServerFrame): void;
  /** No answer can come any more; what is stored stays stored. */
  end(refusal: Refusal): void;
}

interface Entry {
  pending: Pending;
  answered: Promise<Ack>;
  resolve(ack: Ack): void;
  reject(reason: Refused): void;
}

export function createOutbox(options: OutboxOptions, transmit: (frame: ClientFrame) => void): Outbox {
  const { outbox: store, window = 1 } = options;
  const entries = new Map<string, Entry>();
  /** Per conversation in order of writing; the first `window` of each are under way. */
  const lanes = new Map<string, Entry[]>();
  let over: Refusal | null = null;
  store?.load().forEach(enter);

  return {
    send(pending) {
      const known = entries.get(pending.clientId);
      if (known) return known.answered;
      const entry = enter(pending);
      store?.save(waiting());
      if (over) entry.reject(new Refused(over));
      else if (laneOf(entry).length <= window) post(entry);
      return entry.answered;
    },
    pending: waiting,
    repeat() {
      for (const lane of lanes.values()) lane.slice(0, window).forEach(post);
    },
    answer(frame) {
      if (frame.type !== 'ack' && frame.type !== 'refused') return;
      const entry = entries.get(frame.clientId ?? '');
      if (!entry) return;
      if (frame.type === 'ack') entry.resolve(frame);
      else if (isPassing(frame.refusal)) return void setTimeout(again, retryAfter(frame.refusal), entry);
      else refused(entry, frame.refusal);
      leave(entry);
    },
    end(refusal) {
      over = refusal;
      for (const entry of entries.values()) entry.reject(new Refused(refusal));
    },
  };

  function enter(pending: Pending): Entry {
    const entry = { pending } as Entry;
    entry.answered = new Promise<Ack>((resolve, reject) => Object.assign(entry, { resolve, reject }));
    // A stored message may be refused before anybody asks after it.
    entry.answered.catch(() => undefined);
    entries.set(pending.clientId, entry);
    laneOf(entry).push(entry);
    return entry;
  }

  function refused(entry: Entry, refusal: Refusal) {
    entry.reject(new Refused(refusal));
    for (const other of entries.values()) {
      if (other.pending.after !== entry.pending.clientId) continue;
      other.reject(new Refused(refusal));
      entries.delete(other.pending.clientId);
      laneOf(other).splice(laneOf(other).indexOf(other), 1);
    }
  }

  function leave(entry: Entry) {
    entries.delete(entry.pending.clientId);
    const lane = laneOf(entry);
    lane.splice(lane.indexOf(entry), 1);
    const next = lane[window - 1];
    if (next) post(next);
    if (lane.length === 0) lanes.delete(entry.pending.conversationId);
    store?.save(waiting());
  }

  function laneOf({ pending: { conversationId } }: Entry): Entry[] {
    const lane = lanes.get(conversationId) ?? [];
    lanes.set(conversationId, lane);
    return lane;
  }

  function post({ pending }: Entry) {
    const said = { ...pending };
    delete said.after;
    transmit({ type: 'send', ...said });
  }

  function again(entry: Entry) {
    if (entries.has(entry.pending.clientId)) post(entry);
  }

  function waiting(): Pending[] {
    return Array.from(entries.values(), (entry) => entry.pending);
  }
}

/** Refusals that say "not now" rather than "no". */
function isPassing(refusal: Refusal): boolean {
  return refusal.code === 'too-many' || refusal.code === 'unavailable';
}

/** Milliseconds. */
function retryAfter(refusal: Refusal): number {
  return refusal.code === 'too-many' ? refusal.retryAfterSeconds * 1000 : 3000;
}
