import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import type { StandardAnswer } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { sentence } from '../../lib/failure.ts';
import { dayAndTime } from '../../lib/format.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { DraftProvider, useDraft } from './draft-provider.tsx';
import { problemsUnder } from './field-problems.ts';
import { History } from './history.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { Phrases } from './phrases.tsx';
import { Rules } from './rules.tsx';
import { SaveBar } from './save-bar.tsx';
import { Scoring } from './scoring.tsx';
import { standardQuery } from './standard-query.ts';
import { useStandardWords } from './words.ts';
import './standard.css';

const parts = ['rules', 'scoring', 'phrases', 'history'] as const;

/** Settings → Standard: what the shop decides about its service standard. */
export function StandardPage() {
  const may = useMay();
  return may('standard.read') ? <Loaded /> : <Navigate to="/inbox" />;
}

function Loaded() {
  const { t: common, lang } = usePreferences();
  const t = useStandardWords();
  const { data, error, refetch } = useQuery(standardQuery);
  if (data) {
    return (
      <DraftProvider saved={data}>
        <Settings standard={data} />
      </DraftProvider>
    );
  }
  if (error) {
    return (
      <main className="centred" role="alert">
        <h1>{t('error.what')}</h1>
        <p>{sentence(error, lang)}</p>
        <Button onClick={() => void refetch()}>{common('action.tryAgain')}</Button>
      </main>
    );
  }
  return (
    <main className="standard" aria-busy aria-label={t('page.loading')}>
      <Skeleton className="standard-body" title={{ width: '20%' }} paragraph={{ rows: 10 }} />
    </main>
  );
}

function Settings({ standard }: { standard: StandardAnswer }) {
  const { newer } = useDraft();
  const { part: wanted } = useSearch({ strict: false });
  const part = parts.find((one) => one === wanted) ?? 'rules';
  return (
    <main className="standard" data-testid="standard">
      <div className="standard-scroll">
        <div className="standard-body">
          <Head standard={standard} />
          {newer && <ConflictNotice newer={newer} />}
          {part === 'rules' && <Rules toothless={standard.toothless} />}
          {part === 'scoring' && <Scoring />}
          {part === 'phrases' && <Phrases />}
          {part === 'history' && <History standard={standard} />}
        </div>
      </div>
      <SaveBar />
      <LeaveGuard />
    </main>
  );
}

function Head({ standard }: { standard: StandardAnswer }) {
  const t = useStandardWords();
  const { lang } = usePreferences();
  const { readOnly } = useDraft();
  const { version, history } = standard;
  const last = history[0];
  return (
    <header className="standard-head">
      <p className="muted">{t('page.where')}</p>
      <h1>{t('page.title')}</h1>
      <p className="muted" data-testid="standard-version">
        {version === 0 ? t('page.version.zero') : t('page.version', { version })}
        {last && ` · ${last.by?.name ?? t('history.by.desk')} · ${dayAndTime(last.at, lang)}`}
        {last?.note && ` · ${last.note}`}
      </p>
      {readOnly && <p className="read-only">{t('page.readOnly')}</p>}
      <nav className="standard-parts">
        {parts.map((part) => (
          <PartLink key={part} part={part} />
        ))}
      </nav>
    </header>
  );
}

function PartLink({ part }: { part: (typeof parts)[number] }) {
  const t = useStandardWords();
  const { problems } = useDraft();
  const { part: wanted = 'rules' } = useSearch({ strict: false });
  const count = part === 'phrases' ? problemsUnder(problems, 'phrases').length : 0;
  return (
    <Link
      to="/settings/standard"
      search={{ part }}
      preload={false}
      aria-current={wanted === part ? 'page' : undefined}
      data-testid={`part-${part}`}
    >
      {t(`part.${part}`)}
      {count > 0 && (
        <span className="problem-badge figures" title={t('part.problems', { count })}>
          {count}
        </span>
      )}
    </Link>
  );
}
