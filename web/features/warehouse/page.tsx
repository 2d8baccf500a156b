import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { countsQuery } from '../approvals/counts.ts';
import { PageFrame } from '../operations/page-frame.tsx';
import { Shows } from '../operations/shows.tsx';
import { useOperationsWords } from '../operations/words.ts';
import { BookIn } from './book-in.tsx';
import { Parcels } from './parcels.tsx';
import { Sendings } from './sendings.tsx';
import { warehouseShows } from './shows.ts';
import { Strays } from './strays/strays.tsx';
import './warehouse.css';

/** What comes back and what goes out. */
export function WarehousePage() {
  const say = useOperationsWords();
  const { show = 'book' } = useSearch({ from: '/desk/warehouse' });
  const { data: counts } = useQuery(countsQuery);
  const marks: Partial<Record<string, number>> = { expected: counts?.parcels, send: counts?.sendings };
  return (
    <PageFrame
      may="parcels.book-in"
      testId="warehouse"
      title={say('warehouse.title')}
      aside={
        <Shows
          to="/warehouse"
          label={say('warehouse.title')}
          shows={warehouseShows.map((one) => ({
            show: one,
            name: say(`warehouse.tab.${one}`),
            mark: !!marks[one] && <span className="muted figures">{marks[one]}</span>,
          }))}
        />
      }
    >
      {show === 'book' ? (
        <BookIn />
      ) : show === 'strays' ? (
        <Strays />
      ) : show === 'expected' || show === 'arrived' ? (
        <Parcels key={show} show={show} />
      ) : (
        <Sendings key={show} show={show === 'send' ? 'due' : 'sent'} />
      )}
    </PageFrame>
  );
}
