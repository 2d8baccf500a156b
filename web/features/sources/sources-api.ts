/** The calls of Settings → Sources. */
import { queryOptions } from '@tanstack/react-query';
import type { NewSource, SourceChange, SourceView, SourceWrite } from '../../../core/commerce/source-api.ts';
import { request } from '../../lib/request.ts';

const one = (id: string) => `/sources/${encodeURIComponent(id)}`;

export const sourcesApi = {
  all: () => request<SourceView[]>('GET', '/sources'),
  connect: (source: NewSource) => request<SourceView>('POST', '/sources', source),
  change: (id: string, change: SourceChange) => request<SourceView>('PUT', one(id), change),
  test: (id: string) => request<SourceView>('POST', `${one(id)}/test`),
  pull: (id: string, whole: boolean) => request<SourceView>('POST', `${one(id)}/pull`, { whole }),
  remove: (id: string) => request<void>('DELETE', one(id)),
  changes: (id: string) => request<SourceWrite[]>('GET', `${one(id)}/changes`),
};

const whileReadingMs = 1500;
const elseMs = 15_000;

export const sourcesQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: sourcesApi.all,
  staleTime: 0,
  refetchInterval: ({ state }) =>
    state.data?.some(({ reading, completeAt }) => reading || completeAt === null) ? whileReadingMs : elseMs,
});
