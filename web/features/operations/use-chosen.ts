import { useState } from 'react';
import type { OrderView } from '../../../core/commerce/order-api.ts';
import { useMay } from '../../app/session.ts';
import { useMessage } from '../../lib/use-message.ts';
import type { ChosenPlan } from '../policy/choose-plan.ts';
import { beginningOf, type Begin } from './chosen.ts';
import { useOperationsWords } from './words.ts';

/** What was chosen beside an order goes on as its operation. `choose` and `begin` are null for who may not carry it out. */
export function useChosen(orders: readonly OrderView[]) {
  const say = useOperationsWords();
  const may = useMay();
  const message = useMessage();
  const [begun, setBegun] = useState<{ orderId: string; begin: Begin } | null>(null);
  const choose = (chosen: ChosenPlan) => {
    const order = orders.find(({ orderId }) => orderId === chosen.orderId);
    const begin = order && beginningOf(chosen, order);
    if (begin) setBegun({ orderId: chosen.orderId, begin });
    else message.info(say('plan.elsewhere'));
  };
  return {
    choose: may('operations.serve') ? choose : null,
    begin: may('operations.serve') ? (orderId: string, begin: Begin) => setBegun({ orderId, begin }) : null,
    beginOf: (orderId: string) => (begun?.orderId === orderId ? begun.begin : null),
    end: () => setBegun(null),
  };
}
