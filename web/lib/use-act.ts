import { useMutation } from '@tanstack/react-query';
import { usePreferences } from '../app/preferences.tsx';
import { sentence } from './failure.ts';
import { useMessage } from './use-message.ts';

/** One thing a person does: busy while it runs, and a refusal said as a sentence. Answers whether it was done. */
export function useAct<A extends unknown[]>(act: (...args: A) => Promise<unknown>, done?: string) {
  const message = useMessage();
  const { lang } = usePreferences();
  const mutation = useMutation({ mutationFn: (args: A) => act(...args) });
  const run = async (...args: A): Promise<boolean> => {
    try {
      await mutation.mutateAsync(args);
      if (done !== undefined) message.success(done);
      return true;
    } catch (error) {
      message.warning(sentence(error, lang), 6);
      return false;
    }
  };
  return { run, busy: mutation.isPending };
}
