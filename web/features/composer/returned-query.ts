import { queryOptions } from '@tanstack/react-query';
import { composerApi } from './composer-api.ts';

/** Scheduled replies of mine that came back; fetched again when one more does. */
export const returnedQuery = queryOptions({
  queryKey: ['returned'],
  queryFn: composerApi.returned,
  staleTime: Infinity,
});
