import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '../../lib/use-act.ts';
import { buyingApi } from '../buying/buying-api.ts';
import { useBuyingWords } from '../buying/words.ts';

export const promotionsQuery = { queryKey: ['promotions'], queryFn: buyingApi.promotions };

/** Done, the page is read again; baskets at hand are worked out anew when they are looked at. */
export function usePromotionAct<A extends unknown[]>(act: (...args: A) => Promise<unknown>) {
  const say = useBuyingWords();
  const client = useQueryClient();
  return useAct(async (...args: A) => {
    await act(...args);
    await client.invalidateQueries({ queryKey: promotionsQuery.queryKey });
    await client.invalidateQueries({ queryKey: ['basket'] });
  }, say('promo.saved'));
}
