import { describe, expect, test } from 'vitest';
import { Refused } from '../refusal.ts';
import type { Person } from '../team/roles.ts';
import type { Conversation } from './conversation.ts';
import { newConversation } from './conversation.ts';
import type { Draft } from './transitions.ts';
import {
  agentWrites,
  assign,
  claim,
  customerWrites,
  read,
  record,
  resolve,
  route,
  takeOver,
  transfer,
} from './transitions.ts';

const lin = person('lin', 'agent');
const zhou = person('zhou', 'agent');
const shen = person('shen', 'supervisor');
const note = { noteId: 'n1', text: '答应明天补发' };

const waiting = after(newConversation('c'), (one) => customerSays(one, '有货吗'));
const linsOwn = after(waiting, (one) => claim(one, lin));
const closed = after(linsOwn, (one) => resolve(one, lin));

describe('a customer writes', () => {
  test('first: the conversation, an episode and the message open together', () => {
    const { conversation, events } = record(
      newConversation('c'),
      customerSays(newConversation('c'), '有货吗'),
      5,
    );
    expect(events.map(({ type }) => type)).toEqual([
      'conversation.opened',
      'episode.opened',
      'message.posted',
    ]);
    expect(events.map((event) => ('staffSeq' in event ? event.staffSeq : event.type))).toEqual([
      1,
      2,
      'message.posted',
    ]);
    expect(conversation).toMatchObject({
      state: 'waiting',
      seq: 1,
      staffSeq: 2,
      unread: 1,
      waitingSince: 5,
      queuedAt: 5,
      episode: { number: 1, firstSeq: 1 },
    });
  });

  test('again: only the message', () => {
    expect(customerSays(waiting, '在吗').map(({ type }) => type)).toEqual(['message.posted']);
  });

  test('after a close: another episode, which asks for the agent they had', () => {
    const again = after(closed, (one) => customerSays(one, '还有个问题'), 'e2');
    expect(again).toMatchObject({
      state: 'waiting',
      assigneeId: null,
      ownAgentId: 'lin',
      episode: { episodeId: 'e2', number: 2, firstSeq: 2 },
    });
  });

  test('a closing courtesy starts no clock', () => {
    const thanked = after(answered(), (one) => customerSays(one, '谢谢', { wantsAnswer: false }));
    expect(thanked.waitingSince).toBeNull();
    expect(thanked.unread).toBe(2);
  });
});

describe('whose it is', () => {
  const linsGroup = after(linsOwn, (one) => transfer(one, { group: 'after-sales' }, lin, note));

  test('one agent claims; the second comes too late', () => {
    expect(linsOwn).toMatchObject({ state: 'assigned', assigneeId: 'lin', queuedAt: null });
    expect(refusalOf(() => claim(linsOwn, zhou))).toBe('already-assigned');
    expect(refusalOf(() => claim(closed, zhou))).toBe('already-closed');
  });

  test('routing leaves alone what somebody took meanwhile', () => {
    expect(route(waiting, 'zhou')).toMatchObject([{ agentId: 'zhou', by: 'routing', byId: null }]);
    expect(route(linsOwn, 'zhou')).toEqual([]);
    expect(route(closed, 'zhou')).toEqual([]);
  });

  test('only the assignee answers', () => {
    expect(refusalOf(() => agentSays(linsOwn, zhou))).toBe('not-the-assignee');
    expect(refusalOf(() => agentSays(waiting, lin))).toBe('not-the-assignee');
    expect(refusalOf(() => agentSays(closed, lin))).toBe('already-closed');
    expect(answered()).toMatchObject({ seq: 2, waitingSince: null, unread: 1 });
  });

  test('an answer starts nobody waiting, and the next question does', () => {
    expect(after(answered(), (one) => customerSays(one, '多久到'), 'e', 77).waitingSince).toBe(77);
  });

  test('transfer takes a note, and only from its owner or whoever may assign', () => {
    expect(transfer(linsOwn, { agentId: 'zhou' }, lin, note).map(({ type }) => type)).toEqual([
      'note.added',
      'episode.assigned',
    ]);
    expect(linsGroup).toMatchObject({
      state: 'waiting',
      group: 'after-sales',
      assigneeId: null,
      ownAgentId: null,
    });
    expect(refusalOf(() => transfer(linsOwn, { agentId: 'lin' }, zhou, note))).toBe('not-the-assignee');
    expect(after(linsOwn, (one) => transfer(one, { agentId: 'zhou' }, shen, note)).assigneeId).toBe('zhou');
    expect(refusalOf(() => transfer(closed, { agentId: 'zhou' }, lin, note))).toBe('already-closed');
  });

  test('a supervisor assigns and takes over; the clock of the new owner starts then', () => {
    expect(after(linsOwn, (one) => assign(one, 'zhou', shen), 'e', 9)).toMatchObject({
      assigneeId: 'zhou',
      assignedAt: 9,
    });
    expect(after(linsOwn, (one) => takeOver(one, shen)).assigneeId).toBe('shen');
    expect(assign(linsOwn, 'lin', shen)).toEqual([]);
    expect(
      refusalOf(() =>
        takeOver(
          after(linsOwn, (one) => takeOver(one, shen)),
          shen,
        ),
      ),
    ).toBe('already-assigned');
  });

  test('the owner resolves, or whoever may assign', () => {
    expect(closed).toMatchObject({
      state: 'closed',
      waitingSince: null,
      urgency: 0,
      episode: { closedAt: 1 },
    });
    expect(refusalOf(() => resolve(linsOwn, zhou))).toBe('not-the-assignee');
    expect(after(linsOwn, (one) => resolve(one, shen)).state).toBe('closed');
    expect(refusalOf(() => resolve(closed, lin))).toBe('already-closed');
  });
});

describe('read marks', () => {
  test('move forward, never back, and never past what was said', () => {
    const two = after(waiting, (one) => customerSays(one, '在吗'));
    const all = after(two, (one) => read(one, 'agent', 99, 0));
    expect(all).toMatchObject({ readByAgent: 2, unread: 0 });
    expect(read(all, 'agent', 1, 1)).toEqual([]);
    expect(read(all, 'agent', 2, 0)).toEqual([]);
    expect(after(two, (one) => read(one, 'customer', 1, 0))).toMatchObject({ readByCustomer: 1, unread: 2 });
  });
});

function after(
  conversation: Conversation,
  decide: (one: Conversation) => Draft[],
  episodeId = 'e1',
  at = 1,
): Conversation {
  const drafts = decide(conversation).map((draft) =>
    draft.type === 'episode.opened' || draft.type === 'message.posted' ? { ...draft, episodeId } : draft,
  );
  return record(conversation, drafts, at).conversation;
}

function answered(): Conversation {
  return after(linsOwn, (one) => agentSays(one, lin));
}

function customerSays(conversation: Conversation, text: string, { wantsAnswer = true } = {}): Draft[] {
  const message = { messageId: 'm', clientId: 'client-1', text };
  const arrival = { customerId: 'cu', customerName: '小雨', channel: 'widget', group: 'pre-sales' } as const;
  return customerWrites(conversation, message, { ...arrival, episodeId: 'e1', wantsAnswer });
}

function agentSays(conversation: Conversation, by: Person): Draft[] {
  return agentWrites(conversation, { messageId: 'm', clientId: 'client-2', text: '有的' }, by);
}

function person(agentId: string, role: Person['role']): Person {
  return { shopId: 's', agentId, name: agentId, workNumber: agentId, role, groups: ['pre-sales'] };
}

function refusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === 'conflict') return error.refusal.reason;
    throw error;
  }
  return 'allowed';
}
