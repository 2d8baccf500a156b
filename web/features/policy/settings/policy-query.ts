import { queryOptions } from '@tanstack/react-query';
import { policyApi } from '../policy-api.ts';

/** Read again now and then: somebody else may save meanwhile. */
export const policyQuery = queryOptions({
  queryKey: ['policy'],
  queryFn: policyApi.policy,
  staleTime: 5_000,
  refetchInterval: 30_000,
  refetchOnWindowFocus: true,
});
