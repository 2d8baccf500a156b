import { expect, test } from 'vitest';
import { picked } from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];

test('one is chosen and let go again', () => {
  const one = picked(new Set(), order, 'b', null);
  expect([...one]).toEqual(['b']);
  expect([...picked(one, order, 'b', null)]).toEqual([]);
});

test('all between the last one and this one, in either direction', () => {
  expect([...picked(new Set(['d']), order, 'b', 'd')].toSorted()).toEqual(['b', 'c', 'd']);
  expect([...picked(new Set(['a']), order, 'c', 'a')].toSorted()).toEqual(['a', 'b', 'c']);
});

test('where the last one has left the list, this one alone', () => {
  expect([...picked(new Set(), order, 'c', 'gone')]).toEqual(['c']);
});
