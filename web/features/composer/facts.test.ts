import { describe, expect, it } from 'vitest';
import type { Me } from '../../../core/api.ts';
import { newConversation } from '../../../core/conversations/conversation.ts';
import type { Message, Thread } from '../../../core/conversations/thread.ts';
import { factsFor } from './facts.ts';

const me = { lang: 'zh', name: '林小满', workNumber: '1001', hours: 'always' } as Me;

function thread(messages: Partial<Message>[]): Thread {
  const episode = {
    episodeId: 'now',
    number: 2,
    firstSeq: 1,
    openedAt: 0,
    closedAt: null,
    points: null,
    veto: null,
    stars: null,
    ratedAt: null,
  };
  return {
    conversation: { ...newConversation('a'), episode, assignedAt: 7 },
    messages: messages.map(
      (message) => ({ episodeId: 'now', author: 'customer', saidAt: 5, ...message }) as Message,
    ),
    notes: [],
    findings: [],
    alerts: [],
    marks: [],
    holds: [],
  };
}

describe('the facts a draft is judged by', () => {
  it('are the turns of this episode alone', () => {
    const facts = factsFor(
      thread([{ episodeId: 'before', text: '上次的事' }, { text: '你好' }]),
      me,
      undefined,
    );
    expect(facts.turns).toEqual([{ from: 'customer', text: '你好', at: 5 }]);
    expect(facts.assignedAt).toBe(7);
  });

  it('leave out a time that nobody knows', () => {
    expect(factsFor(thread([{ text: '你好', saidAt: null }]), me, undefined).turns[0]?.at).toBeUndefined();
  });

  it("speak the language the customer writes, else the person's own", () => {
    expect(factsFor(thread([{ text: 'Is it in stock?' }]), me, undefined).lang).toBe('en');
    expect(factsFor(thread([{ text: 'Hello' }, { text: '有货吗' }]), me, undefined).lang).toBe('zh');
    expect(factsFor(thread([{ text: '???' }]), { ...me, lang: 'en' }, undefined).lang).toBe('en');
  });
});
