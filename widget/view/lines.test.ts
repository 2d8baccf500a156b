import { expect, test } from 'vitest';
import type { CustomerMessage } from '../../core/conversations/customer-view.ts';
import type { ChatState } from '../chat.ts';
import type { Line } from './lines.ts';
import { linesOf } from './lines.ts';

const minute = 60_000;

function said(
  seq: number,
  author: CustomerMessage['author'],
  more: Partial<CustomerMessage> = {},
): CustomerMessage {
  const agent = author === 'agent' ? { authorName: '小云', authorWorkNumber: '1007' } : {};
  const base = { messageId: `m${seq}`, clientId: null, authorName: null, authorWorkNumber: null };
  return { ...base, seq, author, text: '…', at: 0, ...agent, ...more };
}

function shown(
  messages: CustomerMessage[],
  more: { readByAgent?: number; outgoing?: ChatState['outgoing'] } = {},
): Line[] {
  const { readByAgent = 0, outgoing = [] } = more;
  const view = { conversationId: 'a', messages, seq: messages.length, readByAgent, readByCustomer: 0 };
  return linesOf({ view, outgoing } as ChatState);
}

test('an agent is named once in a row of messages, and again after a pause or another agent', () => {
  const lines = shown([
    said(1, 'agent'),
    said(2, 'agent', { at: minute }),
    said(3, 'agent', { at: 20 * minute }),
    said(4, 'agent', { at: 20 * minute, authorName: '小雨', authorWorkNumber: '1008' }),
    said(5, 'customer', { at: 20 * minute }),
    said(6, 'agent', { at: 20 * minute }),
  ]);
  expect(lines.map((line) => line.showsAuthor)).toEqual([true, false, true, true, false, true]);
});

test("of the customer's own, the newest that arrived says how far it came; those on their way all do", () => {
  const sending = { clientId: 'c', conversationId: 'a', text: '…', state: 'sending' as const, at: 0 };
  const failed = { ...sending, clientId: 'd', state: 'failed' as const };
  const lines = shown([said(1, 'customer'), said(2, 'customer'), said(3, 'agent')], {
    readByAgent: 1,
    outgoing: [sending, failed],
  });
  expect(lines.map((line) => [line.stage, line.showsStage])).toEqual([
    ['read', false],
    ['sent', true],
    [null, false],
    ['sending', true],
    ['failed', true],
  ]);
});

test('a message keeps its key from the moment it is written', () => {
  const sending = { clientId: 'c', conversationId: 'a', text: '…', state: 'sending' as const, at: 0 };
  const [before] = shown([], { outgoing: [sending] });
  const [after] = shown([said(1, 'customer', { clientId: 'c' })]);
  expect(after?.key).toBe(before?.key);
});
