import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '../../lib/use-act.ts';
import { useBuyingWords } from '../buying/words.ts';

/** Done, the lists and the panels that show shortages are read again. */
export function useShortageAct<A extends unknown[]>(act: (...args: A) => Promise<unknown>) {
  const say = useBuyingWords();
  const client = useQueryClient();
  return useAct(async (...args: A) => {
    await act(...args);
    await client.invalidateQueries({ queryKey: ['shortages'] });
  }, say('short.done'));
}
