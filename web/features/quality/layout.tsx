import { Link, Outlet, useSearch } from '@tanstack/react-router';
import { useMay } from '../../app/session.ts';
import { periodOf } from './search.ts';
import { useQualityWords } from './words.ts';
import './quality.css';

/** How well the shop serves: figures, the episodes behind them, and what to review next. */
export function QualityLayout() {
  const q = useQualityWords();
  const may = useMay();
  const search = useSearch({ from: '/desk/quality' });
  if (!may('quality.read')) {
    return (
      <main className="centred" role="alert">
        <p>{q('denied')}</p>
      </main>
    );
  }
  const all = may('quality.read-all');
  return (
    <main className="quality" data-testid="quality">
      <header className="quality-head">
        <h1>{q(all ? 'title' : 'title.own')}</h1>
        <nav className="quality-tabs">
          <Link
            to="/quality"
            search={periodOf(search)}
            activeProps={{ 'aria-current': 'page' }}
            activeOptions={{ exact: true, includeSearch: false }}
          >
            {q('tab.figures')}
          </Link>
          <Link
            to="/quality/episodes"
            search={periodOf(search)}
            data-testid="quality-list"
            activeProps={{ 'aria-current': 'page' }}
            activeOptions={{ includeSearch: false }}
          >
            {q('tab.list')}
          </Link>
          {may('findings.judge') && (
            <Link
              to="/quality/review"
              search={periodOf(search)}
              data-testid="quality-review"
              activeProps={{ 'aria-current': 'page' }}
              activeOptions={{ includeSearch: false }}
            >
              {q('tab.review')}
            </Link>
          )}
        </nav>
        <p className="muted">{q('what')}</p>
      </header>
      <div className="quality-body">
        <Outlet />
      </div>
    </main>
  );
}
