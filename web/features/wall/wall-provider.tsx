import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { WallAnswer } from '../../../core/api.ts';
import type { Event } from '../../../core/events.ts';
import type { Cursor } from '../../../core/wire.ts';
import { useConnection } from '../../app/live.tsx';
import { useMay } from '../../app/session.ts';
import { api } from '../../lib/api.ts';
import { useSoon } from '../../lib/use-soon.ts';
import { useRows } from '../inbox/rows-provider.tsx';
import { useAlertTone } from './alert-tone.ts';
import { foldWall, needsWords, type Wall, withFetched } from './wall.ts';

interface Held extends Wall {
  loading: boolean;
  error: Error | null;
  reload(): void;
}

const Context = createContext<Held | null>(null);
const key = ['wall'];

/** Follows the wall on every page of the desk, for those who may watch it: an alert reaches them wherever they are. */
export function WallProvider({ children }: { children: ReactNode }) {
  const may = useMay();
  return may('wall.watch') ? <Followed>{children}</Followed> : <Context value={null}>{children}</Context>;
}

function Followed({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const connection = useConnection();
  const rows = useRows();
  const { learn, fold } = rows;
  const { data, error, isPending, refetch } = useQuery({
    queryKey: key,
    queryFn: api.wall,
    staleTime: Infinity,
  });
  const [generation, setGeneration] = useState(0);
  const [findings, setFindings] = useState<Wall['findings']>(new Map());
  const fetchWords = useSoon(() => void refetch(), 80);
  const loaded = data !== undefined;

  useEffect(() => {
    if (!data) return;
    learn(data.rows);
    setFindings((before) => withFetched(before, data.findings));
  }, [data, learn]);

  useEffect(() => {
    const known = client.getQueryData<WallAnswer>(key);
    if (!loaded || !known) return undefined;
    const onEvents = (events: readonly Event[], behind: Cursor) => {
      fold(events, behind);
      client.setQueryData<WallAnswer>(key, (before) => before && folded(before, events));
      setFindings((before) => foldWall({ alerts: [], holds: [], findings: before }, events).findings);
      if (needsWords(events)) fetchWords();
    };
    return connection.subscribe('wall', known.cursor, {
      onEvents,
      async onResync() {
        await refetch();
        setGeneration((now) => now + 1);
      },
    });
  }, [client, connection, fold, fetchWords, loaded, refetch, generation]);

  const alerts = data?.alerts ?? none;
  const holds = data?.holds ?? none;
  useAlertTone(loaded ? alerts : null);
  const held = useMemo(
    () => ({ alerts, holds, findings, loading: isPending, error, reload: () => void refetch() }),
    [alerts, holds, findings, isPending, error, refetch],
  );
  return <Context value={held}>{children}</Context>;
}

/** null: this person does not watch the wall. */
export const useWall = (): Held | null => useContext(Context);

const none: never[] = [];

function folded(before: WallAnswer, events: readonly Event[]): WallAnswer {
  const { alerts, holds } = foldWall(
    { alerts: before.alerts, holds: before.holds, findings: new Map() },
    events,
  );
  return { ...before, alerts: [...alerts], holds: [...holds] };
}
