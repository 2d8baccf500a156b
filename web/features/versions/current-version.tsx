import { usePreferences } from '../../app/preferences.tsx';
import { dayAndTime } from '../../lib/format.ts';
import type { VersionLine } from './version-line.ts';
import { useVersionsWords } from './words.ts';

interface Props {
  version: number;
  /** Newest first. */
  history: readonly VersionLine[];
  /** What is in force while nobody has saved a version. */
  zero: string;
}

/** Which version is in force, and who saved it, when and why. */
export function CurrentVersion({ version, history: [last], zero }: Props) {
  const { lang } = usePreferences();
  const t = useVersionsWords();
  return (
    <p className="muted" data-testid="current-version">
      {version === 0 ? zero : t('version.inForce', { version })}
      {last && ` · ${last.by?.name ?? t('version.byDesk')} · ${dayAndTime(last.at, lang)}`}
      {last?.note && ` · ${last.note}`}
    </p>
  );
}
