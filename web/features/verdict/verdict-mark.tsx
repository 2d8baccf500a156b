import { Suspense } from 'react';
import type { StoredFinding } from '../../../core/conversations/thread.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay, useMe } from '../../app/session.ts';
import { lazyPart } from '../../lib/lazy-part.ts';

const VerdictControl = lazyPart(() => import('./verdict-control.tsx'), 'VerdictControl');

const ContestControl = lazyPart(() => import('./contest-control.tsx'), 'ContestControl');

interface Props {
  finding: StoredFinding;
  /** The agent whose doing it is; null: nobody's. */
  about: string | null;
  /** Who may have given it. */
  colleagues: readonly { agentId: string; name: string }[];
}

/** What was said of a finding and by whom; where nobody has, those who review may. */
export function VerdictMark({ finding, about, colleagues }: Props) {
  const { t } = usePreferences();
  const may = useMay();
  const me = useMe();
  const { verdict, verdictBy, contestedBy, contestReason, rule } = finding;
  const nameOf = (id: string | null) => colleagues.find(({ agentId }) => agentId === id)?.name;
  const by = nameOf(verdictBy);
  const waits = verdict === null || verdict === 'own-reason';
  const contestable = waits && contestedBy === null && about === me.agentId && !rule.startsWith('merit.');
  return (
    <>
      {verdict && (
        <span className="finding-verdict" data-testid="verdict" data-verdict={verdict}>
          {t(`verdict.${verdict}`)}
          {by !== undefined && ` · ${by}`}
        </span>
      )}
      {waits && contestedBy !== null && (
        <span className="finding-contested" data-testid="contested">
          {t('verdict.contested')}
          {nameOf(contestedBy) !== undefined && ` · ${nameOf(contestedBy)}`}
          {contestReason !== null && ` “${contestReason}”`}
        </span>
      )}
      {contestable && may('findings.contest') && (
        <Suspense>
          <ContestControl finding={finding} />
        </Suspense>
      )}
      {waits && may('findings.judge') && (
        <Suspense>
          <VerdictControl finding={finding} />
        </Suspense>
      )}
    </>
  );
}
