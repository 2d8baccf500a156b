/**
 * The product's vocabulary: everything that can happen, on one page.
 * An event holds ids, states and amounts, never a body or personal data; a reader joins the words
 * (`Joined`) when it delivers, so that erasing them in their own table is enough.
 */
import type { Attachment, Quote } from './attachments.ts';
import type { OperationKind, OperationState } from './commerce/operations/operation.ts';
import type { Mood } from './standard/mood.ts';
import type { Moment, RuleId, Weight } from './standard/finding.ts';
import type { Group } from './team/roles.ts';

export type AuthorKind = 'customer' | 'agent' | 'system';
export type Urgency = 0 | 1 | 2;
/** What a person said of a finding: `right` and `wrong` in a review, the others when they let a held reply go. */
export type Verdict = 'right' | 'wrong' | 'risk-taken' | 'own-reason';
/** What may be said of a held reply that is let go. */
export type Release = Exclude<Verdict, 'right'>;
export type AssignedBy = 'routing' | 'claim' | 'assign' | 'transfer' | 'take-over';

/**
 * What happened. `message.posted.wantsAnswer`: a customer's message that starts the waiting clock (a closing courtesy does not).
 * Public ones carry `seq` and reach the customer; staff ones carry `staffSeq` and never do.
 */
export type Happening =
  | {
      type: 'message.posted';
      seq: number;
      messageId: string;
      episodeId: string;
      author: AuthorKind;
      authorId: string | null;
      wantsAnswer: boolean;
      /** Which message it answers, by its number. */
      quotes?: number;
      attachmentId?: string;
    }
  | { type: 'message.read'; reader: 'customer' | 'agent'; upTo: number; unread: number }
  | { type: 'conversation.opened'; staffSeq: number; customerId: string; channel: string }
  /** A past conversation came in whole, closed and scored: it makes no other event. Times are null where its file has none. */
  | {
      type: 'conversation.imported';
      staffSeq: number;
      customerId: string;
      channel: string;
      group: Group;
      episodeId: string;
      /** How many; they are numbered from 1. */
      messages: number;
      lastAuthor: AuthorKind;
      mood: Mood;
      openedAt: number | null;
      closedAt: number | null;
      points: number;
      veto: 'pending' | null;
    }
  /** What the customer writes here from now on arrives in the other one, as what follows its message `intoSeq`. */
  | { type: 'conversation.merged'; staffSeq: number; into: string; intoSeq: number; byId: string }
  /** The same, said in the other one. */
  | { type: 'conversation.joined'; staffSeq: number; from: string; byId: string }
  /** What the desk knows of the customer: which parts of it changed, and the tags they have now. */
  | {
      type: 'customer.changed';
      staffSeq: number;
      customerId: string;
      parts: CustomerPart[];
      tags: string[];
      byId: string;
    }
  /** Two customers were one: this conversation is the other's from now on. */
  | {
      type: 'customer.merged';
      staffSeq: number;
      from: string;
      into: string;
      tags: string[];
      byId: string;
    }
  /** Nothing of what was said here is kept. */
  | { type: 'customer.erased'; staffSeq: number; customerId: string; byId: string }
  | {
      type: 'episode.opened';
      staffSeq: number;
      episodeId: string;
      number: number;
      group: Group;
      ownAgentId: string | null;
    }
  | {
      type: 'episode.assigned';
      staffSeq: number;
      episodeId: string;
      agentId: string;
      by: AssignedBy;
      byId: string | null;
    }
  | { type: 'episode.queued'; staffSeq: number; episodeId: string; group: Group; byId: string | null }
  | {
      type: 'episode.closed';
      staffSeq: number;
      episodeId: string;
      by: 'agent' | 'customer' | 'silence';
      byId: string | null;
    }
  /** Out of its agent's way until then; null: until the customer writes, which always ends it. */
  | { type: 'episode.snoozed'; staffSeq: number; episodeId: string; until: number | null; byId: string }
  | {
      type: 'episode.woken';
      staffSeq: number;
      episodeId: string;
      by: 'agent' | 'time';
      byId: string | null;
    }
  /** Nobody has said anything for long: where it stays so, it is closed then; null: it is not, after all. */
  | { type: 'silence.noticed'; staffSeq: number; episodeId: string; closesAt: number | null }
  | { type: 'episode.scored'; staffSeq: number; episodeId: string; points: number; veto: 'pending' | null }
  /** The customer's own judgement, 1 to 5; given again within ten minutes it takes the place of the first. */
  | { type: 'episode.rated'; staffSeq: number; episodeId: string; stars: number }
  /** Somebody who reviews has read it, and has said of its findings what there was to say. */
  | { type: 'episode.reviewed'; staffSeq: number; episodeId: string; byId: string }
  | { type: 'episode.urgent'; staffSeq: number; episodeId: string; urgency: Urgency }
  | { type: 'note.added'; staffSeq: number; noteId: string; kind: NoteKind; authorId: string }
  | {
      type: 'finding.raised';
      staffSeq: number;
      findingId: string;
      episodeId: string;
      rule: RuleId;
      weight: Weight;
      moment: Moment;
      messageSeq: number;
      start: number;
      end: number;
    }
  | { type: 'finding.settled'; staffSeq: number; findingId: string; verdict: Verdict; byId: string }
  /** The agent it is about says that it is wrong; a reviewer's verdict answers. */
  | { type: 'finding.contested'; staffSeq: number; findingId: string; byId: string }
  /** Something was done to an order of the customer's from here; again when it goes on: agreed to, paid, sent, undone. */
  | {
      type: 'order.operated';
      staffSeq: number;
      operationId: string;
      orderId: string;
      kind: OperationKind;
      state: OperationState;
      amountFen: number | null;
      currency: string;
      /** null: the till, or the desk itself. */
      byId: string | null;
      /** No step of its own: the order's source says something new of what it had changed, and that holds until somebody has looked. */
      overtaken?: true;
    }
  | { type: 'alert.raised'; staffSeq: number; alertId: string; cause: AlertCause; messageSeq: number | null }
  | { type: 'alert.acknowledged'; staffSeq: number; alertId: string; byId: string }
  | { type: 'mood.changed'; staffSeq: number; mood: Mood; messageSeq: number }
  | { type: 'reply.held'; staffSeq: number; holdId: string; agentId: string; rules: RuleId[] }
  | {
      type: 'reply.decided';
      staffSeq: number;
      holdId: string;
      outcome: 'released' | 'refused' | 'withdrawn';
      byId: string;
    }
  | { type: 'wait.late'; staffSeq: number; stage: number; since: number }
  /** A reply that leaves later; the same id again: its words or its time were changed. */
  | {
      type: 'reply.scheduled';
      staffSeq: number;
      scheduledId: string;
      agentId: string;
      sendAt: number;
      /** Also where the customer has written meanwhile. */
      evenIfWritten: boolean;
    }
  | {
      type: 'reply.unscheduled';
      staffSeq: number;
      scheduledId: string;
      agentId: string;
      outcome: 'sent' | 'cancelled' | 'returned';
      /** Why it went back to its author as a draft. */
      cause: ReturnCause | null;
      /** null: the desk itself. */
      byId: string | null;
    };

/** What happens to an order outside a conversation, in a log of its own: tickets and callbacks follow it. */
export type OrderHappening =
  /** A line can't be sent as ordered; nothing of the order changes before the customer has answered. */
  | {
      type: 'shortage.marked';
      shortageId: string;
      lineKey: string;
      units: number;
      by: 'hand' | 'stock' | 'history';
      byId: string | null;
    }
  /** The customer chose, in this message. */
  | {
      type: 'shortage.answered';
      shortageId: string;
      choice: 'swap' | 'refund' | 'wait';
      conversationId: string;
      messageSeq: number;
      byId: string;
    }
  /** It is there after all, or the order left, was refunded or closed; `operationId`: what did what the customer chose. */
  | {
      type: 'shortage.ended';
      shortageId: string;
      as: 'settled' | 'withdrawn';
      byId: string | null;
      operationId?: string;
    }
  /** The source brought something new of what the desk had changed: now that holds, and a person looks at both. */
  | { type: 'desk-change.overtaken'; operationId: string; part: 'receiver' | 'line' };

/** What keeps a scheduled reply from leaving when its time has come. */
export type ReturnCause =
  | 'blocked'
  | 'customer-wrote'
  | 'not-the-assignee'
  | 'already-closed'
  | 'taken-back'
  | 'not-possible';

/** What is known of a customer beside what they said. */
export type CustomerPart = 'name' | 'tags' | 'fields' | 'consent' | 'notes';
export type NoteKind = 'note' | 'whisper' | 'handover';
/** A rule that calls a person, a wait that went over, a rule that failed to run, one that stops no message any more. */
export type AlertCause =
  | { kind: 'rule'; rule: RuleId }
  | { kind: 'wait'; seconds: number }
  | { kind: 'rule-failed'; rule: RuleId }
  | { kind: 'rule-toothless'; rule: RuleId };

/** What a reader adds on delivery; never stored in the log. */
export interface Joined {
  /** message.posted, note.added, reply.scheduled: the words; null where they were erased. conversation.imported: its last message's. */
  text?: string | null;
  /** message.posted: the client's own id, for the sender to know it again. */
  clientId?: string;
  /** message.posted, note.added: who is shown as the author. */
  authorName?: string | null;
  authorWorkNumber?: string | null;
  /** message.posted: when it was said by the clock of an import; null where no time is known. */
  saidAt?: number | null;
  /** message.posted: what it carries and what it answers. */
  attachment?: Attachment | null;
  quote?: Quote | null;
  /** reply.decided, finding.contested: why. */
  reason?: string | null;
  /** conversation.opened, conversation.imported, customer.changed, customer.merged: the customer as shown. */
  customerName?: string | null;
}

/** As delivered: where it belongs, when it was decided, what happened; a staff event names the public number it stands behind. */
export type Event = Happening & Joined & { conversationId: string; at: number; afterSeq?: number };
export type EventType = Happening['type'];
export type PublicEvent = Extract<Event, { type: 'message.posted' | 'message.read' }>;

export function isPublic(event: Event): event is PublicEvent {
  return event.type === 'message.posted' || event.type === 'message.read';
}
