import { useInfiniteQuery } from '@tanstack/react-query';
import type { Page } from '../../../core/commerce/operation-api.ts';
import { operationsKey } from './use-operations.ts';

/** Not everybody who looks at these lists hears what happens in conversations. */
const looksAgainAfter = 20_000;

/** A list that comes by pages, looked at again now and then. */
export function usePages<Row>(key: readonly string[], fetch: (after: string | null) => Promise<Page<Row>>) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...operationsKey, ...key],
    queryFn: ({ pageParam }) => fetch(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
    refetchInterval: looksAgainAfter,
    refetchOnWindowFocus: true,
  });
  return {
    query: { data: data?.pages.flatMap(({ rows }) => rows), error, refetch },
    more: hasNextPage ? { busy: isFetchingNextPage, show: () => void fetchNextPage() } : null,
  };
}
