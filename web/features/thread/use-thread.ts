import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { MessagesAnswer, ThreadAnswer } from '../../../core/api.ts';
import { applyToThread } from '../../../core/conversations/thread.ts';
import type { Event } from '../../../core/events.ts';
import type { Cursor } from '../../../core/wire.ts';
import { useConnection } from '../../app/live.tsx';
import { api } from '../../lib/api.ts';
import { useSoon } from '../../lib/use-soon.ts';
import { skips } from '../inbox/rows.ts';
import { threadQuery } from './thread-query.ts';

/** One conversation, followed while it is open; left and come back to, it goes on from where it was. */
export function useThread(id: string) {
  const client = useQueryClient();
  const connection = useConnection();
  const [generation, setGeneration] = useState(0);
  const query = useQuery(threadQuery(id));
  const loaded = query.data !== undefined;
  const refreshCard = useSoon(() => void fetchCard(client, id), 100);

  useEffect(() => {
    const known = client.getQueryData(threadQuery(id).queryKey);
    if (!loaded || !known) return undefined;
    return connection.subscribe({ conversation: id }, known.cursor, {
      onEvents(events, cursor) {
        const before = client.getQueryData(threadQuery(id).queryKey);
        if (!before || misses(before, events))
          return void client.invalidateQueries({ queryKey: threadQuery(id).queryKey });
        client.setQueryData(threadQuery(id).queryKey, folded(before, events, cursor));
        if (events.some(changesCard)) refreshCard();
      },
      async onResync() {
        await client.refetchQueries({ queryKey: threadQuery(id).queryKey });
        setGeneration((now) => now + 1);
      },
    });
  }, [client, connection, id, loaded, generation, refreshCard]);

  const loadOlder = useCallback(() => prependOlder(client, id), [client, id]);
  return { ...query, loadOlder };
}

function folded(before: ThreadAnswer, events: readonly Event[], cursor: Cursor): ThreadAnswer {
  const after = events.reduce((answer, event) => ({ ...answer, ...applyToThread(answer, event) }), before);
  return { ...after, cursor };
}

/** It was out of reach for a while, and what was said meanwhile is not among these. */
function misses({ conversation }: ThreadAnswer, events: readonly Event[]): boolean {
  let { seq, staffSeq } = conversation;
  return events.some((event) => {
    const skipped = skips({ seq, staffSeq }, event);
    if (event.type === 'message.posted') seq = Math.max(seq, event.seq);
    else if ('staffSeq' in event) staffSeq = Math.max(staffSeq, event.staffSeq);
    return skipped;
  });
}

/** Scores and earlier episodes are not in the events. */
const changesCard = ({ type }: Event) =>
  type === 'episode.scored' || type === 'episode.closed' || type === 'finding.settled';

async function fetchCard(client: QueryClient, id: string): Promise<void> {
  const { scores, customer, colleagues } = await api.thread(id);
  client.setQueryData(
    threadQuery(id).queryKey,
    (before) => before && { ...before, scores, customer, colleagues },
  );
}

const underway = new Map<string, Promise<boolean>>();

/** Answers whether there was anything to load. Asked twice at once, it loads once. */
function prependOlder(client: QueryClient, id: string): Promise<boolean> {
  const running = underway.get(id) ?? load().finally(() => underway.delete(id));
  underway.set(id, running);
  return running;

  async function load(): Promise<boolean> {
    const known = client.getQueryData(threadQuery(id).queryKey);
    const first = known?.messages[0];
    if (!known?.hasOlder || !first) return false;
    const older = await api.older(id, first.seq);
    client.setQueryData(threadQuery(id).queryKey, (before) => before && prepended(before, older));
    return true;
  }
}

function prepended(before: ThreadAnswer, older: MessagesAnswer): ThreadAnswer {
  const first = before.messages[0]?.seq ?? Infinity;
  const known = new Set(before.findings.map((finding) => finding.findingId));
  return {
    ...before,
    messages: [...older.messages.filter((message) => message.seq < first), ...before.messages],
    findings: [...older.findings.filter((finding) => !known.has(finding.findingId)), ...before.findings],
    hasOlder: older.hasOlder,
  };
}
