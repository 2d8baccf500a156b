/** What stands in a conversation as the staff read it: messages, notes, findings, alerts, holds; and how events add to it. */
import type { Attachment, Quote } from '../attachments.ts';
import type { AlertCause, AuthorKind, Event, NoteKind, Verdict } from '../events.ts';
import type { Moment, RuleId, Weight } from '../standard/finding.ts';
import { apply } from './apply.ts';
import type { Conversation } from './conversation.ts';

export interface Message {
  seq: number;
  messageId: string;
  clientId: string;
  episodeId: string;
  author: AuthorKind;
  authorId: string | null;
  authorName: string | null;
  authorWorkNumber: string | null;
  /** null: erased. */
  text: string | null;
  attachment?: Attachment | null;
  quote?: Quote | null;
  /** When it was stored. */
  at: number;
  /** When it was said; null where an import gives no time. The same as `at` for live messages. */
  saidAt: number | null;
}

export interface Note {
  staffSeq: number;
  noteId: string;
  kind: NoteKind;
  authorId: string;
  authorName: string | null;
  text: string | null;
  at: number;
  /** The public number it stands behind. */
  afterSeq: number;
}

export interface StoredFinding {
  findingId: string;
  episodeId: string;
  rule: RuleId;
  weight: Weight;
  moment: Moment;
  messageSeq: number;
  start: number;
  end: number;
  verdict: Verdict | null;
  /** Who said so. */
  verdictBy: string | null;
  /** The agent who says that it is wrong; null: nobody does. */
  contestedBy: string | null;
  /** Why; null too where it was erased. */
  contestReason: string | null;
  at: number;
}

export interface Alert {
  alertId: string;
  cause: AlertCause;
  messageSeq: number | null;
  at: number;
  acknowledgedBy: string | null;
}

/** One line of the thread that only states: assigned, queued, snoozed, closed, scored, merged. */
export interface Mark {
  staffSeq: number;
  at: number;
  afterSeq: number;
  event: Extract<
    Event,
    {
      type:
        | 'episode.opened'
        | 'episode.assigned'
        | 'episode.queued'
        | 'episode.closed'
        | 'episode.scored'
        | 'episode.snoozed'
        | 'episode.woken'
        | 'silence.noticed'
        | 'conversation.merged'
        | 'conversation.joined'
        | 'order.operated';
    }
  >;
}

export interface Hold {
  holdId: string;
  agentId: string;
  rules: RuleId[];
  at: number;
  outcome: 'released' | 'refused' | 'withdrawn' | null;
  /** What the person who decided wrote. */
  reason: string | null;
}

/** A reply that leaves later. Its words stand here only while it waits: then they are a message or a draft. */
export interface Scheduled {
  scheduledId: string;
  agentId: string;
  text: string | null;
  sendAt: number;
  /** Also where the customer has written meanwhile. */
  evenIfWritten: boolean;
  at: number;
  /** The public number it was written behind. */
  afterSeq: number;
}

export interface Thread {
  conversation: Conversation;
  /** Ascending by `seq`, without gaps; older ones are fetched before the first. */
  messages: Message[];
  notes: Note[];
  findings: StoredFinding[];
  alerts: Alert[];
  marks: Mark[];
  holds: Hold[];
  /** Those that wait for their time. */
  scheduled: Scheduled[];
}

export function applyToThread(thread: Thread, event: Event): Thread {
  const conversation = apply(thread.conversation, event);
  if (conversation === thread.conversation) return thread;
  const next = { ...thread, conversation };
  switch (event.type) {
    case 'message.posted':
      return { ...next, messages: [...thread.messages, messageOf(event)] };
    case 'note.added':
      return { ...next, notes: [...thread.notes, noteOf(event)] };
    case 'finding.raised': {
      const { findingId, episodeId, rule, weight, moment, messageSeq, start, end, at } = event;
      const finding = {
        findingId,
        episodeId,
        rule,
        weight,
        moment,
        messageSeq,
        start,
        end,
        at,
        verdict: null,
        verdictBy: null,
        contestedBy: null,
        contestReason: null,
      };
      return { ...next, findings: [...thread.findings, finding] };
    }
    case 'finding.settled':
      return {
        ...next,
        findings: thread.findings.map((finding) =>
          finding.findingId === event.findingId
            ? { ...finding, verdict: event.verdict, verdictBy: event.byId }
            : finding,
        ),
      };
    case 'finding.contested':
      return {
        ...next,
        findings: thread.findings.map((finding) =>
          finding.findingId === event.findingId
            ? { ...finding, contestedBy: event.byId, contestReason: event.reason ?? null }
            : finding,
        ),
      };
    case 'alert.raised': {
      const { alertId, cause, messageSeq, at } = event;
      return {
        ...next,
        alerts: [...thread.alerts, { alertId, cause, messageSeq, at, acknowledgedBy: null }],
      };
    }
    case 'alert.acknowledged':
      return {
        ...next,
        alerts: thread.alerts.map((alert) =>
          alert.alertId === event.alertId ? { ...alert, acknowledgedBy: event.byId } : alert,
        ),
      };
    case 'reply.held': {
      const { holdId, agentId, rules, at } = event;
      return {
        ...next,
        holds: [...thread.holds, { holdId, agentId, rules, at, outcome: null, reason: null }],
      };
    }
    case 'reply.decided':
      return {
        ...next,
        holds: thread.holds.map((hold) =>
          hold.holdId === event.holdId
            ? { ...hold, outcome: event.outcome, reason: event.reason ?? null }
            : hold,
        ),
      };
    case 'episode.opened':
    case 'episode.assigned':
    case 'episode.queued':
    case 'episode.closed':
    case 'episode.scored':
    case 'episode.snoozed':
    case 'episode.woken':
    case 'silence.noticed':
    case 'conversation.merged':
    case 'conversation.joined':
    case 'order.operated':
      return {
        ...next,
        marks: [
          ...thread.marks,
          { staffSeq: event.staffSeq, at: event.at, afterSeq: event.afterSeq ?? 0, event },
        ],
      };
    case 'reply.scheduled':
      return { ...next, scheduled: [...without(thread, event), scheduledOf(event)].toSorted(bySendAt) };
    case 'reply.unscheduled':
      return { ...next, scheduled: without(thread, event) };
    default:
      return next;
  }
}

const bySendAt = (a: Scheduled, b: Scheduled) => a.sendAt - b.sendAt;

function without({ scheduled }: Thread, { scheduledId }: { scheduledId: string }): Scheduled[] {
  return scheduled.filter((one) => one.scheduledId !== scheduledId);
}

function scheduledOf(event: Extract<Event, { type: 'reply.scheduled' }>): Scheduled {
  const { scheduledId, agentId, sendAt, evenIfWritten, at, text = null, afterSeq = 0 } = event;
  return { scheduledId, agentId, text, sendAt, evenIfWritten, at, afterSeq };
}

function messageOf(event: Extract<Event, { type: 'message.posted' }>): Message {
  return {
    seq: event.seq,
    messageId: event.messageId,
    clientId: event.clientId ?? '',
    episodeId: event.episodeId,
    author: event.author,
    authorId: event.authorId,
    authorName: event.authorName ?? null,
    authorWorkNumber: event.authorWorkNumber ?? null,
    text: event.text ?? null,
    ...(event.attachment && { attachment: event.attachment }),
    ...(event.quote && { quote: event.quote }),
    at: event.at,
    saidAt: event.saidAt === undefined ? event.at : event.saidAt,
  };
}

function noteOf(event: Extract<Event, { type: 'note.added' }>): Note {
  return {
    staffSeq: event.staffSeq,
    noteId: event.noteId,
    kind: event.kind,
    authorId: event.authorId,
    authorName: event.authorName ?? null,
    text: event.text ?? null,
    at: event.at,
    afterSeq: event.afterSeq ?? 0,
  };
}
