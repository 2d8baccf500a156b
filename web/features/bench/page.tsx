import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented, Skeleton } from 'antd';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { sentence } from '../../lib/failure.ts';
import { Refused } from '../../../core/refusal.ts';
import { Bench } from './bench.tsx';
import { CasesPage } from './cases-page.tsx';
import { useStandard } from './use-standard.ts';
import { useBenchWords } from './words.ts';
import './bench.css';

type View = 'try' | 'cases';

/** What the standard says to a conversation, and the shop's own cases of where it was wrong. */
export function BenchPage() {
  const b = useBenchWords();
  const { lang } = usePreferences();
  const may = useMay();
  const navigate = useNavigate();
  const { view, conversation } = useSearch({ from: '/desk/bench' });
  if (!may('standard.read')) {
    return (
      <main className="centred" role="alert">
        <p>{sentence(new Refused({ code: 'forbidden', permission: 'standard.read' }), lang)}</p>
      </main>
    );
  }
  return (
    <main className="bench" data-testid="bench">
      <header className="bench-head">
        <h1>{b('title')}</h1>
        <p className="muted">{b('what')}</p>
        <Segmented<View>
          value={view ?? 'try'}
          options={[
            { value: 'try', label: b('view.try') },
            { value: 'cases', label: <span data-testid="bench-cases">{b('view.cases')}</span> },
          ]}
          onChange={(chosen) =>
            void navigate({
              to: '/bench',
              search: { ...(conversation && { conversation }), ...(chosen === 'cases' && { view: chosen }) },
            })
          }
        />
      </header>
      <ByStandard view={view ?? 'try'} />
    </main>
  );
}

function ByStandard({ view }: { view: View }) {
  const { t, lang } = usePreferences();
  const { standard, error, again } = useStandard();
  if (standard) return view === 'cases' ? <CasesPage standard={standard} /> : <Bench standard={standard} />;
  if (!error) return <Skeleton className="bench-skeleton" paragraph={{ rows: 8 }} />;
  return (
    <div className="centred" role="alert">
      <p>{sentence(error, lang)}</p>
      <Button onClick={again}>{t('action.tryAgain')}</Button>
    </div>
  );
}
