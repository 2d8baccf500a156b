import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Refused } from '../../../core/refusal.ts';
import { meQuery } from '../../app/session.ts';
import { api } from '../../lib/api.ts';

/** Signs in with what was just set, and goes in; where a second step is asked for, to the page that asks. */
export function useEnter() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (account: string, password: string, to: '/' | '/settings/people') => {
    try {
      const me = await api.signIn(account, password);
      client.clear();
      client.setQueryData(meQuery.queryKey, me);
      await navigate({ to });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await navigate({ to: '/sign-in', search: { account } });
    }
  };
}
