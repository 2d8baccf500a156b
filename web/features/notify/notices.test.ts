import { describe, expect, it } from 'vitest';
import type { Event } from '../../../core/events.ts';
import { bodyOf, noticeOf } from './notices.ts';

const agent = { agentId: 'lin', watchesWall: false, approves: false };
const said = { type: 'message.posted', author: 'customer', conversationId: 'c', text: '在吗' } as Event;

describe('a notification', () => {
  it('comes with a customer’s words in one’s own conversations alone', () => {
    expect(noticeOf(said, { assigneeId: 'lin' }, agent)).toMatchObject({ kind: 'message', text: '在吗' });
    expect(noticeOf(said, { assigneeId: 'chen' }, agent)).toBeNull();
    expect(noticeOf(said, undefined, agent)).toBeNull();
    expect(noticeOf({ ...said, author: 'agent' } as Event, { assigneeId: 'lin' }, agent)).toBeNull();
  });

  it('of an alert comes to who watches the wall', () => {
    const alert = { type: 'alert.raised', conversationId: 'c' } as Event;
    expect(noticeOf(alert, { assigneeId: 'lin' }, agent)).toBeNull();
    expect(noticeOf(alert, undefined, { ...agent, watchesWall: true })?.kind).toBe('alert');
  });

  it('of what waits for approval comes to who may give it, not to who asked', () => {
    const asked = { type: 'order.operated', state: 'waiting', byId: 'lin', conversationId: 'c' } as Event;
    const lead = { ...agent, agentId: 'he', approves: true };
    expect(noticeOf(asked, undefined, lead)?.kind).toBe('approval');
    expect(noticeOf(asked, undefined, agent)).toBeNull();
    expect(noticeOf({ ...asked, byId: 'he' } as Event, undefined, lead)).toBeNull();
    expect(noticeOf({ ...asked, state: 'done' } as Event, undefined, lead)).toBeNull();
  });

  it('tells of a reply of one’s own that came back', () => {
    const back = {
      type: 'reply.unscheduled',
      outcome: 'returned',
      agentId: 'lin',
      conversationId: 'c',
    } as Event;
    expect(noticeOf(back, undefined, agent)?.kind).toBe('returned');
    expect(noticeOf({ ...back, agentId: 'chen' } as Event, undefined, agent)).toBeNull();
    expect(noticeOf({ ...back, outcome: 'sent' } as Event, undefined, agent)).toBeNull();
  });

  it('holds no word of the message where it is private', () => {
    const notice = noticeOf(said, { assigneeId: 'lin' }, agent)!;
    expect(bodyOf(notice, true, '打开看')).toBe('打开看');
    expect(bodyOf(notice, false, '打开看')).toBe('在吗');
  });
});
