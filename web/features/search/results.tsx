import { Button } from 'antd';
import { usePreferences } from '../../app/preferences.tsx';
import { customerName } from '../../lib/customer-name.ts';
import { sentence } from '../../lib/failure.ts';
import { dayAndTime } from '../../lib/format.ts';
import { hasFilters, type Asked } from './asked.ts';
import { CustomerLine } from './customer-line.tsx';
import { HitLine } from './hit-line.tsx';
import { byConversation, useResults } from './use-results.ts';
import { useSearchWords } from './words.ts';

interface Props {
  asked: Asked;
  /** One of the results is opened. */
  onOpen(): void;
  onClearFilters(): void;
}

export function Results({ asked, onOpen, onClearFilters }: Props) {
  const { t, lang } = usePreferences();
  const s = useSearchWords();
  const results = useResults(asked);
  const pages = results.data?.pages;
  if (results.isError && !pages?.length) {
    return (
      <div className="search-state" role="alert">
        <p>{sentence(results.error, lang)}</p>
        <Button onClick={() => void results.refetch()}>{t('action.tryAgain')}</Button>
      </div>
    );
  }
  if (!pages) {
    return (
      <div className="search-state" role="status">
        <p>{s(results.fetchStatus === 'paused' ? 'offline.what' : 'searching')}</p>
      </div>
    );
  }
  const customers = pages[0]!.customers;
  const found = byConversation(pages);
  const last = pages.at(-1)!;
  if (found.length === 0 && customers.length === 0 && last.next === null) {
    return <NothingFound asked={asked} onClearFilters={onClearFilters} />;
  }
  return (
    <div className="search-results" data-testid="search-results" aria-busy={results.isFetching}>
      {customers.length > 0 && (
        <section aria-label={s('customers.title')}>
          <h2>{s('customers.title')}</h2>
          <div className="search-customers">
            {customers.map((customer) => (
              <CustomerLine key={customer.customerId} customer={customer} onOpen={onOpen} />
            ))}
          </div>
        </section>
      )}
      {found.length > 0 && (
        <section aria-label={s('hits.title')}>
          <h2>{s('hits.title')}</h2>
          {found.map((one) => (
            <article key={one.conversationId} className="search-group">
              <h3>
                {customerName(one, t)}
                {one.hits.length > 1 && (
                  <span className="figures">{s('hits.inConversation', { count: one.hits.length })}</span>
                )}
              </h3>
              {one.hits.map((hit) => (
                <HitLine key={`${hit.kind} ${hit.seq}`} hit={hit} q={asked.q} onOpen={onOpen} />
              ))}
            </article>
          ))}
        </section>
      )}
      <footer className="search-end" role="status">
        {last.searchedTo !== null && last.searchedTo > 0 && (
          <p className="muted">{s('searchedTo', { time: dayAndTime(last.searchedTo, lang) })}</p>
        )}
        {results.isFetchNextPageError && <p>{sentence(results.error, lang)}</p>}
        {last.next === null ? (
          <p className="muted">{s('end')}</p>
        ) : (
          <Button
            data-testid="search-more"
            loading={results.isFetchingNextPage}
            onClick={() => void results.fetchNextPage()}
          >
            {s(results.isFetchingNextPage ? 'more.looking' : 'more')}
          </Button>
        )}
      </footer>
    </div>
  );
}

function NothingFound({ asked, onClearFilters }: { asked: Asked; onClearFilters(): void }) {
  const s = useSearchWords();
  const filtered = hasFilters(asked);
  return (
    <div className="search-state" role="status" data-testid="search-none">
      <h2>{s('none.title')}</h2>
      <p>
        {s('none.what')} {s(filtered ? 'none.filters' : 'none.words')}
      </p>
      {filtered && <Button onClick={onClearFilters}>{s('filter.clear')}</Button>}
    </div>
  );
}
