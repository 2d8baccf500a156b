import { useState } from 'react';
import type { OrderPersonal } from '../../../core/commerce/order-api.ts';
import { useMay } from '../../app/session.ts';
import { EyeButton } from '../../lib/eye-button.tsx';
import { useAct } from '../../lib/use-act.ts';
import { ordersApi } from './orders-api.ts';
import { useOrdersWords } from './words.ts';
import './show-personal.css';

interface Props {
  orderId: string;
  /** Whoever pays needs the number, whoever sends also where to. */
  parts: readonly Exclude<keyof OrderPersonal, 'atDesk'>[];
}

/** What is masked of an order, shown to whoever asks; that they asked is written down. */
export function ShowPersonal({ orderId, parts }: Props) {
  const say = useOrdersWords();
  const may = useMay();
  const [personal, setPersonal] = useState<OrderPersonal | null>(null);
  const show = useAct(async () => setPersonal(await ordersApi.unmask(orderId)));
  if (!may('orders.unmask')) return null;
  return (
    <span className="order-personal">
      <EyeButton
        shown={personal !== null}
        busy={show.busy}
        label={say(personal ? 'order.hide' : 'order.show')}
        testId="show-personal"
        onClick={() => (personal ? setPersonal(null) : void show.run())}
      />
      {personal && (
        <strong className="figures">
          {parts
            .map((part) => personal[part])
            .filter(Boolean)
            .join(' · ')}
        </strong>
      )}
    </span>
  );
}
