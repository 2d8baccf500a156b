import { expect, it } from 'vitest';
import type { ShortageView } from '../../../core/commerce/buying-api.ts';
import { beginningOfAnswer } from './begin-answer.ts';

const short = (choice: string | null, more: object = {}) =>
  beginningOfAnswer(
    {
      answer: choice && { choice },
      operation: null,
      line: 2,
      units: 1,
      decision: { plans: [{ kind: 'refund', amount: 3300 }] },
      swaps: [{ code: 'B-90' }],
      ...more,
    } as unknown as ShortageView,
    '缺货，顾客选了换货',
  );

it('a swap opens the change of its line, a refund the refund of the missing units', () => {
  expect(short('swap')).toMatchObject({
    kind: 'size-change',
    fields: { line: 2, instead: { 2: 'B-90' }, quantities: { 2: 1 } },
    code: 'oversell',
    words: '缺货，顾客选了换货',
  });
  expect(short('swap', { swaps: [{ code: 'a' }, { code: 'b' }] })?.fields.instead).toEqual({});
  expect(short('refund')).toMatchObject({
    kind: 'refund',
    fields: { quantities: { 2: 1 }, amountFen: 3300, ownAmount: true },
  });
});

it('who waits, has not answered, or is being served has no button', () => {
  expect([short('wait'), short(null), short('refund', { operation: { kind: 'refund' } })]).toEqual([
    null,
    null,
    null,
  ]);
});
