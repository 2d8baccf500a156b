import { describe, expect, it } from 'vitest';
import type { ThreadAnswer } from '../../../core/api.ts';
import { newConversation } from '../../../core/conversations/conversation.ts';
import type { Message } from '../../../core/conversations/thread.ts';
import type { Event } from '../../../core/events.ts';
import { folded, misses, prepended } from './thread-answer.ts';

const message = (seq: number) => ({ seq, messageId: `m${seq}`, text: `words ${seq}` }) as Message;

function thread(seqs: number[]): ThreadAnswer {
  const seq = seqs.at(-1) ?? 0;
  return {
    conversation: { ...newConversation('a'), seq },
    messages: seqs.map(message),
    notes: [],
    findings: [],
    alerts: [],
    marks: [],
    holds: [],
    scheduled: [],
    customer: {} as ThreadAnswer['customer'],
    scores: [],
    colleagues: [],
    cursor: 'old',
    hasOlder: true,
  };
}

const posted = (seq: number): Event => ({
  type: 'message.posted',
  conversationId: 'a',
  seq,
  at: seq,
  text: `words ${seq}`,
  messageId: `m${seq}`,
  episodeId: 'e',
  author: 'customer',
  authorId: 'c',
  wantsAnswer: true,
});

const seqs = ({ messages }: ThreadAnswer) => messages.map(({ seq }) => seq);

describe('an open thread', () => {
  it('takes what happens, keeps what stands beside it, and moves its cursor', () => {
    const after = folded(
      { ...thread([1, 2]), scores: [{ number: 1 } as ThreadAnswer['scores'][number]] },
      [posted(3)],
      'new',
    );
    expect(seqs(after)).toEqual([1, 2, 3]);
    expect(after).toMatchObject({ cursor: 'new', hasOlder: true, scores: [{ number: 1 }] });
  });

  it('takes an event that comes twice once', () => {
    expect(seqs(folded(thread([1, 2]), [posted(2), posted(3), posted(3)], 'new'))).toEqual([1, 2, 3]);
  });

  it('notices that something was said while it was out of reach', () => {
    expect(misses(thread([1, 2]), [posted(3), posted(4)])).toBe(false);
    expect(misses(thread([1, 2]), [posted(3), posted(5)])).toBe(true);
    expect(misses(thread([1, 2]), [posted(2)])).toBe(false);
  });
});

describe('older messages', () => {
  const older = {
    messages: [message(1), message(2)],
    notes: [],
    findings: [],
    alerts: [],
    marks: [],
    hasOlder: false,
  };

  it('come before the first one', () => {
    const after = prepended(thread([3, 4]), older, 3);
    expect(seqs(after)).toEqual([1, 2, 3, 4]);
    expect(after.hasOlder).toBe(false);
  });

  it('bring what stands among them, each thing once', () => {
    const alert = (alertId: string) => ({ alertId }) as ThreadAnswer['alerts'][number];
    const note = (noteId: string) => ({ noteId }) as ThreadAnswer['notes'][number];
    const mark = (staffSeq: number) => ({ staffSeq }) as ThreadAnswer['marks'][number];
    const before = {
      ...thread([3, 4]),
      alerts: [alert('open'), alert('b')],
      notes: [note('b')],
      marks: [mark(9)],
    };
    const page = {
      ...older,
      alerts: [alert('a'), alert('open')],
      notes: [note('a')],
      marks: [mark(1), mark(2)],
    };
    expect(prepended(before, page, 3)).toMatchObject({
      alerts: [alert('a'), alert('open'), alert('b')],
      notes: [note('a'), note('b')],
      marks: [mark(1), mark(2), mark(9)],
    });
  });

  it('are left out where the thread was loaded afresh meanwhile: no gap may arise', () => {
    expect(seqs(prepended(thread([80, 81]), older, 3))).toEqual([80, 81]);
  });
});
