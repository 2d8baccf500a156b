/**
 * The frames of the one socket a client holds, the same for desk and widget.
 * A client subscribes with the cursor it has; the server answers with everything since, then goes on live.
 */
import type { CustomerStanding } from './conversations/customer-standing.ts';
import type { Event } from './events.ts';
import type { Refusal } from './refusal.ts';
import type { Topic as CustomerTopic } from './team/routing.ts';

/** A place in the log: `<epoch of the database>.<transaction id>.<event id>`. */
export type Cursor = string;

/** Places of another database lie neither before nor behind: the server answers them with `resync`. */
export function isLater(a: Cursor, b: Cursor): boolean {
  const [epochA, txA = '', eventA = ''] = a.split('.');
  const [epochB, txB = '', eventB = ''] = b.split('.');
  if (epochA !== epochB) return false;
  return txA === txB ? Number(eventA) > Number(eventB) : BigInt(txA) > BigInt(txB);
}

export type Topic = { conversation: string } | 'inbox' | 'wall';
export type LookState = 'viewing' | 'writing';
export interface Onlooker {
  agentId: string;
  name: string;
  state: LookState;
}
export type PresenceState = 'available' | 'away';

export type ClientFrame =
  /** The widget's first frame; the desk is known by its cookie. */
  | { type: 'authenticate'; visitorToken: string }
  | { type: 'subscribe'; id: string; topic: Topic; after: Cursor }
  | { type: 'unsubscribe'; id: string }
  /** Answered by `ack` or `refused` with the same clientId; may be repeated any number of times. */
  | {
      type: 'send';
      clientId: string;
      conversationId: string;
      /** May be empty where something is attached. */
      text: string;
      /** Uploaded before, by whoever sends it now. */
      attachmentId?: string;
      /** The number of the message that it answers. */
      quotes?: number;
      /** A customer's choice, before a new episode. */ topic?: CustomerTopic;
      /** An agent's: the last message they had seen; what others wrote since holds the reply back. Absent: whatever came. */
      seen?: number;
    }
  | { type: 'typing'; conversationId: string; typing: boolean }
  /** Staff alone: somebody has the conversation before them. Answered by `onlookers`, now and with each change. */
  | { type: 'look'; conversationId: string; state: LookState | 'gone' }
  | { type: 'read'; conversationId: string; upTo: number }
  | { type: 'presence'; state: PresenceState }
  | { type: 'ping' };

export type ServerFrame =
  | { type: 'ready' }
  /** Events in order, never one twice, and the cursor after the last of them. */
  | { type: 'events'; id: string; events: Event[]; cursor: Cursor }
  /** The cursor says nothing to this database: fetch afresh, then subscribe with the new one. */
  | { type: 'resync'; id: string }
  | { type: 'ack'; clientId: string; conversationId: string; messageId: string; seq: number; at: number }
  | { type: 'refused'; clientId: string | null; id?: string; refusal: Refusal }
  | {
      type: 'typing';
      conversationId: string;
      from: 'customer' | 'agent';
      name: string | null;
      typing: boolean;
    }
  | { type: 'presence'; agentId: string; state: PresenceState | 'offline' }
  /** Who has this conversation before them; stored nowhere. */
  | { type: 'onlookers'; conversationId: string; onlookers: Onlooker[] }
  /** To the same person's other places: what they write here was saved from elsewhere. */
  | { type: 'draft-saved'; conversationId: string }
  /** To the widget: where the customer stands now, after each subscription and whenever it changes. */
  | { type: 'standing'; conversationId: string; standing: CustomerStanding }
  | { type: 'pong' };

/** Close codes of our own: what a client should do next. */
export const closeCodes = {
  /** Not signed in, signed out, or the session was ended: do not reconnect. */
  unauthenticated: 4401,
  /** Whoever it belongs to may do other things now: reconnect, and ask anew who one is. */
  personChanged: 4409,
  /** Too many frames: reconnect later. */
  tooMany: 4429,
  /** Read too slowly: reconnect and resume from the cursor. */
  tooSlow: 4408,
  /** The server is going down: reconnect with patience. */
  goingAway: 1001,
} as const;

export const maxFrameBytes = 64 * 1024;
export const maxTextLength = 4000;
