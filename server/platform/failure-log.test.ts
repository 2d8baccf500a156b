import { expect, it } from 'vitest';
import { failureLog } from './failure-log.ts';

it('tells a failure once, and how often it came when it is told again', () => {
  const lines: string[] = [];
  let now = Date.UTC(2026, 10, 1);
  const report = failureLog(
    (text) => lines.push(text),
    () => now,
  );
  for (let i = 0; i < 50; i++) report(new Error('the database is away'));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('the database is away');
  report(new Error('the disk is full'));
  expect(lines).toHaveLength(2);
  now += 31_000;
  report(new Error('the database is away'));
  expect(lines[2]).toContain('49 times since 2026-11-01');
});
