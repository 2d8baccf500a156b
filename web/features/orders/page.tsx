import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useMay } from '../../app/session.ts';
import { SentGoods } from '../shortage/sent-goods.tsx';
import { ToShortages } from '../shortage/to-shortages.tsx';
import { ClearIcon, SearchIcon } from '../../lib/icons.tsx';
import { Answer, Nothing } from './answer.tsx';
import { OrderCard } from './order-card.tsx';
import { ordersApi } from './orders-api.ts';
import { useOperationsLive } from '../operations/use-operations.ts';
import { OrderOperations } from '../operations/order-operations.tsx';
import { OrdersTabs } from './tabs.tsx';
import { ProductCard } from './product-card.tsx';
import { useOrdersWords } from './words.ts';
import '../operations/pages.css';
import '../../lib/find-bar.css';
import './orders.css';

/** One box for every way to find an order. */
/** What the palette asked for, while this page is open, begins it anew. */
export function OrdersPage() {
  const { q = '' } = useSearch({ from: '/desk/orders' });
  return <Orders key={q} q={q} />;
}

function Orders({ q }: { q: string }) {
  const say = useOrdersWords();
  const may = useMay();
  const [written, setWritten] = useState(q);
  useOperationsLive();
  const asked = useDeferredValue(written).trim();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <div className="operations-page">
      <OrdersTabs />
      <main className="orders-page" data-testid="orders">
        <div className="orders-head">
          <h1>{say('title')}</h1>
          <span className="orders-ways">
            <ToShortages />
            {may('orders.import') && (
              <Link to="/orders/import" className="orders-import" data-testid="to-import">
                {say('import')}
              </Link>
            )}
          </span>
        </div>
        <form role="search" className="find-bar orders-bar" onSubmit={(event) => event.preventDefault()}>
          <SearchIcon size={18} />
          <input
            ref={field}
            data-testid="lookup"
            type="search"
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            aria-label={say('field.label')}
            placeholder={say('field.placeholder')}
            value={written}
            onChange={(event) => setWritten(event.target.value)}
          />
          {written !== '' && (
            <button
              type="button"
              className="quiet-button"
              aria-label={say('field.clear')}
              onClick={() => {
                setWritten('');
                field.current?.focus();
              }}
            >
              <ClearIcon size={14} />
            </button>
          )}
        </form>
        <div className="orders-body">{asked === '' ? <Newest /> : <Found asked={asked} />}</div>
      </main>
    </div>
  );
}

function Newest() {
  const say = useOrdersWords();
  const may = useMay();
  const query = useQuery({ queryKey: ['orders', 'newest'], queryFn: ordersApi.newest });
  return (
    <Answer query={query} failed={say('failed')}>
      {(orders) =>
        orders.length === 0 ? (
          <Nothing
            title={say('empty.title')}
            what={say(may('orders.import') ? 'empty.what' : 'empty.readOnly')}
          />
        ) : (
          <>
            <h2 className="orders-title">{say('newest')}</h2>
            {orders.map((order) => (
              <OrderCard
                key={order.orderId}
                order={order}
                goods={<SentGoods order={order} />}
                operations={<OrderOperations order={order} conversationId={null} />}
              />
            ))}
          </>
        )
      }
    </Answer>
  );
}

function Found({ asked }: { asked: string }) {
  const say = useOrdersWords();
  const query = useQuery({
    queryKey: ['orders', 'lookup', asked],
    queryFn: ({ signal }) => ordersApi.lookUp(asked, signal),
    placeholderData: (before) => before,
  });
  return (
    <Answer query={query} failed={say('failed')}>
      {({ orders, products }) =>
        orders.length + products.length === 0 ? (
          <Nothing title={say('none.title')} what={say('none.what')} />
        ) : (
          <>
            {products.length > 0 && <h2 className="orders-title">{say('found.goods')}</h2>}
            {products.map((product) => (
              <ProductCard key={product.productId} product={product} />
            ))}
            <h2 className="orders-title" role="status">
              {say('found', { count: orders.length })}
            </h2>
            {orders.map((order) => (
              <OrderCard
                key={order.orderId}
                order={order}
                found={say(`by.${order.by}`)}
                goods={<SentGoods order={order} />}
                operations={<OrderOperations order={order} conversationId={null} />}
              />
            ))}
          </>
        )
      }
    </Answer>
  );
}
