import { lazy, Suspense, useId, useState } from 'react';
import { Skeleton } from 'antd';
import type { InQuestion } from '../../../../core/commerce/in-question/order-in-question.ts';
import type { WishGuess } from '../../../../core/commerce/in-question/wish-guess.ts';
import type { OrderView } from '../../../../core/commerce/order-api.ts';
import { usePolicyWords } from '../words.ts';
import './offer.css';

const OfferPanel = lazy(() => import('./offer-panel.tsx').then((module) => ({ default: module.OfferPanel })));

export interface OfferProps {
  conversationId: string;
  order: OrderView;
  /** Set where the conversation is about this order. */
  inQuestion: InQuestion | null;
  guess: WishGuess | null;
}

/** What may be offered on an order; open by itself where the customer's words ask for something. */
export function Offer(props: OfferProps) {
  const say = usePolicyWords();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const id = useId();
  const open = wanted ?? (props.inQuestion !== null && props.guess !== null);
  if (props.order.lines.length === 0) return null;
  return (
    <section className="offer" data-testid="offer">
      <button
        type="button"
        className="offer-head"
        aria-expanded={open}
        aria-controls={id}
        data-testid="offer-open"
        onClick={() => setWanted(!open)}
      >
        {say('offer.title')}
      </button>
      <div id={id}>
        {open && (
          <Suspense fallback={<Skeleton title={false} paragraph={{ rows: 3 }} />}>
            <OfferPanel {...props} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
