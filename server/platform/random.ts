/** Chance for those who need much of it: Node takes longer to ask for a few bytes than to fill a page. */
import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';

/** Each byte is given out once. */
export function random(length: number): Buffer {
  if (drawn.length < length) drawn = randomBytes(65_536);
  const bytes = Buffer.from(drawn.subarray(0, length));
  drawn.fill(0, 0, length);
  drawn = drawn.subarray(length);
  return bytes;
}

let drawn = Buffer.alloc(0);

/** For rows that come by the thousand. Those of one millisecond stand in no order. */
export const newId = (): string => uuid({ random: random(16) });
