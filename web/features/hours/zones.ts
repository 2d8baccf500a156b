/** The time zones to choose from: the shop's own country first, then every one that the browser knows. */
const likely = ['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore'];

export function zoneChoices(present: string): { value: string; label: string }[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set(['+08:00', present, ...likely, ...known])].map((value) => ({
    value,
    label: value.startsWith('+') || value.startsWith('-') ? `UTC${value}` : value.replaceAll('_', ' '),
  }));
}
