import { queryOptions, useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useConnection } from '../../app/live.tsx';
import { useSoon } from '../../lib/use-soon.ts';
import { operationsApi } from './operations-api.ts';

/** Everything about operations stands below this key. */
export const operationsKey = ['operations'];

export const orderOperationsQuery = (orderId: string) =>
  queryOptions({
    queryKey: [...operationsKey, 'order', orderId],
    queryFn: () => operationsApi.ofOrder(orderId),
    staleTime: 10_000,
  });

/** After something was done here: the order's history, the lists and their numbers, and the order itself. */
export function useOperated() {
  const client = useQueryClient();
  return (orderId: string) =>
    Promise.all([
      lookAgain(client, [orderId]),
      client.invalidateQueries({ queryKey: ['orders'] }),
      client.invalidateQueries({ queryKey: ['conversation-orders'] }),
    ]);
}

/** Looks again when something happened to an order, whoever did it. */
export function useOperationsLive(): void {
  const connection = useConnection();
  const client = useQueryClient();
  const orders = useRef(new Set<string>());
  const look = useSoon(() => {
    void lookAgain(client, [...orders.current]);
    orders.current.clear();
  }, 150);
  useEffect(
    () =>
      connection.onFrame((frame) => {
        if (frame.type !== 'events') return;
        const happened = frame.events.flatMap((event) =>
          event.type === 'order.operated' ? [event.orderId] : [],
        );
        if (happened.length === 0) return;
        for (const orderId of happened) orders.current.add(orderId);
        // The order itself says something else than it did.
        if (frame.events.some((event) => event.type === 'order.operated' && event.overtaken))
          void client.invalidateQueries({ queryKey: ['conversation-orders'] });
        look();
      }),
    [client, connection, look],
  );
}

/** What was looked up for one form alone stays as it is under the hands of whoever fills it in. */
const forms = ['preview', 'parcel', 'skus'];

function lookAgain(client: QueryClient, orderIds: readonly string[]): Promise<void> {
  const concerns = ([root, what, id]: QueryKey) =>
    // What is done to an order may settle what was short of it.
    root === 'shortages' ||
    (root === operationsKey[0] &&
      (what === 'order' ? orderIds.includes(String(id)) : !forms.includes(String(what))));
  return client.invalidateQueries({ predicate: ({ queryKey }) => concerns(queryKey) });
}
