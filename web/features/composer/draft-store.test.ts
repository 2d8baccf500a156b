import { describe, expect, it } from 'vitest';
import type { Shelf } from '../../lib/storage.ts';
import { draftStore } from './draft-store.ts';

function memoryShelf(): Shelf & { size(): number } {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
    size: () => kept.size,
  };
}

describe('drafts', () => {
  it('come back as they were left, also by a new page', () => {
    const shelf = memoryShelf();
    draftStore(shelf, 'xiaoyun').keep('c1', 'reply', '亲，我看一下\n稍等');
    expect(draftStore(shelf, 'xiaoyun').read('c1', 'reply')).toBe('亲，我看一下\n稍等');
  });

  it('of conversations, of notes and replies, and of two people at one computer are kept apart', () => {
    const shelf = memoryShelf();
    const drafts = draftStore(shelf, 'xiaoyun');
    drafts.keep('c1', 'reply', 'to the customer');
    drafts.keep('c1', 'note', 'to my colleagues');
    expect(drafts.read('c1', 'note')).toBe('to my colleagues');
    expect(drafts.read('c2', 'reply')).toBe('');
    expect(draftStore(shelf, 'azhe').read('c1', 'reply')).toBe('');
  });

  it('that became empty leave nothing behind', () => {
    const shelf = memoryShelf();
    const drafts = draftStore(shelf, 'xiaoyun');
    drafts.keep('c1', 'reply', 'words');
    drafts.keep('c1', 'reply', '');
    expect(shelf.size()).toBe(0);
  });
});
