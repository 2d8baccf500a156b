import { describe, expect, it } from 'vitest';
import { nothingPlaced, place } from './place.ts';

const shown = (...ids: string[]) => ({ ids, above: 0 });

describe('a list that nobody holds', () => {
  it('follows the true order', () => {
    expect(place({ ids: ['a', 'b', 'c'], above: 2 }, ['c', 'a', 'd'], false)).toEqual(shown('c', 'a', 'd'));
  });

  it('stays the very same where nothing changed', () => {
    const before = shown('a', 'b');
    expect(place(before, ['a', 'b'], false)).toBe(before);
  });
});

describe('a list that is held', () => {
  it('moves no row when one of them becomes the newest, and tells of it', () => {
    expect(place(shown('a', 'b', 'c'), ['c', 'a', 'b'], true)).toEqual({ ids: ['a', 'b', 'c'], above: 1 });
  });

  it('lets what arrives wait above, and counts it', () => {
    expect(place(shown('a', 'b'), ['y', 'x', 'a', 'b'], true)).toEqual({ ids: ['a', 'b'], above: 2 });
  });

  it('keeps a row that left the list until it is settled', () => {
    const held = place(shown('a', 'b', 'c'), ['b', 'c'], true);
    expect(held).toEqual(shown('a', 'b', 'c'));
    expect(place(held, ['b', 'c'], false)).toEqual(shown('b', 'c'));
  });

  it('puts the next page at the end', () => {
    expect(place(shown('a', 'b'), ['a', 'b', 'c', 'd'], true)).toEqual(shown('a', 'b', 'c', 'd'));
  });

  it('takes both at once', () => {
    expect(place(shown('a', 'b'), ['x', 'b', 'a', 'c'], true)).toEqual({ ids: ['a', 'b', 'c'], above: 2 });
  });

  it('stays as it is when none of its rows belong any more', () => {
    expect(place(shown('a', 'b'), ['x', 'y', 'z'], true)).toEqual({ ids: ['a', 'b'], above: 3 });
    expect(place(shown('a'), [], true)).toEqual(shown('a'));
  });

  it('that was empty takes what comes', () => {
    expect(place(nothingPlaced, ['a'], true)).toEqual(shown('a'));
  });
});
