import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { countsQuery } from '../approvals/counts.ts';
import { PageFrame } from '../operations/page-frame.tsx';
import { Shows } from '../operations/shows.tsx';
import { useOperationsWords } from '../operations/words.ts';
import { Payouts } from './payouts.tsx';
import { Reconcile } from './reconcile.tsx';
import { financeShows } from './shows.ts';
import './finance.css';

/** What is to be paid, what is late, what nobody knows, and whether the book agrees with the platform's. */
export function FinancePage() {
  const say = useOperationsWords();
  const { show = 'due' } = useSearch({ from: '/desk/finance' });
  const { data: counts } = useQuery(countsQuery);
  const marks: Partial<Record<string, number>> = { due: counts?.payouts, unknown: counts?.unknown };
  return (
    <PageFrame
      may="payouts.read"
      testId="finance"
      title={say('finance.title')}
      aside={
        <Shows
          to="/finance"
          label={say('finance.title')}
          shows={financeShows.map((one) => ({
            show: one,
            name: say(`finance.tab.${one}`),
            mark: !!marks[one] && <span className="muted figures">{marks[one]}</span>,
          }))}
        />
      }
    >
      {show === 'reconcile' ? <Reconcile /> : <Payouts key={show} show={show} />}
    </PageFrame>
  );
}
