/** Times that people put things off to. Pure. */
export interface SnoozeTime {
  key: 'minutes' | 'hours' | 'tomorrow' | 'monday';
  count: number;
  at: number;
}

const minute = 60_000;
/** When a working day has begun. */
const morning = 9;

export function snoozeTimes(now: number): SnoozeTime[] {
  const inDays = (days: number) => new Date(now).setHours(24 * days + morning, 0, 0, 0);
  const toMonday = (8 - new Date(now).getDay()) % 7 || 7;
  return [
    { key: 'minutes', count: 30, at: now + 30 * minute },
    { key: 'hours', count: 1, at: now + 60 * minute },
    { key: 'hours', count: 3, at: now + 180 * minute },
    { key: 'tomorrow', count: 1, at: inDays(1) },
    ...(toMonday > 1 ? [{ key: 'monday' as const, count: toMonday, at: inDays(toMonday) }] : []),
  ];
}

/** As a field for date and time wants it: local, to the minute. */
export function asLocal(at: number): string {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * minute).toISOString().slice(0, 16);
}
