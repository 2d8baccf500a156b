import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import type { QualityAnswer, QualityFilter } from '../../../core/quality/answers.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { sentence } from '../../lib/failure.ts';
import { qualityApi } from '../../lib/quality-api.ts';
import { Bands } from './bands.tsx';
import { DayChart } from './day-chart.tsx';
import { Filters } from './filters.tsx';
import { PartTable } from './part-table.tsx';
import { RuleTable } from './rule-table.tsx';
import { periodOf } from './search.ts';
import { Totals } from './totals.tsx';
import { useQualityWords } from './words.ts';

export function FiguresPage() {
  const { t, lang } = usePreferences();
  const filter = periodOf(useSearch({ from: '/desk/quality' }));
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['quality', 'figures', filter],
    queryFn: () => qualityApi.figures(filter),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.counting ? 2000 : false),
  });
  return (
    <>
      <Filters filter={filter} to="/quality" />
      {error && !isPlaceholderData && (
        <div className="quality-failed" role="alert">
          <p>{sentence(error, lang)}</p>
          <Button onClick={() => void refetch()}>{t('action.tryAgain')}</Button>
        </div>
      )}
      {!data && !error && <Skeleton className="quality-skeleton" paragraph={{ rows: 10 }} />}
      {data && !error && <Figures answer={data} filter={filter} stale={isPlaceholderData} />}
    </>
  );
}

function Figures({
  answer,
  filter,
  stale,
}: {
  answer: QualityAnswer;
  filter: QualityFilter;
  stale: boolean;
}) {
  const q = useQualityWords();
  const may = useMay();
  const period = { ...filter, from: answer.from, to: answer.to };
  return (
    <div className="quality-figures" data-stale={stale} aria-busy={stale}>
      {answer.counting && (
        <p className="quality-counting" role="status">
          {q('counting')}
        </p>
      )}
      {answer.total.episodes === 0 ? (
        <section className="quality-empty">
          <h2>{q('empty.title')}</h2>
          <p className="muted">{q('empty.what')}</p>
          {Object.keys(filter).length > 0 && (
            <Link to="/quality" search={{}}>
              {q('empty.reset')}
            </Link>
          )}
        </section>
      ) : (
        <>
          <Totals total={answer.total} period={period} />
          <div className="quality-charts">
            <DayChart answer={answer} period={period} />
            <Bands bands={answer.bands} period={period} />
          </div>
          <RuleTable rules={answer.rules} period={period} />
          <div className="quality-parts">
            {may('quality.read-all') && (
              <PartTable
                title={q('agents.title')}
                head={q('agents.agent')}
                parts={answer.agents.map(({ agentId, name, ...figures }) => ({
                  key: agentId ?? 'none',
                  name: name ?? q(agentId === null ? 'agent.none' : 'agent.gone'),
                  period: { ...period, agent: agentId ?? 'none' },
                  figures,
                }))}
              />
            )}
            <Groups answer={answer} period={period} />
          </div>
        </>
      )}
    </div>
  );
}

function Groups({ answer, period }: { answer: QualityAnswer; period: QualityFilter }) {
  const { t } = usePreferences();
  const q = useQualityWords();
  return (
    <PartTable
      title={q('groups.title')}
      head={q('groups.group')}
      parts={answer.groups.map(({ group, ...figures }) => ({
        key: group,
        name: t(`group.${group}`),
        period: { ...period, group },
        figures,
      }))}
    />
  );
}
