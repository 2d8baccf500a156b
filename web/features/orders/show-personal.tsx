import { useState } from 'react';
import type { OrderPersonal } from '../../../core/commerce/order-api.ts';
import { useMay } from '../../app/session.ts';
import { EyeIcon } from '../../lib/icons.tsx';
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
  const label = say(personal ? 'order.hide' : 'order.show');
  return (
    <span className="order-personal">
      <button
        type="button"
        className="quiet-button"
        data-testid="show-personal"
        disabled={show.busy}
        aria-pressed={personal !== null}
        aria-label={label}
        title={label}
        onClick={() => (personal ? setPersonal(null) : void show.run())}
      >
        <EyeIcon />
      </button>
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
