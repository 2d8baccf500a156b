import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Drawer, Skeleton } from 'antd';
import type { BatchView } from '../../../core/commerce/buying-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { dayAndTime, shortDayAndTime } from '../../lib/format.ts';
import { buyingApi } from '../buying/buying-api.ts';
import { useBuyingWords } from '../buying/words.ts';
import { useOrdersWords } from '../orders/words.ts';

interface Props {
  sku: string;
  batch: string;
  onClose(): void;
}

/** Somebody came to harm by one of it: who else got some, and who else has reported harm. */
export function BatchDrawer({ sku, batch, onClose }: Props) {
  const say = useBuyingWords();
  const { lang } = usePreferences();
  const { data, error, refetch } = useQuery({
    queryKey: ['batch', sku, batch],
    queryFn: () => buyingApi.batch(sku, batch),
    staleTime: 0,
  });
  return (
    <Drawer open size={480} title={say('batch.page')} onClose={onClose}>
      {data ? (
        <Batch view={data} onLeave={onClose} />
      ) : error ? (
        <div role="alert">
          <h3>{say('batch.failed')}</h3>
          <p>{sentence(error, lang)}</p>
          <Button onClick={() => void refetch()}>{say('again')}</Button>
        </div>
      ) : (
        <Skeleton />
      )}
    </Drawer>
  );
}

function Batch({ view, onLeave }: { view: BatchView; onLeave(): void }) {
  const say = useBuyingWords();
  const orderSay = useOrdersWords();
  const { lang } = usePreferences();
  const { skuCode, title, batch, orders, units, inStock, complaints, newest } = view;
  return (
    <div className="batch" data-testid="batch">
      <h3>{title ?? skuCode}</h3>
      <p className="muted figures">
        {skuCode} · {batch === '' ? say('batch.none') : say('batch.no', { batch })}
      </p>
      <p className="figures">{say('batch.sums', { orders, units, stock: inStock })}</p>
      <h4>{say('batch.reports')}</h4>
      {complaints.length === 0 ? (
        <p className="muted">{say('batch.reports.none')}</p>
      ) : (
        <ul className="batch-reports" data-testid="batch-reports">
          {complaints.map(({ conversationId, messageSeq, at, number }) => (
            <li key={`${number} ${at}`}>
              <span className="figures">
                {say('batch.reports.line', { time: shortDayAndTime(at, lang), number })}
              </span>
              {conversationId === null ? (
                <span className="muted">{say('batch.reports.closed')}</span>
              ) : (
                <Link
                  to="/inbox/$conversationId"
                  params={{ conversationId }}
                  search={{ m: messageSeq }}
                  onClick={onLeave}
                >
                  {say('batch.reports.open')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      <h4>{say('batch.orders')}</h4>
      <ul className="batch-orders figures">
        {newest.map(({ orderId, number, receiver, state, quantity, dispatchedAt }) => (
          <li key={orderId}>
            <span>{number}</span>
            <span>{receiver}</span>
            <span>× {quantity}</span>
            <span className="muted">{orderSay(`state.${state ?? 'unknown'}`)}</span>
            <span className="muted">{dispatchedAt !== null && dayAndTime(dispatchedAt, lang)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
