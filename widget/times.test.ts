import { expect, test } from 'vitest';
import { isPause, timeWords } from './times.ts';
import { words } from './words/words.ts';

const now = new Date(2026, 10, 21, 9, 5).getTime();

test.each([
  [new Date(2026, 10, 21, 0, 3), '00:03', '00:03'],
  [new Date(2026, 10, 20, 23, 59), '昨天 23:59', 'Yesterday 23:59'],
  [new Date(2026, 10, 19, 8, 0), '11月19日 08:00', 'Nov 19 08:00'],
  [new Date(2025, 11, 31, 8, 0), '2025年12月31日 08:00', 'Dec 31, 2025 08:00'],
])('%s', (at, zh, en) => {
  expect(timeWords(at.getTime(), now, 'zh', words.zh)).toBe(zh);
  expect(timeWords(at.getTime(), now, 'en', words.en)).toBe(en);
});

test('the time is said at the beginning and after five minutes of silence', () => {
  expect(isPause(null, now)).toBe(true);
  expect(isPause(now, now + 300_000)).toBe(false);
  expect(isPause(now, now + 300_001)).toBe(true);
});
