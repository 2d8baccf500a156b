import { describe, expect, it } from 'vitest';
import { fieldValue, fromField, presets } from './later-times.ts';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00`).getTime();

describe('times to send later', () => {
  it('that are past are not offered, and the nearest comes first', () => {
    expect(presets(at('10:02')).map(({ name }) => name)).toEqual(['hour', 'evening', 'morning', 'afternoon']);
    expect(presets(at('19:30')).map(({ name }) => name)).toEqual(['hour', 'morning', 'afternoon']);
    expect(presets(at('17:30')).map(({ name }) => name)[0]).toBe('evening');
  });

  it('are round', () => {
    expect(fieldValue(presets(at('10:02'))[0]!.at)).toBe('2026-11-23T11:05');
  });

  it('go through the field and back; what is no time is none', () => {
    expect(fromField(fieldValue(at('09:30')))).toBe(at('09:30'));
    expect(fromField('')).toBeNull();
  });
});
