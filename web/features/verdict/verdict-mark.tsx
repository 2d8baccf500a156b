import { lazy, Suspense } from 'react';
import type { StoredFinding } from '../../../core/conversations/thread.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';

const VerdictControl = lazy(() =>
  import('./verdict-control.tsx').then((module) => ({ default: module.VerdictControl })),
);

interface Props {
  finding: StoredFinding;
  /** Who may have given it. */
  colleagues: readonly { agentId: string; name: string }[];
}

/** What was said of a finding and by whom; where nobody has, those who review may. */
export function VerdictMark({ finding, colleagues }: Props) {
  const { t } = usePreferences();
  const may = useMay();
  const { verdict, verdictBy } = finding;
  const by = colleagues.find(({ agentId }) => agentId === verdictBy)?.name;
  const waits = verdict === null || verdict === 'own-reason';
  return (
    <>
      {verdict && (
        <span className="finding-verdict" data-testid="verdict" data-verdict={verdict}>
          {t(`verdict.${verdict}`)}
          {by !== undefined && ` · ${by}`}
        </span>
      )}
      {waits && may('findings.judge') && (
        <Suspense>
          <VerdictControl finding={finding} />
        </Suspense>
      )}
    </>
  );
}
