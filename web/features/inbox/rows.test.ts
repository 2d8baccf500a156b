import { describe, expect, it } from 'vitest';
import { newConversation, type Conversation } from '../../../core/conversations/conversation.ts';
import type { Event } from '../../../core/events.ts';
import { belongs, type Viewer } from '../../../core/conversations/inbox.ts';
import type { Cursor } from '../../../core/wire.ts';
import type { Counts } from './tally.ts';
import { fold, inOrder, learn, listed, noRows } from './rows.ts';

const at = (eventId: number) => `e0.7.${eventId}`;
const me: Viewer = { agentId: 'me', role: 'agent', groups: ['pre-sales'] };

function conversation(conversationId: string, more: Partial<Conversation> = {}): Conversation {
  return { ...newConversation(conversationId), state: 'waiting', activityAt: 1, ...more };
}

const page = (cursor: Cursor, counts: Partial<Counts> = {}) => ({
  cursor,
  counts: { mine: 0, waiting: 5, risk: 0, snoozed: 0, unread: 0, ...counts },
});

function message(conversationId: string, seq: number, text = '在吗'): Event {
  return {
    type: 'message.posted',
    conversationId,
    seq,
    text,
    at: 1000 + seq,
    messageId: `m${seq}`,
    episodeId: 'e1',
    author: 'customer',
    authorId: 'c1',
    wantsAnswer: true,
  };
}

const assigned = (conversationId: string, agentId: string, staffSeq = 1): Event => ({
  type: 'episode.assigned',
  conversationId,
  staffSeq,
  at: 2000,
  episodeId: 'e1',
  agentId,
  by: 'claim',
  byId: agentId,
});

describe('the rows', () => {
  it('follow what happens to a conversation they know', () => {
    const rows = fold(learn(noRows, [conversation('a')]), [message('a', 1, '你好')], at(9), me);
    expect(rows.byId.get('a')).toMatchObject({ seq: 1, unread: 1, lastMessage: { text: '你好' } });
  });

  it('begin a conversation that opens', () => {
    const opened: Event = {
      type: 'conversation.opened',
      conversationId: 'n',
      staffSeq: 1,
      at: 1,
      customerId: 'c',
      channel: 'widget',
    };
    const rows = fold(noRows, [opened, { ...message('n', 1) }], at(9), me);
    expect(rows.byId.get('n')).toMatchObject({ customerId: 'c', seq: 1 });
    expect(rows.missing).toBe(0);
  });

  it('ask for a page where something happened to a conversation they never saw', () => {
    expect(fold(noRows, [message('unseen', 7)], at(9), me).missing).toBe(1);
  });

  it('ask for a page where events are missing in between', () => {
    expect(fold(learn(noRows, [conversation('a', { seq: 3 })]), [message('a', 5)], at(9), me).missing).toBe(
      1,
    );
    expect(fold(learn(noRows, [conversation('a', { seq: 4 })]), [message('a', 5)], at(9), me).missing).toBe(
      0,
    );
  });

  it('ask for nothing where an unseen conversation only goes to somebody else', () => {
    expect(fold(noRows, [assigned('unseen', 'colleague')], at(9), me).missing).toBe(0);
    expect(fold(noRows, [assigned('unseen', 'me')], at(9), me).missing).toBe(1);
  });

  it('keep the newer state when an answer was overtaken by events', () => {
    const early = conversation('a');
    const rows = learn(fold(learn(noRows, [early]), [message('a', 1)], at(9), me), [early]);
    expect(rows.byId.get('a')?.seq).toBe(1);
  });

  it('count along: what I claim leaves the queue and is mine', () => {
    const before = learn(noRows, [conversation('a', { unread: 2 })], page(at(1)));
    expect(fold(before, [assigned('a', 'me')], at(9), me).tally.counts).toEqual({
      mine: 1,
      waiting: 4,
      risk: 0,
      snoozed: 0,
      unread: 2,
    });
  });

  it('count an event that comes twice once', () => {
    const before = learn(noRows, [conversation('a')], page(at(1)));
    expect(fold(before, [assigned('a', 'me'), assigned('a', 'me')], at(9), me).tally.counts.waiting).toBe(4);
  });

  it('count what came after an answer that was asked for before it, and nothing twice', () => {
    const known = learn(noRows, [conversation('a')], page(at(1)));
    const mine = fold(known, [assigned('a', 'me')], at(5), me);
    const overtaken = learn(mine, [], page(at(3)));
    expect(overtaken.tally.counts).toMatchObject({ mine: 1, waiting: 4 });
    expect(learn(overtaken, [], page(at(2))).tally.counts).toMatchObject({ mine: 1, waiting: 4 });
    const ahead = learn(known, [], page(at(6), { mine: 1, waiting: 4 }));
    expect(fold(ahead, [assigned('a', 'me')], at(5), me).tally.counts).toMatchObject({ mine: 1, waiting: 4 });
  });
});

describe('a view', () => {
  it('holds what is mine, what waits within my reach, and all within my reach', () => {
    const mine = conversation('m', { state: 'assigned', assigneeId: 'me', group: 'after-sales' });
    const waiting = conversation('w');
    const elsewhere = conversation('x', { group: 'after-sales' });
    const views = (row: Conversation) =>
      (['mine', 'waiting', 'all'] as const).filter((view) => belongs(view, row, me));
    expect(views(mine)).toEqual(['mine', 'all']);
    expect(views(waiting)).toEqual(['waiting', 'all']);
    expect(views(elsewhere)).toEqual([]);
  });

  it('shows the queue by urgency and then by the longest wait, the rest by the latest', () => {
    const calm = conversation('calm', { queuedAt: 10, activityAt: 99 });
    const late = conversation('late', { queuedAt: 5 });
    const urgent = conversation('urgent', { urgency: 2, queuedAt: 90 });
    const ids = (rows: Conversation[]) => rows.map((row) => row.conversationId);
    expect(ids([calm, late, urgent].toSorted(inOrder('waiting')))).toEqual(['urgent', 'late', 'calm']);
    expect(ids([late, calm].toSorted(inOrder('all')))).toEqual(['calm', 'late']);
  });

  it('shows nothing that lies behind the last loaded page', () => {
    const rows = learn(
      noRows,
      [1, 2, 3, 4].map((at) => conversation(`c${at}`, { activityAt: at })),
    );
    const shown = listed(rows, { view: 'all', filter: {} }, me, new Set(['c4', 'c3']), 'c3');
    expect(shown.map((row) => row.conversationId)).toEqual(['c4', 'c3']);
  });
});
