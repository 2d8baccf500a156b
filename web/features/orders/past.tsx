import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import type { PastAnswer } from '../../../core/commerce/past-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { shortDayAndTime } from '../../lib/format.ts';
import { amount } from './amount.ts';
import { ordersApi } from './orders-api.ts';
import { usePastWords, type PastSay } from './past-words.ts';
import './past.css';

/** What was before with this customer: a glance, and what stands behind it. */
export function Past({ conversationId }: { conversationId: string }) {
  const say = usePastWords();
  const { t, lang } = usePreferences();
  const { data, error, refetch } = useQuery({
    queryKey: ['conversation-past', conversationId],
    queryFn: () => ordersApi.past(conversationId),
    staleTime: 30_000,
  });
  return (
    <section className="past" aria-label={say('title')} data-testid="past">
      <h3>{say('title')}</h3>
      {data ? (
        <Told past={data} />
      ) : error ? (
        <p role="alert">
          {sentence(error, lang)}{' '}
          <Button size="small" onClick={() => void refetch()}>
            {t('action.tryAgain')}
          </Button>
        </p>
      ) : (
        <Skeleton title={false} paragraph={{ rows: 1 }} />
      )}
    </section>
  );
}

function Told({ past }: { past: PastAnswer }) {
  const say = usePastWords();
  const { lang } = usePreferences();
  const { conversations, outside, operations } = past;
  return (
    <>
      <p className="past-glance figures" data-testid="past-glance">
        {glance(past, say, lang)}
      </p>
      {operations.length > 0 && (
        <details>
          <summary>{say('operations', { count: operations.length })}</summary>
          <ul className="past-list">
            {operations.map(({ operationId, kind, state, amountFen, currency, createdAt, number }) => (
              <li key={operationId}>
                <span>
                  {say(`kind.${kind}`)}
                  {state !== 'done' && <span className="muted"> {say(`state.${state}`)}</span>}
                  <span className="muted"> {number}</span>
                </span>
                <span className="figures">{amountFen !== null && amount(amountFen, currency, lang)}</span>
                <time className="figures muted">{shortDayAndTime(createdAt, lang)}</time>
              </li>
            ))}
          </ul>
        </details>
      )}
      {conversations.length > 0 && (
        <details>
          <summary>{say('conversations', { count: conversations.length })}</summary>
          <ul className="past-list">
            {conversations.map(({ conversationId, episodes, activityAt, isOpen, points, hadAlert }) => (
              <li key={conversationId}>
                <Link to="/inbox/$conversationId" params={{ conversationId }} preload={false}>
                  {say('conversation', { count: episodes })}
                </Link>
                <span className={hadAlert ? 'past-alert' : 'muted'}>
                  {[
                    isOpen && say('open'),
                    hadAlert && say('alert'),
                    points !== null && say('points', { points }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <time className="figures muted">{shortDayAndTime(activityAt, lang)}</time>
              </li>
            ))}
          </ul>
        </details>
      )}
      {outside > 0 && <p className="muted past-outside">{say('outside', { count: outside })}</p>}
    </>
  );
}

function glance({ orders, returned, sums }: PastAnswer, say: PastSay, lang: 'zh' | 'en'): string {
  if (orders === 0) return say('none');
  return [
    say('orders', { count: orders }),
    returned === 0 ? say('returned.none') : say('returned', { count: returned }),
    ...sums.flatMap(({ currency, refundedFen, compensatedFen }) => [
      refundedFen > 0 && say('refunded', { amount: amount(refundedFen, currency, lang) }),
      compensatedFen > 0 && say('compensated', { amount: amount(compensatedFen, currency, lang) }),
    ]),
  ]
    .filter(Boolean)
    .join(' · ');
}
