import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { SearchAnswer, SearchHit } from '../../../core/api.ts';
import { request } from '../../lib/request.ts';
import { isTooShort, queryOf, type Asked } from './asked.ts';

/** All pages that were asked for so far. */
export function useResults(asked: Asked) {
  const shown = useDeferredValue(asked);
  return useInfiniteQuery({
    queryKey: ['search', queryOf(shown, null)],
    queryFn: ({ pageParam, signal }) =>
      request<SearchAnswer>('POST', '/search', queryOf(shown, pageParam), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: !isTooShort(shown),
    // What was found stays until the next answer is there: nothing blinks while somebody types.
    placeholderData: (before) => before,
  });
}

export interface Found {
  conversationId: string;
  customerName: string | null;
  hits: SearchHit[];
}

/** By conversation, in the order of each one's newest hit. Pure. */
export function byConversation(pages: readonly SearchAnswer[]): Found[] {
  const groups = Map.groupBy(
    pages.flatMap((page) => page.hits),
    (hit) => hit.conversationId,
  );
  return [...groups].map(([conversationId, hits]) => ({
    conversationId,
    customerName: hits[0]!.customerName,
    hits,
  }));
}
