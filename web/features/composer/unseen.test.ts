import { describe, expect, it } from 'vitest';
import type { Message } from '../../../core/conversations/thread.ts';
import { unseenBy } from './unseen.ts';

const messages = [
  { seq: 1, author: 'customer', authorId: 'c' },
  { seq: 2, author: 'agent', authorId: 'me' },
  { seq: 3, author: 'agent', authorId: 'other' },
  { seq: 4, author: 'system', authorId: null },
  { seq: 5, author: 'customer', authorId: 'c' },
] as Message[];

describe('what was not seen', () => {
  it('is what others wrote since', () => {
    expect(unseenBy(messages, 'me', 0).map(({ seq }) => seq)).toEqual([1, 3, 5]);
    expect(unseenBy(messages, 'me', 3).map(({ seq }) => seq)).toEqual([5]);
    expect(unseenBy(messages, 'me', 5)).toEqual([]);
  });
});
