import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import type { PolicyAnswer } from '../../../../core/commerce/policy-api.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { useMay } from '../../../app/session.ts';
import { NotRead } from '../../../lib/not-read.tsx';
import { SettingsHead } from '../../people/settings-head.tsx';
import { CurrentVersion } from '../../versions/current-version.tsx';
import { LeaveGuard } from '../../versions/leave-guard.tsx';
import { LoadingPage, PageFrame } from '../../versions/page-frame.tsx';
import { PolicyConflict } from './conflict-notice.tsx';
import { DraftProvider, useDraft } from './draft-provider.tsx';
import { Field } from './field.tsx';
import { PolicyHistory } from './history.tsx';
import { fields } from './policy-changes.ts';
import { policyQuery } from './policy-query.ts';
import { PolicySaveBar } from './save-bar.tsx';
import { useSettingsWords } from './settings-words.ts';
import { groupOf, groups, type GroupName } from './value-words.ts';
import './policy-settings.css';

/** Settings → Policy: what customers may have back, as numbers with their meaning. */
export function PolicyPage() {
  const may = useMay();
  return may('policy.read') ? <Loaded /> : <Navigate to="/inbox" />;
}

function Loaded() {
  const { t } = usePreferences();
  const say = useSettingsWords();
  const { data, error, refetch } = useQuery(policyQuery);
  if (data) {
    return (
      <DraftProvider saved={data}>
        <Settings answer={data} />
      </DraftProvider>
    );
  }
  if (error) return <NotRead what={say('error.what')} error={error} onAgain={() => void refetch()} />;
  return <LoadingPage label={t('page.loading')} />;
}

function Settings({ answer }: { answer: PolicyAnswer }) {
  const say = useSettingsWords();
  const { newer, readOnly, changes } = useDraft();
  const { part } = useSearch({ strict: false });
  return (
    <PageFrame
      testId="policy-page"
      foot={
        <>
          <PolicySaveBar />
          <LeaveGuard changed={changes.length > 0} />
        </>
      }
    >
      <SettingsHead title={say('title')} what={say('what')} />
      <CurrentVersion version={answer.version} history={answer.history} zero={say('version.zero')} />
      {readOnly && <p className="versioned-read-only">{say('readOnly')}</p>}
      <nav className="versioned-parts" aria-label={say('parts')}>
        <Link
          to="/settings/policy"
          search={{}}
          preload={false}
          aria-current={part === 'history' ? undefined : 'page'}
        >
          {say('part.numbers')}
        </Link>
        <Link
          to="/settings/policy"
          search={{ part: 'history' }}
          preload={false}
          aria-current={part === 'history' ? 'page' : undefined}
          data-testid="policy-history"
        >
          {say('part.history')}
        </Link>
      </nav>
      {newer && <PolicyConflict newer={newer} />}
      {part === 'history' ? (
        <PolicyHistory answer={answer} />
      ) : (
        groups.map((group) => <Group key={group} group={group} />)
      )}
    </PageFrame>
  );
}

function Group({ group }: { group: GroupName }) {
  const say = useSettingsWords();
  return (
    <section className="policy-group">
      <h2>{say(`group.${group}`)}</h2>
      <p className="muted">{say(`group.${group}.what`)}</p>
      {fields
        .filter((field) => groupOf(field) === group)
        .map((field) => (
          <Field key={field} field={field} />
        ))}
    </section>
  );
}
