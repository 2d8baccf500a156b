import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { api } from '../../lib/api.ts';
import { customerName } from '../../lib/customer-name.ts';
import { sentence } from '../../lib/failure.ts';
import { dayAndTime } from '../../lib/format.ts';
import { useBenchWords } from './words.ts';
import './own-list.css';

/** The conversations that were scored last. */
export function OwnList({ chosen }: { chosen: string | undefined }) {
  const { t, lang } = usePreferences();
  const b = useBenchWords();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['bench-own'],
    queryFn: ({ pageParam }) => api.inbox('all', pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  if (error) {
    return (
      <div role="alert">
        <p>{sentence(error, lang)}</p>
        <Button onClick={() => void refetch()}>{t('action.tryAgain')}</Button>
      </div>
    );
  }
  if (!data) return <Skeleton paragraph={{ rows: 6 }} />;
  const rows = data.pages.flatMap((page) => page.rows).filter(isScored);
  return (
    <div className="own-list">
      {rows.length === 0 && !hasNextPage && <p className="muted">{b('own.empty')}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.conversationId}>
            <Link
              to="/bench"
              search={{ conversation: row.conversationId }}
              className="own-row"
              data-testid="own-row"
              data-conversation={row.conversationId}
              aria-current={row.conversationId === chosen ? 'true' : undefined}
            >
              <strong>{customerName(row, t)}</strong>
              <span className="figures own-points" data-veto={row.episode?.veto !== null}>
                {b('own.points', { points: row.episode?.points ?? 0 })}
              </span>
              <span className="muted own-said">{row.lastMessage?.text ?? ''}</span>
              <time className="muted figures">{dayAndTime(row.activityAt, lang)}</time>
            </Link>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {b('own.more')}
        </Button>
      )}
    </div>
  );
}

const isScored = ({ episode }: Conversation) => episode !== null && episode.points !== null;
