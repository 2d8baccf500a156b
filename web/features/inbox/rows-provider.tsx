import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useReducer, type ReactNode } from 'react';
import type { InboxPage, Me } from '../../../core/api.ts';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import type { Event } from '../../../core/events.ts';
import { Refused } from '../../../core/refusal.ts';
import type { Cursor } from '../../../core/wire.ts';
import { useConnection } from '../../app/live.tsx';
import { useMe } from '../../app/session.ts';
import { useSoon } from '../../lib/use-soon.ts';
import { choiceAtStart, type Choice } from './choice.ts';
import { inboxQuery } from './inbox-query.ts';
import { fold, learn, noRows, type Rows } from './rows.ts';
import type { Counts } from './tally.ts';

interface Held extends Omit<Rows, 'tally'> {
  counts: Counts;
  learn(conversations: readonly Conversation[], counted?: Pick<InboxPage, 'counts' | 'cursor'>): void;
  fold(events: readonly Event[], behind: Cursor): void;
}

const Context = createContext<Held | null>(null);
const startKey = ['inbox-start'];
const startQuery = (client: QueryClient, me: Me) => ({
  queryKey: startKey,
  queryFn: () => firstPage(client, choiceAtStart(me)),
  staleTime: Infinity,
  gcTime: 0,
  // Without it nothing arrives: asked for until the server is back.
  retry: (_: number, error: Error) => error instanceof Refused && error.refusal.code === 'unavailable',
});

/** Where the list in front is on its way to the same answer, that one serves both. */
async function firstPage(client: QueryClient, choice: Choice): Promise<InboxPage> {
  const { pages } = await client.fetchInfiniteQuery(inboxQuery(choice));
  return pages[0]!;
}

/** Follows the inbox for as long as the desk is open, whatever page is in front. */
export function RowsProvider({ children }: { children: ReactNode }) {
  const me = useMe();
  const client = useQueryClient();
  const connection = useConnection();
  const [rows, change] = useReducer((before: Rows, next: (rows: Rows) => Rows) => next(before), noRows);
  const reads = me.permissions.includes('conversations.read');
  const start = useQuery({ ...startQuery(client, me), enabled: reads }).data;

  const held = useMemo(
    () => ({
      learn: (conversations: readonly Conversation[], counted?: Pick<InboxPage, 'counts' | 'cursor'>) =>
        change((before) => learn(before, conversations, counted)),
      /** Another database speaks: what was known of the old one is worth nothing. */
      forget: () => change(() => noRows),
      fold: (events: readonly Event[], behind: Cursor) =>
        change((before) => fold(before, events, behind, me)),
    }),
    [me],
  );

  useEffect(() => {
    if (!start) return undefined;
    held.learn(start.rows, start);
    return connection.subscribe('inbox', start.cursor, {
      onEvents: held.fold,
      onResync: () => {
        held.forget();
        void client.invalidateQueries({ queryKey: ['inbox'] });
        void client.invalidateQueries({ queryKey: startKey });
      },
    });
  }, [start, connection, held, client]);

  const fetchSoon = useSoon(() => void client.invalidateQueries({ queryKey: ['inbox'] }), 200);
  useEffect(() => {
    if (rows.missing > 0) fetchSoon();
  }, [rows.missing, fetchSoon]);

  const value = useMemo(() => {
    const { tally, ...known } = rows;
    return { ...known, counts: tally.counts, ...held };
  }, [rows, held]);
  return <Context value={value}>{children}</Context>;
}

export function useRows(): Held {
  const held = useContext(Context);
  if (!held) throw new Error('useRows outside of RowsProvider');
  return held;
}
