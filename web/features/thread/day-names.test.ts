import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNames } from './day-names.ts';

test('the same day as the calendar says, in whatever order it is asked', () => {
  const hours = fc.integer({ min: -400 * 24, max: 400 * 24 });
  fc.assert(
    fc.property(fc.array(hours, { minLength: 2 }), (all) => {
      const dayOf = dayNames();
      for (const hour of all) {
        const at = Date.parse('2026-03-29T00:30:00Z') + hour * 3600_000;
        expect(dayOf(at)).toBe(new Date(at).toDateString());
      }
    }),
  );
});
