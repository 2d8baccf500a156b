import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CustomerSide } from '../../../../core/api.ts';
import { customerApi } from '../../../lib/customer-api.ts';
import { useAct } from '../../../lib/use-act.ts';

export interface PartProps {
  /** Of the conversation. */
  id: string;
  side: CustomerSide;
}

export const sideQuery = (id: string) => ({
  queryKey: ['customer', id],
  queryFn: () => customerApi.side(id),
});

/** One thing that is changed about the customer, shown when it is done. */
export function useChange<A extends unknown[]>(
  id: string,
  change: (...args: A) => Promise<unknown>,
  done?: string,
) {
  const client = useQueryClient();
  const fresh = useCallback(
    () => client.invalidateQueries({ queryKey: sideQuery(id).queryKey }),
    [client, id],
  );
  return useAct(async (...args: A) => {
    await change(...args);
    await fresh();
  }, done);
}
