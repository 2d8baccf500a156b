import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import type { StandardAnswer } from '../../../core/api.ts';
import { useMay } from '../../app/session.ts';
import { NotRead } from '../../lib/not-read.tsx';
import { CurrentVersion } from '../versions/current-version.tsx';
import { LeaveGuard } from '../versions/leave-guard.tsx';
import { LoadingPage, PageFrame } from '../versions/page-frame.tsx';
import { StandardConflict } from './conflict-notice.tsx';
import { DraftProvider, useDraft } from './draft-provider.tsx';
import { problemsUnder } from './field-problems.ts';
import { StandardHistory } from './history.tsx';
import { Phrases } from './phrases.tsx';
import { Rules } from './rules.tsx';
import { StandardSaveBar } from './save-bar.tsx';
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
  const t = useStandardWords();
  const { data, error, refetch } = useQuery(standardQuery);
  if (data) {
    return (
      <DraftProvider saved={data}>
        <Settings standard={data} />
      </DraftProvider>
    );
  }
  if (error) return <NotRead what={t('error.what')} error={error} onAgain={() => void refetch()} />;
  return <LoadingPage label={t('page.loading')} />;
}

function Settings({ standard }: { standard: StandardAnswer }) {
  const { newer, changes } = useDraft();
  const { part: wanted } = useSearch({ strict: false });
  const part = parts.find((one) => one === wanted) ?? 'rules';
  return (
    <PageFrame
      testId="standard"
      foot={
        <>
          <StandardSaveBar />
          <LeaveGuard changed={changes.length > 0} />
        </>
      }
    >
      <Head standard={standard} />
      {newer && <StandardConflict newer={newer} />}
      {part === 'rules' && <Rules toothless={standard.toothless} />}
      {part === 'scoring' && <Scoring />}
      {part === 'phrases' && <Phrases />}
      {part === 'history' && <StandardHistory standard={standard} />}
    </PageFrame>
  );
}

function Head({ standard }: { standard: StandardAnswer }) {
  const t = useStandardWords();
  const { readOnly } = useDraft();
  return (
    <header className="standard-head">
      <p className="muted">{t('page.where')}</p>
      <h1>{t('page.title')}</h1>
      <CurrentVersion version={standard.version} history={standard.history} zero={t('page.version.zero')} />
      {readOnly && <p className="versioned-read-only">{t('page.readOnly')}</p>}
      <nav className="versioned-parts">
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
