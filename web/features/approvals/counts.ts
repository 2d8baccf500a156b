import { queryOptions } from '@tanstack/react-query';
import { operationsApi } from '../operations/operations-api.ts';
import { operationsKey } from '../operations/use-operations.ts';

/** What waits for the reader, for the navigation; asked for again now and then, and when something happened. */
export const countsQuery = queryOptions({
  queryKey: [...operationsKey, 'counts'],
  queryFn: operationsApi.counts,
  staleTime: 10_000,
  refetchInterval: 30_000,
  refetchOnWindowFocus: true,
});
