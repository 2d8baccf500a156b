import { expect, test } from 'vitest';
import { check } from '../../core/standard/check.ts';
import { replyOf } from './texts.ts';

const numbers = Array.from({ length: 2000 }, (_, n) => n * 37);
const facts = { lang: 'zh' as const, channel: 'chat' as const, hours: 'always' as const, turns: [] };

test('no two replies are the same', () => {
  expect(new Set(numbers.map(replyOf)).size).toBe(numbers.length);
});

test('the standard lets every reply leave', () => {
  const blocked = numbers
    .map(replyOf)
    .filter((text) => check({ text }, facts, 0).some((finding) => finding.weight === 'block'));
  expect(blocked).toEqual([]);
});
