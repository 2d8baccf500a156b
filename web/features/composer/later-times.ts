/** When something is usually sent later, and times as a field of the browser writes them. Pure, in the person's own zone. */

export type PresetName = 'hour' | 'evening' | 'morning' | 'afternoon';

const hour = 3_600_000;

/** Those that are still ahead, the nearest first. */
export function presets(now: number): { name: PresetName; at: number }[] {
  const on = (days: number, hours: number, minutes: number) => {
    const day = new Date(now);
    return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, hours, minutes).getTime();
  };
  const all: { name: PresetName; at: number }[] = [
    { name: 'hour', at: Math.ceil((now + hour) / 300_000) * 300_000 },
    { name: 'evening', at: on(0, 18, 0) },
    { name: 'morning', at: on(1, 9, 30) },
    { name: 'afternoon', at: on(1, 14, 0) },
  ];
  return all.filter(({ at }) => at > now).toSorted((a, b) => a.at - b.at);
}

/** 2026-11-23T09:30, as `<input type="datetime-local">` has it. */
export function fieldValue(at: number): string {
  const day = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}T${two(day.getHours())}:${two(day.getMinutes())}`;
}

/** null: no time. */
export function fromField(value: string): number | null {
  const at = new Date(value).getTime();
  return Number.isNaN(at) ? null : at;
}
