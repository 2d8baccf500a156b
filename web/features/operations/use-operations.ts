import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useConnection } from '../../app/live.tsx';
import { useSoon } from '../../lib/use-soon.ts';
import { operationsApi } from './operations-api.ts';

/** Everything about operations stands below this key: whatever is done, all of it is looked at again. */
export const operationsKey = ['operations'];

export const orderOperationsQuery = (orderId: string) =>
  queryOptions({
    queryKey: [...operationsKey, 'order', orderId],
    queryFn: () => operationsApi.ofOrder(orderId),
    staleTime: 10_000,
  });

export function useOperated() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: operationsKey }),
      client.invalidateQueries({ queryKey: ['orders'] }),
      client.invalidateQueries({ queryKey: ['conversation-orders'] }),
    ]);
}

/** Looks again when something happened to an order, whoever did it. */
export function useOperationsLive(): void {
  const connection = useConnection();
  const client = useQueryClient();
  const look = useSoon(() => void client.invalidateQueries({ queryKey: operationsKey }), 150);
  useEffect(
    () =>
      connection.onFrame((frame) => {
        if (frame.type === 'events' && frame.events.some(({ type }) => type === 'order.operated')) look();
      }),
    [connection, look],
  );
}
