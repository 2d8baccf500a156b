import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { OperationView } from '../../../core/commerce/operation-api.ts';
import type { OperationKind } from '../../../core/commerce/operations/operation.ts';
import type { OrderView } from '../../../core/commerce/order-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import type { PutFact } from '../orders/put-fact.ts';
import { OperationsHistory } from './history.tsx';
import { OperationsMenu } from './menu.tsx';
import { orderOperationsQuery, useOperationsLive } from './use-operations.ts';
import { useOperationsWords } from './words.ts';
import './looks.css';
import './operations.css';

const OperationDialog = lazy(() =>
  import('./dialog.tsx').then((module) => ({ default: module.OperationDialog })),
);
const BookInDialog = lazy(() =>
  import('../warehouse/book-in-dialog.tsx').then((module) => ({ default: module.BookInDialog })),
);

interface Props {
  order: OrderView;
  /** Beside whose conversation; null: in a list of orders. */
  conversationId: string | null;
  /** Beside the menu. */
  beside?: ReactNode;
  /** Where there is a reply to put a sentence into. */
  onPut?: PutFact;
}

/** What may be done to an order, and what was done: beside its conversation at once, in a list when it is asked for. */
export function OrderOperations({ order, conversationId, beside, onPut }: Props) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const [asked, setAsked] = useState(conversationId !== null);
  const [shown, setShown] = useState(conversationId !== null);
  const [doing, setDoing] = useState<{ kind: OperationKind; edited?: OperationView } | null>(null);
  const { data, error } = useQuery({ ...orderOperationsQuery(order.orderId), enabled: asked });
  useOperationsLive();
  const close = () => setDoing(null);
  return (
    <div className="order-operations">
      <div className="order-operations-bar">
        {beside}
        {!shown && (
          <button
            type="button"
            className="quiet-button"
            data-testid="operations-history"
            onClick={() => {
              setAsked(true);
              setShown(true);
            }}
          >
            {say('history.show')}
          </button>
        )}
        <OperationsMenu
          number={order.number}
          menu={data?.menu}
          failed={error !== null}
          beside={conversationId !== null}
          onOpen={() => setAsked(true)}
          onChoose={(kind) => setDoing({ kind })}
        />
      </div>
      {shown &&
        (data ? (
          <OperationsHistory
            answer={data}
            quiet={conversationId !== null}
            onPut={onPut}
            onEdit={(edited) => setDoing({ kind: edited.kind, edited })}
          />
        ) : error ? (
          <p role="alert" className="field-problem">
            {say('history.failed')}：{sentence(error, lang)}
          </p>
        ) : (
          <Skeleton title={false} paragraph={{ rows: 1 }} />
        ))}
      {doing && (
        <Suspense>
          {doing.kind === 'book-in' ? (
            <BookInDialog order={order} conversationId={conversationId} onClose={close} />
          ) : (
            <OperationDialog
              kind={doing.kind}
              order={order}
              conversationId={doing.edited?.conversationId ?? conversationId}
              edited={doing.edited}
              onClose={close}
            />
          )}
        </Suspense>
      )}
    </div>
  );
}
