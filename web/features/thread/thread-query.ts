import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

/** Fetched once; from then on events keep it fresh, from the cursor it carries. */
export const threadQuery = (id: string) =>
  queryOptions({ queryKey: ['thread', id], queryFn: () => api.thread(id), staleTime: Infinity });
