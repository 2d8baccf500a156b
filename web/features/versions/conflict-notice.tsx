import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { dayAndTime } from '../../lib/format.ts';
import { useMessage } from '../../lib/use-message.ts';
import type { VersionLine } from './version-line.ts';
import { useVersionsWords } from './words.ts';
import './conflict-notice.css';

export const conflictId = 'version-conflict';

interface Props {
  version: number;
  /** Newest first. */
  history: readonly VersionLine[];
  /** What they changed. */
  theirs: ReactNode;
  /** What we both changed; null: nothing. */
  both: ReactNode;
  onMerge(): void;
  onTake(): void;
}

/** Somebody saved another version meanwhile: whose, what it changed, and mine are kept until I say what becomes of them. */
export function ConflictNotice({ version, history: [last], theirs, both, onMerge, onTake }: Props) {
  const t = useVersionsWords();
  const { lang } = usePreferences();
  const message = useMessage();
  const merge = () => {
    onMerge();
    message.success(t('conflict.merged', { version }));
  };
  return (
    <Alert
      type="warning"
      role="alert"
      id={conflictId}
      className="version-conflict"
      data-testid="conflict"
      title={t('conflict.title', { name: last?.by?.name ?? t('version.byDesk'), version })}
      description={
        <>
          {last && (
            <p>
              {t('conflict.what', {
                time: dayAndTime(last.at, lang),
                note: last.note || t('version.noNote'),
              })}
            </p>
          )}
          <h3>{t('conflict.theirs')}</h3>
          {theirs}
          {both && <h3>{t('conflict.both')}</h3>}
          {both}
          <div className="conflict-acts">
            <Button type="primary" data-testid="conflict-merge" onClick={merge}>
              {t('conflict.merge')}
            </Button>
            <Button data-testid="conflict-take" onClick={onTake}>
              {t('conflict.take')}
            </Button>
          </div>
        </>
      }
    />
  );
}
