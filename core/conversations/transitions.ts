/**
 * What may happen to a conversation next: each takes the state and a wish and answers with what happens, or refuses.
 * Pure. Reach (who may see it at all) is checked before; here stand the rules of ownership.
 */
import type { Attachment, Quote } from '../attachments.ts';
import type { AssignedBy, Event, Happening } from '../events.ts';
import { refuse } from '../refusal.ts';
import type { Group, Person } from '../team/roles.ts';
import { may } from '../team/roles.ts';
import { apply } from './apply.ts';
import type { Conversation } from './conversation.ts';

/** A happening before it has its number in the conversation. */
export type Draft = Happening extends infer H
  ? H extends Happening
    ? Omit<H, 'staffSeq' | (H extends { type: 'message.posted' } ? 'seq' : never)> & DraftWords
    : never
  : never;
/** The words that the reader of the log joins on delivery; the server stores them in their own tables. */
export interface DraftWords {
  text?: string;
  clientId?: string;
  attachment?: Attachment;
  quote?: Quote;
  saidAt?: number | null;
  untilAt?: number | null;
  authorName?: string | null;
  authorWorkNumber?: string | null;
  customerName?: string | null;
  /** On an import's first draft: the id the conversation was known by. */
  externalId?: string;
  /** Further columns of the table that the event fills. */
  row?: Record<string, unknown>;
}

/** Gives each draft its number and folds it in. */
export function record(
  conversation: Conversation,
  drafts: readonly Draft[],
  at: number,
): { conversation: Conversation; events: Event[] } {
  const events: Event[] = [];
  for (const draft of drafts) {
    const number =
      draft.type === 'message.posted'
        ? { seq: conversation.seq + 1 }
        : draft.type === 'message.read'
          ? {}
          : { staffSeq: conversation.staffSeq + 1, afterSeq: conversation.seq };
    const event = { ...draft, ...number, conversationId: conversation.conversationId, at } as Event;
    conversation = apply(conversation, event);
    events.push(event);
  }
  return { conversation, events };
}

export interface NewMessage {
  messageId: string;
  clientId: string;
  text: string;
  /** What it carries, and what it answers; looked up before. */
  attachmentId?: string;
  attachment?: Attachment;
  quotes?: number;
  quote?: Quote;
}

export interface Arrival {
  customerId: string;
  customerName: string | null;
  channel: string;
  /** Where a new episode would go. */
  group: Group;
  /** The id a new episode would get. */
  episodeId: string;
  wantsAnswer: boolean;
}

/** The customer writes; where nothing is open, a new episode opens with it. */
export function customerWrites(conversation: Conversation, message: NewMessage, arrival: Arrival): Draft[] {
  const drafts: Draft[] = [];
  const { customerId, customerName, channel, group } = arrival;
  if (conversation.state === 'new')
    drafts.push({ type: 'conversation.opened', customerId, channel, customerName });
  const open = conversation.state === 'waiting' || conversation.state === 'assigned';
  const episodeId = open && conversation.episode ? conversation.episode.episodeId : arrival.episodeId;
  if (!open) {
    drafts.push({
      type: 'episode.opened',
      episodeId,
      number: (conversation.episode?.number ?? 0) + 1,
      group,
      ownAgentId: conversation.ownAgentId,
    });
  }
  drafts.push({
    type: 'message.posted',
    author: 'customer',
    authorId: customerId,
    authorName: customerName,
    episodeId,
    wantsAnswer: arrival.wantsAnswer,
    ...message,
  });
  return drafts;
}

/** The agent who has the conversation answers. The words were checked before. */
export function agentWrites(conversation: Conversation, message: NewMessage, person: Person): Draft[] {
  const episode = owned(conversation, person);
  return [
    {
      type: 'message.posted',
      author: 'agent',
      authorId: person.agentId,
      authorName: person.name,
      authorWorkNumber: person.workNumber,
      episodeId: episode.episodeId,
      wantsAnswer: false,
      ...message,
    },
  ];
}

/** A reply of the agent who has the conversation, to leave at `sendAt`; the same id again changes it. */
export function scheduleReply(
  conversation: Conversation,
  wish: { scheduledId: string; sendAt: number; evenIfWritten: boolean },
  person: Person,
): Draft[] {
  owned(conversation, person);
  return [{ type: 'reply.scheduled', agentId: person.agentId, ...wish }];
}

export function claim(conversation: Conversation, person: Person): Draft[] {
  if (conversation.state === 'assigned') refuse({ code: 'conflict', reason: 'already-assigned' });
  return assignment(conversation, person.agentId, 'claim', person.agentId, 'waiting');
}

/** Routing gives a waiting episode to somebody; one that was taken meanwhile is left alone. */
export function route(conversation: Conversation, agentId: string): Draft[] {
  return conversation.state === 'waiting'
    ? assignment(conversation, agentId, 'routing', null, 'waiting')
    : [];
}

export function assign(conversation: Conversation, agentId: string, by: Person): Draft[] {
  return assignment(conversation, agentId, 'assign', by.agentId);
}

export function takeOver(conversation: Conversation, by: Person): Draft[] {
  if (conversation.assigneeId === by.agentId) refuse({ code: 'conflict', reason: 'already-assigned' });
  return assignment(conversation, by.agentId, 'take-over', by.agentId);
}

/** To a colleague or to a group's queue; never without the written note that tells what was promised. */
export function transfer(
  conversation: Conversation,
  to: { agentId: string } | { group: Group },
  by: Person,
  note: { noteId: string; text: string },
): Draft[] {
  const episode = openEpisode(conversation);
  if (!may(by, 'conversations.assign')) owned(conversation, by);
  const handover: Draft = {
    type: 'note.added',
    kind: 'handover',
    authorId: by.agentId,
    authorName: by.name,
    ...note,
  };
  return 'agentId' in to
    ? [handover, ...assignment(conversation, to.agentId, 'transfer', by.agentId)]
    : [handover, { type: 'episode.queued', episodeId: episode.episodeId, group: to.group, byId: by.agentId }];
}

export function resolve(conversation: Conversation, by: Person): Draft[] {
  const episode = may(by, 'conversations.assign') ? openEpisode(conversation) : owned(conversation, by);
  return [{ type: 'episode.closed', episodeId: episode.episodeId, by: 'agent', byId: by.agentId }];
}

/** Whoever has it has left, or serves no more: back into the queue of its group. One that moved on meanwhile is left alone. */
export function release(conversation: Conversation, agentId: string): Draft[] {
  if (conversation.state !== 'assigned' || conversation.assigneeId !== agentId) return [];
  const { episodeId } = openEpisode(conversation);
  return [{ type: 'episode.queued', episodeId, group: conversation.group, byId: null }];
}

/** Marks only move forward; reading what was read is no event. */
export function read(
  conversation: Conversation,
  reader: 'customer' | 'agent',
  upTo: number,
  unread: number,
): Draft[] {
  const before = reader === 'agent' ? conversation.readByAgent : conversation.readByCustomer;
  const until = Math.min(upTo, conversation.seq);
  return until > before ? [{ type: 'message.read', reader, upTo: until, unread }] : [];
}

export function openEpisode(conversation: Conversation) {
  const open = conversation.state === 'waiting' || conversation.state === 'assigned';
  if (!open || !conversation.episode) refuse({ code: 'conflict', reason: 'already-closed' });
  return conversation.episode;
}

/** Its open episode, for the one who has it. */
export function owned(conversation: Conversation, person: Person) {
  const episode = openEpisode(conversation);
  if (conversation.assigneeId !== person.agentId) refuse({ code: 'conflict', reason: 'not-the-assignee' });
  return episode;
}

function assignment(
  conversation: Conversation,
  agentId: string,
  by: AssignedBy,
  byId: string | null,
  needed?: 'waiting',
): Draft[] {
  const { episodeId } = openEpisode(conversation);
  if (needed && conversation.state !== needed) refuse({ code: 'conflict', reason: 'not-waiting' });
  if (conversation.assigneeId === agentId) return [];
  return [{ type: 'episode.assigned', episodeId, agentId, by, byId }];
}
