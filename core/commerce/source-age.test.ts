import { expect, test } from 'vitest';
import { ageOf, freshForMs } from './source-age.ts';

const now = 1_800_000_000_000;
const standing = { toldAt: now - 60_000, failingSince: null, trouble: null };

test.for([
  ['no connection', null, { how: 'file', ageMs: null, failingSince: null }],
  ['asked a minute ago', standing, { how: 'fresh', ageMs: 60_000, failingSince: null }],
  [
    'not asked for long',
    { ...standing, toldAt: now - freshForMs - 1 },
    { how: 'late', ageMs: freshForMs + 1, failingSince: null },
  ],
  ['never asked', { ...standing, toldAt: null }, { how: 'late', ageMs: null, failingSince: null }],
  [
    'away: however young what it said is',
    { toldAt: now - 1000, failingSince: now - 500, trouble: 'timeout' as const },
    { how: 'unreachable', ageMs: 1000, failingSince: now - 500 },
  ],
  [
    'a clock that was set back',
    { ...standing, toldAt: now + 5000 },
    { how: 'fresh', ageMs: 0, failingSince: null },
  ],
] as const)('%s', ([, given, age]) => expect(ageOf(given, now)).toEqual(age));
