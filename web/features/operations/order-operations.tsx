import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Suspense, useState, type ReactNode } from 'react';
import type { OperationView } from '../../../core/commerce/operation-api.ts';
import type { OperationKind } from '../../../core/commerce/operations/operation.ts';
import type { OrderView } from '../../../core/commerce/order-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { lazyPart } from '../../lib/lazy-part.ts';
import type { PutFact } from '../orders/put-fact.ts';
import type { Begin } from './chosen.ts';
import { ComingDialog } from './coming-dialog.tsx';
import { OperationsHistory } from './history.tsx';
import { OperationsMenu } from './menu.tsx';
import { orderOperationsQuery } from './use-operations.ts';
import { useOperationsWords } from './words.ts';
import './looks.css';
import './operations.css';

const loadDialog = () => import('./dialog.tsx');
const OperationDialog = lazyPart(loadDialog, 'OperationDialog');
const BookInDialog = lazyPart(() => import('../warehouse/book-in-dialog.tsx'), 'BookInDialog');

interface Props {
  order: OrderView;
  /** Beside whose conversation; null: in a list of orders. */
  conversationId: string | null;
  /** Beside the menu. */
  beside?: ReactNode;
  /** What else there is to say of the order. It comes below the menu, which must not move under a hand when it arrives. */
  children?: ReactNode;
  /** Where there is a reply to put a sentence into. */
  onPut?: PutFact;
  /** A plan that was chosen: its form opens. */
  begin?: Begin | null;
  onBegun?(): void;
}

/** What may be done to an order, and what was done: beside its conversation at once, in a list when it is asked for. */
export function OrderOperations(props: Props) {
  const { order, conversationId, beside, children, onPut, begin, onBegun } = props;
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const [asked, setAsked] = useState(conversationId !== null);
  const [shown, setShown] = useState(conversationId !== null);
  const [doing, setDoing] = useState<{ kind: OperationKind; edited?: OperationView } | null>(null);
  const { data, error } = useQuery({ ...orderOperationsQuery(order.orderId), enabled: asked });
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
          onNear={() => {
            setAsked(true);
            // Nobody waits for the form once they have chosen; where it does not come, choosing asks for it again.
            void loadDialog().catch(() => {});
          }}
          onChoose={(kind) => setDoing({ kind })}
        />
      </div>
      {children}
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
      {opened && (
        <Suspense fallback={<ComingDialog kind={opened.kind} number={order.number} onClose={close} />}>
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
