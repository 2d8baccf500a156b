import { Skeleton } from 'antd';
import { Suspense, useId, useState } from 'react';
import { lazyPart } from '../../../lib/lazy-part.ts';
import type { OfferProps } from './offer-props.ts';
import { usePolicyWords } from '../words.ts';
import './offer.css';

const OfferPanel = lazyPart(() => import('./offer-panel.tsx'), 'OfferPanel');

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
