import type { Translate } from '../../words/index.ts';

/** As people say it: kilobytes below one megabyte, then with one decimal. */
export function fileSize(bytes: number, t: Translate): string {
  if (bytes < 1_000_000) return t('file.kB', { size: Math.max(1, Math.round(bytes / 1000)) });
  return t('file.MB', { size: (bytes / 1_000_000).toFixed(1) });
}
