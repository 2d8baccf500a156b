import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { useConnection } from '../../app/live.tsx';
import { useMay, useMe } from '../../app/session.ts';
import { returnedQuery } from './returned-query.ts';
import { lazyPart } from '../../lib/lazy-part.ts';

const ReturnedList = lazyPart(() => import('./returned-list.tsx'), 'ReturnedList');

/** Scheduled replies that came back while nobody looked: told on every page, until they were seen. */
export function ReturnedReplies() {
  const may = useMay();
  return may('conversations.reply') ? <Followed /> : null;
}

function Followed() {
  const { agentId } = useMe();
  const client = useQueryClient();
  const connection = useConnection();
  const { data } = useQuery(returnedQuery);
  useEffect(
    () =>
      connection.onFrame((frame) => {
        if (frame.type !== 'events') return;
        const mine = frame.events.some(
          (event) =>
            event.type === 'reply.unscheduled' && event.outcome === 'returned' && event.agentId === agentId,
        );
        if (mine) void client.invalidateQueries({ queryKey: returnedQuery.queryKey });
      }),
    [connection, client, agentId],
  );
  if (!data || data.length === 0) return null;
  return (
    <Suspense>
      <ReturnedList replies={data} />
    </Suspense>
  );
}
