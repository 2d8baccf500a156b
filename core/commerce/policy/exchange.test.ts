import { describe, expect, test } from 'vitest';
import { decided, type Given, underWay } from './testing.ts';

const ok = 'allowed, customer, -: exchange, return';
const none = 'refused, customer, -: return, wait';

describe('an exchange for another size', () => {
  test.each<[string, Given, string]>([
    ['in time, in stock', {}, ok],
    ['the size that was named', { exchangeFor: 'A-100' }, ok],
    ['the size that was named is not there, another is', { exchangeFor: 'A-80' }, none],
    ['a size that was looked up and is out', { exchangeFor: 'A-100', stock: { 'A-100': 0 } }, none],
    ['nothing there', { stock: {} }, none],
    ['tags off', { condition: { tags: false } }, 'refused, -, -: nothing'],
    [
      'tags on, worn: the row asks for tags alone, a return for more',
      { condition: { resaleable: false } },
      'allowed, customer, -: exchange',
    ],
    ['excluded from returns', { item: { excluded: 'made-to-order' } }, 'allowed, customer, -: exchange'],
    ['late', { now: '2026-11-25' }, 'approval by lead, customer, -: special-approval'],
    ['late, the lead is there', { now: '2026-11-25', actor: 'lead' }, ok],
    ['late and worn', { now: '2026-11-25', condition: { resaleable: false } }, 'refused, -, -: nothing'],
    ['late, nothing there', { now: '2026-11-25', stock: {} }, 'refused, customer, -: special-approval, wait'],
    ['after thirty days', { now: '2026-12-15T00:01' }, 'refused, -, -: nothing'],
    ['under way', { order: underWay, condition: { tags: false } }, ok],
    ['a name that every object has is no stock', { exchangeFor: 'constructor' }, none],
  ])('%s', (_, given, expected) => expect(decided({ wish: 'exchange', ...given })).toBe(expected));
});
