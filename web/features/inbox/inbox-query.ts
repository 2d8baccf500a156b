import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import type { Choice } from './choice.ts';

/** One list of the inbox, page by page. */
export const inboxQuery = ({ view, filter }: Choice) =>
  infiniteQueryOptions({
    queryKey: ['inbox', view, filter],
    queryFn: ({ pageParam }) => api.inbox(view, pageParam, filter),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
