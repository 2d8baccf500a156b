import { expect, test } from 'vitest';
import { asLocal, snoozeTimes } from './snooze-times.ts';

const at = (day: number, hour = 15) => new Date(2026, 10, day, hour, 20).getTime();

test('tomorrow and Monday mean the morning, by the local clock', () => {
  const friday = snoozeTimes(at(27));
  const said = new Map(friday.map(({ key, at: when }) => [key, new Date(when)]));
  expect(said.get('tomorrow')).toEqual(new Date(2026, 10, 28, 9));
  expect(said.get('monday')).toEqual(new Date(2026, 10, 30, 9));
});

test('on a Sunday tomorrow is Monday, said once', () => {
  expect(snoozeTimes(at(29)).map(({ key }) => key)).not.toContain('monday');
  expect(snoozeTimes(at(30)).some(({ at: when }) => when === new Date(2026, 11, 7, 9).getTime())).toBe(true);
});

test('none has passed, and the field gets local minutes', () => {
  for (const { at: when } of snoozeTimes(at(27, 3))) expect(when).toBeGreaterThan(at(27, 3));
  expect(asLocal(at(27))).toBe('2026-11-27T15:20');
});
