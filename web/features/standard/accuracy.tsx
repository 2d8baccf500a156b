import { Button } from 'antd';
import { useState } from 'react';
import type { RuleStanding } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { dayAndTime } from '../../lib/format.ts';
import { RestoreDialog } from './restore-dialog.tsx';
import { useStandardWords } from './words.ts';

interface Props {
  standing: RuleStanding;
  toothlessSince: number | null;
}

/** How often people agreed with the rule, and since when it stops nothing any more. */
export function Accuracy({ standing, toothlessSince }: Props) {
  const { lang } = usePreferences();
  const t = useStandardWords();
  const may = useMay();
  const [restoring, setRestoring] = useState(false);
  const { rule, judged, right, wrong, precision } = standing;
  return (
    <div className="accuracy">
      {precision === null ? (
        <span className="muted">{t('accuracy.none')}</span>
      ) : (
        <span className="figures" title={t('accuracy.what', { judged, right, wrong })}>
          <strong>{precision}%</strong>{' '}
          <span className="muted">{t('accuracy.counts', { right, wrong })}</span>
        </span>
      )}
      {toothlessSince !== null && (
        <p className="toothless" data-testid="toothless">
          <strong>{t('toothless.tag')}</strong>
          <span>{t('toothless.since', { time: dayAndTime(toothlessSince, lang) })}</span>
          {may('standard.restore') && (
            <Button size="small" data-testid="restore" onClick={() => setRestoring(true)}>
              {t('toothless.restore')}
            </Button>
          )}
        </p>
      )}
      {restoring && <RestoreDialog rule={rule} onClose={() => setRestoring(false)} />}
    </div>
  );
}
