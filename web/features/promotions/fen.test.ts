import { expect, test } from 'vitest';
import { fenOf } from './fen.ts';

test.each([
  ['12', 1200],
  ['0.29', 29],
  ['１９９．９', 19990],
  ['12.345', null],
  ['-1', null],
  ['', null],
])('%s', (written, fen) => expect(fenOf(written)).toBe(fen));
