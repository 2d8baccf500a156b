import { queryOptions } from '@tanstack/react-query';
import { standardApi } from '../../lib/standard-api.ts';

/** Read again now and then: somebody else may save meanwhile. */
export const standardQuery = queryOptions({
  queryKey: ['standard'],
  queryFn: standardApi.standard,
  staleTime: 5_000,
  refetchInterval: 30_000,
  refetchOnWindowFocus: true,
});

/** Of their own: who saves does not wait for them. */
export const standingsQuery = queryOptions({
  queryKey: ['standard-rules'],
  queryFn: standardApi.rules,
  staleTime: 5_000,
});
