import { expect, test } from 'vitest';
import { newId } from './ids.ts';

test('an id is a UUIDv7 that begins with its time', () => {
  expect(newId(0x0192_3456_789a)).toMatch(/^01923456-789a-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('two made in the same millisecond differ', () => {
  expect(newId(1)).not.toBe(newId(1));
});
