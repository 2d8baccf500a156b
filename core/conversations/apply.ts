/**
 * apply(state, event): the one way a conversation changes, on the server before it is written
 * and in every client after it was delivered. An event that was seen before changes nothing.
 */
import type { Event } from '../events.ts';
import type { Conversation, LastMessage } from './conversation.ts';

export function apply(conversation: Conversation, event: Event): Conversation {
  if (isOld(conversation, event)) return conversation;
  const next = changed(conversation, event);
  if ('staffSeq' in event) next.staffSeq = event.staffSeq;
  return next;
}

function isOld(conversation: Conversation, event: Event): boolean {
  if (event.type === 'message.posted') return event.seq <= conversation.seq;
  if (event.type === 'message.read') return event.upTo <= readBy(conversation, event.reader);
  return event.staffSeq <= conversation.staffSeq;
}

function changed(conversation: Conversation, event: Event): Conversation {
  switch (event.type) {
    case 'conversation.opened':
      return {
        ...conversation,
        customerId: event.customerId,
        customerName: event.customerName ?? null,
        channel: event.channel,
      };

    case 'conversation.imported':
      return {
        ...conversation,
        customerId: event.customerId,
        customerName: event.customerName ?? null,
        channel: event.channel,
        state: 'closed',
        group: event.group,
        mood: event.mood,
        episode: {
          episodeId: event.episodeId,
          number: 1,
          firstSeq: 1,
          openedAt: event.openedAt ?? event.at,
          closedAt: event.closedAt ?? event.at,
          points: event.points,
          veto: event.veto,
          stars: null,
          ratedAt: null,
        },
        seq: event.messages,
        // What is past waits for nobody to read it.
        readByAgent: event.messages,
        readByCustomer: event.messages,
        lastMessage: {
          seq: event.messages,
          author: event.lastAuthor,
          text: event.text ?? null,
          at: event.at,
        },
        activityAt: event.closedAt ?? event.at,
      };

    case 'episode.opened':
      return {
        ...conversation,
        state: 'waiting',
        group: event.group,
        assigneeId: null,
        assignedAt: null,
        ownAgentId: event.ownAgentId,
        urgency: 0,
        mood: 'calm',
        lateStage: 0,
        waitingSince: null,
        queuedAt: event.at,
        episode: {
          episodeId: event.episodeId,
          number: event.number,
          firstSeq: conversation.seq + 1,
          openedAt: event.at,
          closedAt: null,
          points: null,
          veto: null,
          stars: null,
          ratedAt: null,
        },
        activityAt: event.at,
      };

    case 'message.posted': {
      const answered = event.author === 'agent';
      const began = event.wantsAnswer ? event.at : null;
      return {
        ...conversation,
        seq: event.seq,
        unread: conversation.unread + (event.author === 'customer' ? 1 : 0),
        waitingSince: answered ? null : (conversation.waitingSince ?? began),
        lateStage: answered ? 0 : conversation.lateStage,
        snoozed: event.author === 'customer' ? null : conversation.snoozed,
        closesAt: null,
        lastMessage: lastMessageOf(event),
        activityAt: event.at,
      };
    }

    case 'message.read':
      return event.reader === 'agent'
        ? { ...conversation, readByAgent: event.upTo, unread: event.unread }
        : { ...conversation, readByCustomer: event.upTo };

    case 'episode.assigned':
      return {
        ...conversation,
        state: 'assigned',
        assigneeId: event.agentId,
        ownAgentId: event.agentId,
        assignedAt: event.at,
        queuedAt: null,
        lateStage: 0,
        snoozed: null,
        closesAt: null,
        activityAt: event.at,
      };

    case 'episode.queued':
      return {
        ...conversation,
        state: 'waiting',
        group: event.group,
        assigneeId: null,
        assignedAt: null,
        ownAgentId: null,
        queuedAt: event.at,
        snoozed: null,
        closesAt: null,
        activityAt: event.at,
      };

    case 'episode.closed':
      return {
        ...conversation,
        state: 'closed',
        waitingSince: null,
        queuedAt: null,
        lateStage: 0,
        urgency: 0,
        heldReplies: 0,
        snoozed: null,
        closesAt: null,
        episode: conversation.episode && { ...conversation.episode, closedAt: event.at },
        activityAt: event.at,
      };

    case 'episode.snoozed':
      return { ...conversation, snoozed: { until: event.until }, closesAt: null };

    case 'episode.woken':
      return { ...conversation, snoozed: null, activityAt: event.at };

    case 'silence.noticed':
      return { ...conversation, closesAt: event.closesAt };

    case 'conversation.merged':
      return { ...conversation, mergedInto: event.into };

    case 'customer.changed':
      return { ...conversation, customerName: event.customerName ?? null, tags: event.tags };

    case 'customer.merged':
      return {
        ...conversation,
        customerId: event.into,
        customerName: event.customerName ?? null,
        tags: event.tags,
      };

    case 'customer.erased':
      return {
        ...conversation,
        customerName: null,
        tags: [],
        lastMessage: wordless(conversation.lastMessage),
      };

    case 'episode.scored':
      return conversation.episode?.episodeId === event.episodeId
        ? { ...conversation, episode: { ...conversation.episode, points: event.points, veto: event.veto } }
        : { ...conversation };

    case 'episode.rated': {
      const { episode } = conversation;
      if (episode?.episodeId !== event.episodeId) return { ...conversation };
      const ratedAt = episode.ratedAt ?? event.at;
      return { ...conversation, episode: { ...episode, stars: event.stars, ratedAt } };
    }

    case 'episode.urgent':
      return { ...conversation, urgency: event.urgency };

    case 'mood.changed':
      return { ...conversation, mood: event.mood };

    case 'wait.late':
      return { ...conversation, lateStage: event.stage };

    case 'alert.raised':
      return { ...conversation, openAlerts: conversation.openAlerts + 1, closesAt: null };

    case 'alert.acknowledged':
      return { ...conversation, openAlerts: Math.max(0, conversation.openAlerts - 1) };

    case 'reply.held':
      return { ...conversation, heldReplies: conversation.heldReplies + 1, closesAt: null };

    case 'reply.decided':
      return { ...conversation, heldReplies: Math.max(0, conversation.heldReplies - 1) };

    case 'conversation.joined':
    case 'order.operated':
    case 'note.added':
    case 'finding.raised':
    case 'finding.settled':
    case 'reply.scheduled':
    case 'reply.unscheduled':
    case 'finding.contested':
    case 'episode.reviewed':
      return { ...conversation };
  }
}

function lastMessageOf(event: Extract<Event, { type: 'message.posted' }>): LastMessage {
  const { seq, author, text = null, at, attachment } = event;
  const carried = attachment && { attachment: { kind: attachment.kind, name: attachment.name } };
  return { seq, author, text, at, ...carried };
}

function wordless(message: LastMessage | null): LastMessage | null {
  if (!message) return null;
  const { attachment } = message;
  return { ...message, text: null, ...(attachment && { attachment: { kind: attachment.kind, name: null } }) };
}

function readBy(conversation: Conversation, reader: 'customer' | 'agent'): number {
  return reader === 'agent' ? conversation.readByAgent : conversation.readByCustomer;
}
