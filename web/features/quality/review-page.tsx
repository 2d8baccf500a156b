import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Skeleton, Tooltip } from 'antd';
import type { ReviewRow } from '../../../core/quality/answers.ts';
import { drawnPercent, reviewReasons, type ReviewReason } from '../../../core/quality/bands.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { customerName } from '../../lib/customer-name.ts';
import { sentence } from '../../lib/failure.ts';
import { dayAndTime } from '../../lib/format.ts';
import { qualityApi } from '../../lib/quality-api.ts';
import { ruleWords } from '../../lib/rule-words.ts';
import { useAct } from '../../lib/use-act.ts';
import { Points } from './points.tsx';
import { useQualityWords } from './words.ts';
import './review.css';

const key = ['quality', 'review'];

/** What a reviewer should read next, and why. */
export function ReviewPage() {
  const { t, lang } = usePreferences();
  const q = useQualityWords();
  const may = useMay();
  const allowed = may('findings.judge');
  const { why: only } = useSearch({ strict: false });
  const navigate = useNavigate();
  const choose = (why: ReviewReason) =>
    void navigate({ to: '.', search: (before) => ({ ...before, why: why === only ? undefined : why }) });
  const { data, error, refetch } = useQuery({
    queryKey: [...key, only],
    queryFn: () => qualityApi.review(only),
    enabled: allowed,
    staleTime: 0,
    placeholderData: (before) => before,
  });
  if (!allowed) {
    return (
      <p className="quality-none" role="alert">
        {q('review.forbidden')}
      </p>
    );
  }
  if (!data) {
    if (!error) return <Skeleton title={false} className="quality-skeleton" paragraph={{ rows: 8 }} />;
    return (
      <div className="quality-failed" role="alert">
        <p>{sentence(error, lang)}</p>
        <Button onClick={() => void refetch()}>{t('action.tryAgain')}</Button>
      </div>
    );
  }
  return (
    <>
      <p className="muted">{q('review.what')}</p>
      <div className="review-counts" role="group" aria-label={q('review.filter')}>
        {reviewReasons.map((reason) => (
          <button
            key={reason}
            type="button"
            className="reason-mark figures"
            data-reason={data.counts[reason] > 0 ? reason : 'none'}
            data-testid={`review-only-${reason}`}
            aria-pressed={reason === only}
            onClick={() => choose(reason)}
          >
            {q('review.count', { reason: q(`review.reason.${reason}`), count: data.counts[reason] })}
          </button>
        ))}
        {only && (
          <button type="button" className="quiet-button" onClick={() => choose(only)}>
            {q('review.all')}
          </button>
        )}
      </div>
      {data.rows.length === 0 && only ? (
        <p className="quality-none" role="status">
          {q('review.none', { reason: q(`review.reason.${only}`) })}
        </p>
      ) : data.rows.length === 0 ? (
        <section className="quality-empty">
          <h2>{q('review.empty.title')}</h2>
          <p className="muted">{q('review.empty.what', { percent: drawnPercent })}</p>
        </section>
      ) : (
        <ul className="review-rows quality-card">
          {data.rows.map((row) => (
            <Row key={row.episodeId} row={row} />
          ))}
        </ul>
      )}
    </>
  );
}

function Row({ row }: { row: ReviewRow }) {
  const { t, lang } = usePreferences();
  const q = useQualityWords();
  const {
    conversationId,
    closedAt,
    agentName,
    agentId,
    messageSeq,
    number,
    reasons: why,
    rules,
    contests,
  } = row;
  return (
    <li className="review-row" data-testid="review-row" data-episode={row.episodeId}>
      <div className="review-who">
        <Place row={row} seq={messageSeq}>
          {customerName({ conversationId, customerName: row.customerName }, t)}
        </Place>
        {number > 1 && <span className="muted">{q('list.number', { number })}</span>}
        <span>{agentName ?? q(agentId ? 'agent.gone' : 'agent.none')}</span>
        <time className="figures muted">{dayAndTime(closedAt, lang)}</time>
      </div>
      <div className="review-why">
        {why.map((reason) => (
          <span key={reason} className="reason-mark" data-reason={reason}>
            {q(`review.reason.${reason}`)}
          </span>
        ))}
        <span className="list-rules">
          {rules.map((rule) => ruleWords(rule, lang).title).join(lang === 'zh' ? '、' : ', ')}
        </span>
      </div>
      <Points row={row} />
      <Done row={row} />
      {contests.map(({ findingId, rule, by, reason, messageSeq: at }) => (
        <p key={findingId} className="review-contest" data-testid="review-contest">
          <span className="muted">
            {q('review.contest', { by: by ?? q('agent.gone'), rule: ruleWords(rule, lang).title })}
          </span>{' '}
          {reason}{' '}
          <Place row={row} seq={at}>
            {q('review.answer')}
          </Place>
        </p>
      ))}
    </li>
  );
}

function Place({ row, seq, children }: { row: ReviewRow; seq: number; children: string }) {
  return (
    <Link
      to="/inbox/$conversationId"
      params={{ conversationId: row.conversationId }}
      search={{ m: seq }}
      preload={false}
    >
      {children}
    </Link>
  );
}

/** Low scores and lots are done when they were read; what asks for a verdict stays until there is one. */
function Done({ row: { episodeId, reasons: why } }: { row: ReviewRow }) {
  const q = useQualityWords();
  const client = useQueryClient();
  const mark = useAct(async () => {
    await qualityApi.reviewed(episodeId);
    client.setQueriesData<Awaited<ReturnType<typeof qualityApi.review>>>(
      { queryKey: key },
      (before) => before && { ...before, rows: before.rows.filter((row) => row.episodeId !== episodeId) },
    );
  }, q('review.marked'));
  if (why.includes('contested') || why.includes('veto')) return <span />;
  return (
    <Tooltip title={q('review.done.what')}>
      <Button size="small" data-testid="review-done" loading={mark.busy} onClick={() => void mark.run()}>
        {q('review.done')}
      </Button>
    </Tooltip>
  );
}
