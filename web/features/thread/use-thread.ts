import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Event } from '../../../core/events.ts';
import { useConnection } from '../../app/live.tsx';
import { api } from '../../lib/api.ts';
import { useSoon } from '../../lib/use-soon.ts';
import { folded, misses, prepended } from './thread-answer.ts';
import { threadQuery } from './thread-query.ts';

/** One conversation, followed while it is open; left and come back to, it goes on from where it was. */
export function useThread(id: string) {
  const client = useQueryClient();
  const connection = useConnection();
  const [generation, setGeneration] = useState(0);
  const query = useQuery(threadQuery(id));
  const loaded = query.data !== undefined;
  // Where it fails, the card stays as it was until the next change.
  const refreshCard = useSoon(() => void fetchCard(client, id).catch(() => undefined), 100);

  useEffect(() => {
    const known = client.getQueryData(threadQuery(id).queryKey);
    if (!loaded || !known) return undefined;
    return connection.subscribe({ conversation: id }, known.cursor, {
      onEvents(events, cursor) {
        const before = client.getQueryData(threadQuery(id).queryKey);
        if (!before || misses(before, events))
          return void client.invalidateQueries({ queryKey: threadQuery(id).queryKey });
        client.setQueryData(threadQuery(id).queryKey, folded(before, events, cursor));
        if (events.some(changesCustomer)) void client.invalidateQueries({ queryKey: ['customer', id] });
        if (events.some(({ type }) => type === 'customer.erased'))
          return void client.invalidateQueries({ queryKey: threadQuery(id).queryKey });
        if (events.some(changesCard)) refreshCard();
      },
      async onResync() {
        await client.refetchQueries({ queryKey: threadQuery(id).queryKey });
        setGeneration((now) => now + 1);
      },
    });
  }, [client, connection, id, loaded, generation, refreshCard]);

  /** The page before the first message; with a number, as many pages as it takes until that message is there. */
  const loadOlder = useCallback((until?: number) => loadBack(client, id, until), [client, id]);
  return { ...query, loadOlder };
}

/** Scores, earlier episodes and what customers write with a rating are not in the events. */
const changesCard = ({ type }: Event) =>
  type === 'customer.merged' ||
  type === 'episode.scored' ||
  type === 'episode.closed' ||
  type === 'episode.rated' ||
  type === 'finding.settled';

const changesCustomer = ({ type }: Event) => type.startsWith('customer.');

async function fetchCard(client: QueryClient, id: string): Promise<void> {
  const { scores, customer, colleagues } = await api.thread(id);
  client.setQueryData(
    threadQuery(id).queryKey,
    (before) => before && { ...before, scores, customer, colleagues },
  );
}

/** Messages at once: as one scrolls, and on the way to one that was asked for. */
const page = 80;
const leap = 1000;

async function loadBack(client: QueryClient, id: string, until = Infinity): Promise<void> {
  const known = () => client.getQueryData(threadQuery(id).queryKey);
  do await prependOlder(client, id, until === Infinity ? page : leap);
  while (known()?.hasOlder && (known()?.messages[0]?.seq ?? 0) > until);
}

const underway = new Map<string, Promise<void>>();

/** Asked twice at once, it loads once. */
function prependOlder(client: QueryClient, id: string, limit: number): Promise<void> {
  const running = underway.get(id) ?? load().finally(() => underway.delete(id));
  underway.set(id, running);
  return running;

  async function load(): Promise<void> {
    const known = client.getQueryData(threadQuery(id).queryKey);
    const first = known?.messages[0];
    if (!known?.hasOlder || !first) return;
    const older = await api.older(id, first.seq, limit);
    client.setQueryData(threadQuery(id).queryKey, (before) => before && prepended(before, older, first.seq));
  }
}
