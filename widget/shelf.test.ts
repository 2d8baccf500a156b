import { expect, test } from 'vitest';
import { customerOf, forgetOthers, openShelf } from './shelf.ts';
import { memoryStorage, signedFor } from './testing.ts';

const place = { desk: 'https://desk.example', shop: 'yunduo' };

test('the visitor and each customer have shelves of their own, and so has each shop', () => {
  const storage = memoryStorage();
  openShelf(place, null, storage).keepToken('visitor');
  openShelf(place, signedFor('wang'), storage).keepToken('wang');
  expect(openShelf(place, null, storage).token()).toBe('visitor');
  expect(openShelf(place, signedFor('wang'), storage).token()).toBe('wang');
  expect(openShelf(place, signedFor('li'), storage).token()).toBe(null);
  expect(openShelf({ ...place, shop: 'other' }, null, storage).token()).toBe(null);
  expect(openShelf({ ...place, desk: 'https://other.example' }, null, storage).token()).toBe(null);
});

test('a fresh token of the same customer opens the same shelf; one that cannot be read opens a new one', () => {
  expect(customerOf(signedFor('wang', 1))).toBe(customerOf(signedFor('wang', 2)));
  expect(customerOf('unreadable')).toBe('unreadable');
  expect(customerOf('a.!.c')).toBe('a.!.c');
});

test('who comes next does not find the token of the customer before, but the visitor stays', () => {
  const storage = memoryStorage();
  openShelf(place, signedFor('wang'), storage).keepToken('wang');
  openShelf(place, signedFor('li'), storage).keepToken('li');
  openShelf(place, null, storage).keepToken('visitor');
  forgetOthers(place, openShelf(place, signedFor('li'), storage), storage);
  expect(openShelf(place, signedFor('wang'), storage).token()).toBe(null);
  expect(openShelf(place, signedFor('li'), storage).token()).toBe('li');
  expect(openShelf(place, null, storage).token()).toBe('visitor');
});

test('signing out leaves nothing', () => {
  const storage = memoryStorage();
  const shelf = openShelf(place, signedFor('wang'), storage);
  shelf.keepToken('wang');
  shelf.outbox.save([{ clientId: '1', conversationId: 'a', text: '你好' }]);
  shelf.clear();
  expect(Object.keys(storage)).toEqual([]);
});
