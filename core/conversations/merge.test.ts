import { describe, expect, test } from 'vitest';
import type { Strand } from './merge.ts';
import { ownQuote, ownSeq, placeOf, standsIn } from './merge.ts';

/** Three of their own; then what followed the 10th of the second, which ended at 12; then what follows the 4th of the third. */
const strands: Strand[] = [
  { conversationId: 'a', after: 0, upTo: 3 },
  { conversationId: 'b', after: 10, upTo: 12 },
  { conversationId: 'c', after: 4, upTo: null },
];

describe('the numbers of a customer whose thread was merged', () => {
  test('go on without a gap from one thread to the next', () => {
    const seen = [
      ...[1, 2, 3].map((seq) => ownSeq(strands, 'a', seq)),
      ...[11, 12].map((seq) => ownSeq(strands, 'b', seq)),
      ...[5, 6, 7].map((seq) => ownSeq(strands, 'c', seq)),
    ];
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('leave out what was said in the others before, and what is said there after it went on', () => {
    expect(ownSeq(strands, 'b', 10)).toBeNull();
    expect(ownSeq(strands, 'b', 13)).toBeNull();
    expect(ownSeq(strands, 'c', 4)).toBeNull();
    expect(ownSeq(strands, 'elsewhere', 1)).toBeNull();
  });

  test('lead back to where each message stands', () => {
    for (let own = 1; own <= 9; own++) {
      const { conversationId, seq } = placeOf(strands, own);
      expect(ownSeq(strands, conversationId, seq)).toBe(own);
    }
  });
});

test('a quote has the customer’s own number, and none is left of what is not theirs to read', () => {
  const quote = { seq: 5, author: 'agent', text: '好的', attachment: null } as const;
  expect(ownQuote(strands, 'c', quote)).toEqual({ ...quote, seq: 6 });
  expect(ownQuote(strands, 'c', { ...quote, seq: 4 })).toBeUndefined();
  expect(ownQuote(strands, 'c', null)).toBeUndefined();
});

test('a customer stands in the last thread, unless it ended before anything was said to them there', () => {
  const states = (state: 'assigned' | 'closed', seq: number) =>
    new Map([
      ['a', { state: 'closed', seq: 3 }],
      ['b', { state: 'closed', seq: 10 }],
      ['c', { state, seq }],
    ] as const);
  expect(standsIn(strands, states('assigned', 4))).toBe('c');
  expect(standsIn(strands, states('closed', 5))).toBe('c');
  expect(standsIn(strands, states('closed', 4))).toBe('a');
  expect(standsIn(strands, new Map())).toBe('a');
});
