import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMay } from '../../app/session.ts';
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
  const may = useMay();
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
          shows={financeShows
            .filter((one) => one !== 'reconcile' || may('payouts.pay'))
            .map((one) => ({
              show: one,
              name: say(`finance.tab.${one}`),
              mark: !!marks[one] && <span className="muted figures">{marks[one]}</span>,
            }))}
        />
      }
    >
      {show === 'reconcile' && may('payouts.pay') ? (
        <Reconcile />
      ) : (
        <Payouts key={show} show={show === 'reconcile' ? 'due' : show} />
      )}
    </PageFrame>
  );
}
