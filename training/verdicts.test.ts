import { expect, test } from 'vitest';
import { agreements, readVerdicts } from './verdicts.ts';

const said = (one: boolean, other?: boolean) => [
  { reader: 'one', isRight: one },
  ...(other === undefined ? [] : [{ reader: 'other', isRight: other }]),
];

test('agreement counts what both have read, and kappa what is beyond chance', () => {
  const verdicts = [
    ...Array.from({ length: 6 }, () => said(true, true)),
    ...Array.from({ length: 2 }, () => said(false, false)),
    said(true, false),
    said(false, true),
    said(true),
  ];
  const [agreement, ...others] = agreements(verdicts);
  expect(others).toEqual([]);
  // 8 of 10 agree; by chance 0.7 × 0.7 + 0.3 × 0.3 would.
  expect(agreement).toMatchObject({ readers: ['one', 'other'], both: 10, agreed: 8 });
  expect(agreement!.kappa).toBeCloseTo(0.52, 2);
});

test('the list of verdicts reads whole, a finding judged once by each reader', () => {
  for (const [finding, of] of readVerdicts())
    expect(new Set(of.map(({ reader }) => reader)).size, finding).toBe(of.length);
});
