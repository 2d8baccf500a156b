import { useAct } from '../../lib/use-act.ts';
import { operationsApi } from './operations-api.ts';
import { useOperated } from './use-operations.ts';
import { useOperationsWords } from './words.ts';

/** The desk's word again, where the shop system has brought another since. */
export function useKeep(operationId: string, orderId: string) {
  const say = useOperationsWords();
  const operated = useOperated();
  return useAct(async () => {
    try {
      await operationsApi.keep(operationId);
    } finally {
      void operated(orderId);
    }
  }, say('overtaken.kept'));
}
