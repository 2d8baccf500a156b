import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import type { PolicyAnswer } from '../../../../core/commerce/policy-api.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { useMay } from '../../../app/session.ts';
import { sentence } from '../../../lib/failure.ts';
import { dayAndTime } from '../../../lib/format.ts';
import { SettingsHead } from '../../people/settings-head.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { DraftProvider, useDraft } from './draft-provider.tsx';
import { Field } from './field.tsx';
import { History } from './history.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { fields } from './policy-draft.ts';
import { policyQuery } from './policy-query.ts';
import { SaveBar } from './save-bar.tsx';
import { useSettingsWords } from './settings-words.ts';
import { groupOf, groups, type GroupName } from './value-words.ts';
import './policy-settings.css';

/** Settings → Policy: what customers may have back, as numbers with their meaning. */
export function PolicyPage() {
  const may = useMay();
  return may('policy.read') ? <Loaded /> : <Navigate to="/inbox" />;
}

function Loaded() {
  const { t, lang } = usePreferences();
  const say = useSettingsWords();
  const { data, error, refetch } = useQuery(policyQuery);
  if (data) {
    return (
      <DraftProvider saved={data}>
        <Settings answer={data} />
      </DraftProvider>
    );
  }
  if (error) {
    return (
      <main className="centred" role="alert">
        <h1>{say('error.what')}</h1>
        <p>{sentence(error, lang)}</p>
        <Button onClick={() => void refetch()}>{t('action.tryAgain')}</Button>
      </main>
    );
  }
  return (
    <main className="policy-page" aria-busy aria-label={t('page.loading')}>
      <Skeleton className="policy-body" title={{ width: '20%' }} paragraph={{ rows: 10 }} />
    </main>
  );
}

function Settings({ answer }: { answer: PolicyAnswer }) {
  const say = useSettingsWords();
  const { lang } = usePreferences();
  const { newer, readOnly } = useDraft();
  const { part } = useSearch({ strict: false });
  const { version, history } = answer;
  const last = history[0];
  return (
    <main className="policy-page" data-testid="policy-page">
      <div className="policy-scroll">
        <div className="policy-body">
          <SettingsHead title={say('title')} what={say('what')} />
          <p className="muted" data-testid="policy-version">
            {version === 0 ? say('version.zero') : say('version.one', { version })}
            {last && ` · ${last.by.name} · ${dayAndTime(last.at, lang)}${last.note && ` · ${last.note}`}`}
          </p>
          {readOnly && <p className="policy-read-only">{say('readOnly')}</p>}
          <nav className="policy-parts" aria-label={say('parts')}>
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
          {newer && <ConflictNotice newer={newer} />}
          {part === 'history' ? (
            <History answer={answer} />
          ) : (
            groups.map((group) => <Group key={group} group={group} />)
          )}
        </div>
      </div>
      <SaveBar />
      <LeaveGuard />
    </main>
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
