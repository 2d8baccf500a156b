import { useState } from 'react';
import type { OrderPersonal } from '../../../core/commerce/order-api.ts';
import { PersonalEye } from './personal-eye.tsx';
import './show-personal.css';

interface Props {
  orderId: string;
  /** Whoever pays needs the number, whoever sends also where to. */
  parts: readonly Exclude<keyof OrderPersonal, 'atDesk'>[];
}

/** What is masked of an order, beside the eye that shows it. */
export function ShowPersonal({ orderId, parts }: Props) {
  const [personal, setPersonal] = useState<OrderPersonal | null>(null);
  return (
    <span className="order-personal">
      <PersonalEye orderId={orderId} personal={personal} testId="show-personal" onChange={setPersonal} />
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
