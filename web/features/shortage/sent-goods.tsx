import { useState } from 'react';
import type { OrderView } from '../../../core/commerce/order-api.ts';
import { useBuyingWords } from '../buying/words.ts';
import { BatchDrawer } from './batch-drawer.tsx';
import './shortage.css';

/** What left in the parcels, by batch: from each the way to whoever else got some of it. */
export function SentGoods({ order }: { order: OrderView }) {
  const say = useBuyingWords();
  const [looked, setLooked] = useState<{ sku: string; batch: string } | null>(null);
  const items = order.parcels.flatMap((parcel) => parcel.items);
  if (items.length === 0) return null;
  return (
    <details className="sent-goods" data-testid="sent-goods">
      <summary>{say('batch.title')}</summary>
      <ul>
        {items.map(({ skuCode, batch, quantity }, at) => (
          <li key={at}>
            <span className="figures">
              {skuCode} × {quantity}
            </span>
            <span className="muted figures">
              {batch === '' ? say('batch.none') : say('batch.no', { batch })}
            </span>
            <button
              type="button"
              className="quiet-button"
              data-testid="batch-look"
              aria-label={say('batch.look.of', { sku: skuCode, batch })}
              onClick={() => setLooked({ sku: skuCode, batch })}
            >
              {say('batch.look')}
            </button>
          </li>
        ))}
      </ul>
      {looked && <BatchDrawer {...looked} onClose={() => setLooked(null)} />}
    </details>
  );
}
