import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Me } from '../../core/api.ts';
import type { Permission } from '../../core/team/roles.ts';
import { api } from '../lib/api.ts';

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: api.me, staleTime: Infinity, retry: false });

/** Who is signed in. Only below the desk's door. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;

export const useMay = () => {
  const { permissions } = useMe();
  return (permission: Permission) => permissions.includes(permission);
};

/**
 * Leaves the desk: nothing of it stays in the page's memory. `ended`: not by this person's wish here, so the next page
 * says why they are outside.
 */
export function useLeave() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (ended = false) => {
    // The way back asks anew who is here, however soon it is taken; the page still shown keeps what it knows.
    await client.invalidateQueries({ queryKey: meQuery.queryKey, refetchType: 'none' });
    await navigate({ to: '/sign-in', search: ended ? { ended } : {} });
    client.clear();
  };
}
