import { expect, test } from 'vitest';
import { isPause, timeWords } from './times.ts';
import { words as en } from './words/en.ts';
import { words as tw } from './words/zh-TW.ts';
import { zh } from './words/zh.ts';

const now = new Date(2026, 10, 21, 9, 5).getTime();

test.each([
  [new Date(2026, 10, 21, 0, 3), '00:03', '00:03'],
  [new Date(2026, 10, 20, 23, 59), '昨天 23:59', 'Yesterday 23:59'],
  [new Date(2026, 10, 19, 8, 0), '11月19日 08:00', 'Nov 19 08:00'],
  [new Date(2025, 11, 31, 8, 0), '2025年12月31日 08:00', 'Dec 31, 2025 08:00'],
  [new Date(2026, 10, 21, 13, 30), '13:30', '13:30'],
  [new Date(2026, 10, 22, 9, 0), '明天 09:00', 'Tomorrow 09:00'],
  [new Date(2027, 0, 4, 9, 0), '2027年1月4日 09:00', 'Jan 4, 2027 09:00'],
])('%s', (at, inChinese, inEnglish) => {
  expect(timeWords(at.getTime(), now, 'zh-CN', zh)).toBe(inChinese);
  expect(timeWords(at.getTime(), now, 'zh-TW', tw)).toBe(inChinese);
  expect(timeWords(at.getTime(), now, 'en', en)).toBe(inEnglish);
});

test('the time is said at the beginning and after five minutes of silence', () => {
  expect(isPause(null, now)).toBe(true);
  expect(isPause(now, now + 300_000)).toBe(false);
  expect(isPause(now, now + 300_001)).toBe(true);
});
