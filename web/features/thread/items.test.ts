import { describe, expect, it } from 'vitest';
import { newConversation } from '../../../core/conversations/conversation.ts';
import type { Mark, Message, Note, Thread } from '../../../core/conversations/thread.ts';
import { itemsOf, type Item } from './items.ts';

const day = 24 * 3600_000;

function message(seq: number, more: Partial<Message> = {}): Message {
  return {
    seq,
    messageId: `m${seq}`,
    clientId: `c${seq}`,
    episodeId: 'e1',
    author: 'customer',
    authorId: 'wang',
    authorName: '王女士',
    authorWorkNumber: null,
    text: `words ${seq}`,
    at: seq * 1000,
    saidAt: seq * 1000,
    ...more,
  };
}

const note = (staffSeq: number, afterSeq: number): Note => ({
  staffSeq,
  afterSeq,
  noteId: `n${staffSeq}`,
  kind: 'note',
  authorId: 'lin',
  authorName: '林小满',
  text: 'a note',
  at: 0,
});

const opened = (staffSeq: number, afterSeq: number, at: number): Mark => ({
  staffSeq,
  afterSeq,
  at,
  event: {
    type: 'episode.opened',
    conversationId: 'a',
    at,
    staffSeq,
    episodeId: 'e1',
    number: 1,
    group: 'pre-sales',
    ownAgentId: null,
  },
});

function lines(some: Partial<Thread>, options: Partial<Parameters<typeof itemsOf>[1]> = {}): string[] {
  const thread: Thread = {
    conversation: newConversation('a'),
    messages: [],
    notes: [],
    findings: [],
    alerts: [],
    marks: [],
    holds: [],
    scheduled: [],
    ...some,
  };
  const dayOf = (at: number) => String(Math.floor(at / day));
  return itemsOf(thread, { readUpTo: null, outgoing: [], hasOlder: false, dayOf, ...options }).map(line);
}

function line(item: Item): string {
  switch (item.kind) {
    case 'message':
      return `${item.first ? '' : '  '}${item.message.seq}`;
    case 'day':
      return item.at === null ? 'day unknown' : `day ${Math.floor(item.at / day)}`;
    case 'outgoing':
      return `outgoing ${item.outgoing.text}`;
    default:
      return item.kind;
  }
}

describe('the lines of a thread', () => {
  it('begin with the date and group what one person says in one go', () => {
    expect(
      lines({ messages: [message(1), message(2), message(3, { author: 'agent', authorId: 'lin' })] }),
    ).toEqual(['day 0', '1', '  2', '3']);
  });

  it('begin a run anew after five minutes', () => {
    expect(lines({ messages: [message(1), message(2, { saidAt: 6 * 60_000 })] })).toEqual([
      'day 0',
      '1',
      '2',
    ]);
  });

  it('tell each new day', () => {
    expect(lines({ messages: [message(1), message(2, { saidAt: day + 1 })] })).toEqual([
      'day 0',
      '1',
      'day 1',
      '2',
    ]);
  });

  it('say once where an import gives no time', () => {
    const untimed = [1, 2, 3].map((seq) => message(seq, { saidAt: null }));
    expect(lines({ messages: untimed })).toEqual(['day unknown', '1', '  2', '  3']);
  });

  it('put notes and marks behind the message they came after', () => {
    const thread = { messages: [message(1), message(2)], notes: [note(2, 1)], marks: [opened(1, 0, 500)] };
    expect(lines(thread)).toEqual(['day 0', 'mark', '1', 'note', '2']);
  });

  it('put what ended the day before above the new date', () => {
    const closed = { ...opened(3, 1, 2000) };
    const messages = [message(1), message(2, { saidAt: day + 5 })];
    expect(lines({ messages, marks: [closed, opened(4, 1, day + 4)] })).toEqual([
      'day 0',
      '1',
      'mark',
      'day 1',
      'mark',
      '2',
    ]);
  });

  it('keep notes back that belong to messages which are not loaded', () => {
    const messages = [message(81)];
    expect(lines({ messages, notes: [note(1, 3), note(2, 81)] }, { hasOlder: true })).toEqual([
      'day 0',
      '81',
      'note',
    ]);
  });

  it('draw one line before the first message that was not read', () => {
    const messages = [message(1), message(2), message(3)];
    expect(lines({ messages }, { readUpTo: 1 })).toEqual(['day 0', '1', 'unread', '2', '  3']);
    expect(lines({ messages }, { readUpTo: null })).not.toContain('unread');
    const later = messages.map((one) => ({ ...one, seq: one.seq + 100 }));
    expect(
      lines({ messages: later }, { readUpTo: 1, hasOlder: true }),
      'the first one is not loaded',
    ).not.toContain('unread');
  });

  it('end with what is on its way, until the thread holds it', () => {
    const outgoing = [
      { clientId: 'c1', conversationId: 'a', text: 'arrived', at: 1, state: 'sent' as const, refusal: null },
      {
        clientId: 'c9',
        conversationId: 'a',
        text: 'on its way',
        at: 1,
        state: 'sending' as const,
        refusal: null,
      },
    ];
    expect(lines({ messages: [message(1)] }, { outgoing })).toEqual(['day 0', '1', 'outgoing on its way']);
  });

  it('have keys that are all different', () => {
    const messages = Array.from({ length: 50 }, (_, at) => message(at + 1, { saidAt: at * day }));
    const thread = { messages, notes: [note(1, 4), note(2, 4)], marks: [opened(3, 9, 0)] };
    const keys = itemsOf(
      { conversation: newConversation('a'), findings: [], alerts: [], holds: [], scheduled: [], ...thread },
      {
        readUpTo: 10,
        outgoing: [],
        hasOlder: false,
        dayOf: String,
      },
    ).map((item) => item.key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
