import { expect, test } from 'vitest';
import { fits, maskValue } from './customer.ts';

const field = (kind: 'text' | 'number' | 'date' | 'choice', choices: string[] = []) => ({ kind, choices });

test.each([
  ['number', '42', true],
  ['number', '-0.5', true],
  ['number', '1e9', false],
  ['number', '四十二', false],
  ['date', '2026-02-28', true],
  ['date', '2026-02-30', false],
  ['date', '28/02/2026', false],
  ['text', '喜欢红色', true],
  ['text', 'x'.repeat(501), false],
] as const)('a %s field and %s: %s', (kind, value, expected) => {
  expect(fits(field(kind), value)).toBe(expected);
});

test('a choice holds what may be chosen and nothing else', () => {
  expect(fits(field('choice', ['金卡', '银卡']), '金卡')).toBe(true);
  expect(fits(field('choice', ['金卡', '银卡']), '铜卡')).toBe(false);
});

test.each([
  ['ab', '****'],
  ['330102', '3****'],
  ['330102199001011234', '3****4'],
])('of %s only %s is shown', (value, masked) => {
  expect(maskValue(value)).toBe(masked);
});
