import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { OperationView } from '../../../core/commerce/operation-api.ts';
import type { OperationKind } from '../../../core/commerce/operations/operation.ts';
import type { OrderView } from '../../../core/commerce/order-api.ts';
import { useStatus } from '../../app/live.tsx';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { useMessage } from '../../lib/use-message.ts';
import type { PutFact } from '../orders/put-fact.ts';
import type { Begin } from './chosen.ts';
import { OperationsHistory } from './history.tsx';
import { OperationsMenu } from './menu.tsx';
import { orderOperationsQuery } from './use-operations.ts';
import { useOperationsWords } from './words.ts';
import './looks.css';
import './operations.css';

const loadDialog = () => import('./dialog.tsx').then((module) => ({ default: module.OperationDialog }));
const OperationDialog = lazy(loadDialog);
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
  /** A plan that was chosen: its form opens. */
  begin?: Begin | null;
  onBegun?(): void;
}

/** What may be done to an order, and what was done: beside its conversation at once, in a list when it is asked for. */
export function OrderOperations({ order, conversationId, beside, onPut, begin, onBegun }: Props) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const [asked, setAsked] = useState(conversationId !== null);
  const [shown, setShown] = useState(conversationId !== null);
  const [doing, setDoing] = useState<{ kind: OperationKind; edited?: OperationView } | null>(null);
  const { data, error } = useQuery({ ...orderOperationsQuery(order.orderId), enabled: asked });
  const message = useMessage();
  const offline = useStatus() === 'offline';
  const open = (next: { kind: OperationKind; edited?: OperationView }) =>
    offline ? void message.info(say('dialog.offline')) : setDoing(next);
  const close = () => {
    setDoing(null);
    onBegun?.();
  };
  const opened = begin ? { kind: begin.kind } : doing;
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
          onOpen={() => {
            setAsked(true);
            // Nobody waits for the form once they have chosen; where it does not come, choosing asks for it again.
            void loadDialog().catch(() => {});
          }}
          onChoose={(kind) => open({ kind })}
        />
      </div>
      {shown &&
        (data ? (
          <OperationsHistory
            answer={data}
            quiet={conversationId !== null}
            onPut={onPut}
            onEdit={(edited) => open({ kind: edited.kind, edited })}
          />
        ) : error ? (
          <p role="alert" className="field-problem">
            {say('history.failed')}：{sentence(error, lang)}
          </p>
        ) : (
          <Skeleton title={false} paragraph={{ rows: 1 }} />
        ))}
      {opened && (
        <Suspense>
          {opened.kind === 'book-in' ? (
            <BookInDialog order={order} conversationId={conversationId} onClose={close} />
          ) : (
            <OperationDialog
              kind={opened.kind}
              order={order}
              conversationId={doing?.edited?.conversationId ?? conversationId}
              edited={doing?.edited}
              begin={begin}
              onClose={close}
            />
          )}
        </Suspense>
      )}
    </div>
  );
}
