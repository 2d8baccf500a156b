import { describe, expect, test } from 'vitest';
import { promisesCommand } from './promises.ts';
import { runCommand } from './testing.ts';

const at = '2026-11-11T22:14:00+08:00';
const sentence = (more: object) =>
  JSON.stringify({ id: 'p', lang: 'zh', at, text: '明天下班前回复您', ...more });

const run = (lines: string[], argv: string[] = []) => runCommand(promisesCommand, [lines.join('\n')], argv);

const promisesOf = async (more: object) => JSON.parse((await run([sentence(more)])).stdout).promises;

describe('yinuo promises', () => {
  test('writes what was promised, by the default calendar', async () => {
    expect(await run([sentence({})])).toEqual({
      code: 0,
      stdout: '{"id":"p","promises":[{"action":"reply","due":"2026-11-12T21:00:00+08:00","vague":false}]}\n',
      stderr: '',
    });
  });

  test('a sentence without a promise has none', async () => {
    expect(await promisesOf({ text: '一般三天能到' })).toEqual([]);
  });

  test('a part of a calendar is filled from the default', async () => {
    expect(await promisesOf({ calendar: { holidays: ['2026-11-12'] } })).toMatchObject([
      { due: '2026-11-13T21:00:00+08:00' },
    ]);
    expect(await promisesOf({ calendar: { hours: [['08:00', '17:30']], days: [5] } })).toMatchObject([
      { due: '2026-11-13T17:30:00+08:00' },
    ]);
  });

  test('in the offset of the message', async () => {
    const english = { lang: 'en', text: 'I will reply by 5', at: '2026-11-11T10:00:00-05:00' };
    expect(await promisesOf(english)).toMatchObject([{ due: '2026-11-11T17:00:00-05:00' }]);
    expect(await promisesOf({ ...english, at: '2026-11-11T10:00:00Z' })).toMatchObject([
      { due: '2026-11-11T17:00:00+00:00' },
    ]);
  });

  test.each<[object, string]>([
    [{ id: 3 }, 'id must be a text, not 3'],
    [{ lang: 'fr' }, 'lang must be "zh" or "en", not "fr"'],
    [{ text: null }, 'text must be a text, not null'],
    [{ at: '2026-11-11' }, 'at must be a time with its offset'],
    [{ calendar: [] }, 'calendar must be an object, not []'],
    [{ calendar: { hours: [['9', '18:00']] } }, 'calendar.hours[0] must be two times of day'],
    [{ calendar: { hours: ['09:00'] } }, 'calendar.hours[0] must be a list'],
    [{ calendar: { days: [0] } }, 'calendar.days[0] must be 1 (Monday) to 7 (Sunday), not 0'],
    [{ calendar: { holidays: ['1 January'] } }, 'calendar.holidays[0] must be a date'],
    [{ calendar: { workdays: '2026-11-14' } }, 'calendar.workdays must be a list'],
  ])('a faulty line is told with field and reason: %j', async (more, why) => {
    const { code, stdout, stderr } = await run([sentence(more), sentence({ id: 'next' })]);
    expect(stderr).toContain(`line 1: ${why}`);
    expect(stdout).toMatch(/^\{"id":"next"/);
    expect(code).toBe(1);
  });

  test('explains itself, and refuses what it does not know', async () => {
    expect(await run([], ['--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('yinuo promises <'),
    });
    expect(await run([], ['--fast'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage') });
  });
});
