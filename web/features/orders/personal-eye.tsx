import type { OrderPersonal } from '../../../core/commerce/order-api.ts';
import { useMay } from '../../app/session.ts';
import { EyeButton } from '../../lib/eye-button.tsx';
import { useAct } from '../../lib/use-act.ts';
import { ordersApi } from './orders-api.ts';
import { useOrdersWords } from './words.ts';

interface Props {
  orderId: string;
  /** What is shown now; null: masked. */
  personal: OrderPersonal | null;
  testId: string;
  onChange(personal: OrderPersonal | null): void;
}

/** Shows what is masked of an order to whoever may see it; that they asked is written down. */
export function PersonalEye({ orderId, personal, testId, onChange }: Props) {
  const say = useOrdersWords();
  const may = useMay();
  const show = useAct(async () => onChange(await ordersApi.unmask(orderId)));
  if (!may('orders.unmask')) return null;
  return (
    <EyeButton
      shown={personal !== null}
      busy={show.busy}
      label={say(personal ? 'order.hide' : 'order.show')}
      testId={testId}
      onClick={() => (personal ? onChange(null) : void show.run())}
    />
  );
}
