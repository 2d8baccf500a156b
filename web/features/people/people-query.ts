import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { peopleApi } from '../../lib/people-api.ts';

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: peopleApi.people,
  staleTime: 5_000,
  refetchInterval: 30_000,
});

export const changesQuery = (agentId: string) =>
  queryOptions({
    queryKey: ['people', agentId, 'changes'],
    queryFn: () => peopleApi.changes(agentId),
    staleTime: 0,
  });

/** After each change: the list, what was written down, and the colleagues that other pages show. */
export function usePeopleChanged() {
  const client = useQueryClient();
  return async () => {
    await Promise.all(['people', 'agents'].map((name) => client.invalidateQueries({ queryKey: [name] })));
  };
}
