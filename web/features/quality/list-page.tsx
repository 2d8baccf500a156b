import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select, Skeleton, Tooltip } from 'antd';
import type { QualityFilter } from '../../../core/quality/answers.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { exportAddress, qualityApi } from '../../lib/quality-api.ts';
import { EpisodeTable } from './episode-table.tsx';
import { FilterMarks } from './filter-marks.tsx';
import { Filters } from './filters.tsx';
import { useQualityWords } from './words.ts';

const pageSize = 50;

/** The episodes behind a figure, or the findings: what the address says, and nothing else. */
export function ListPage() {
  const { t, lang } = usePreferences();
  const filter = useSearch({ from: '/desk/quality' });
  const { data, error, refetch, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['quality', 'list', filter],
    queryFn: ({ pageParam }) => qualityApi.list(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  return (
    <>
      <Filters filter={filter} to="/quality/episodes" />
      <Head filter={filter} total={data && total} />
      {error && !data && (
        <div className="quality-failed" role="alert">
          <p>{sentence(error, lang)}</p>
          <Button onClick={() => void refetch()}>{t('action.tryAgain')}</Button>
        </div>
      )}
      {!data && !error && <Skeleton title={false} className="quality-skeleton" paragraph={{ rows: 10 }} />}
      {data && <EpisodeTable rows={rows} findings={filter.kind !== undefined} />}
      {rows.length < total && data?.pages.at(-1)?.next && (
        <More left={total - rows.length} busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
      )}
    </>
  );
}

function Head({ filter, total }: { filter: QualityFilter; total: number | undefined }) {
  const { lang } = usePreferences();
  const q = useQualityWords();
  const navigate = useNavigate();
  const { sort, ...unsorted } = filter;
  return (
    <div className="list-head">
      <strong className="figures" role="status" data-testid="list-total">
        {total !== undefined &&
          q(filter.kind ? 'list.count.findings' : 'list.count.episodes', { count: total })}
      </strong>
      <FilterMarks filter={filter} />
      <span className="list-acts">
        {!filter.kind && (
          <Select
            aria-label={q('list.sort')}
            value={sort ?? 'time'}
            options={[
              { value: 'time', label: q('list.sort.time') },
              { value: 'score', label: q('list.sort.score') },
            ]}
            onChange={(chosen: 'time' | 'score') =>
              void navigate({
                to: '/quality/episodes',
                search: { ...unsorted, ...(chosen === 'score' && { sort: chosen }) },
                replace: true,
              })
            }
          />
        )}
        <Tooltip title={q('list.export.what')}>
          <Button
            href={exportAddress(filter, lang)}
            download="quality.csv"
            data-testid="export"
            disabled={!total}
          >
            {q('list.export')}
          </Button>
        </Tooltip>
      </span>
    </div>
  );
}

function More({ left, busy, onMore }: { left: number; busy: boolean; onMore(): void }) {
  const q = useQualityWords();
  return (
    <Button className="list-more" loading={busy} onClick={onMore}>
      {q('list.more', { count: Math.min(left, pageSize) })}
    </Button>
  );
}
