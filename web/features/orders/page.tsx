import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useDeferredValue, useEffect, useRef, useState, type ReactNode } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { SentGoods } from '../shortage/sent-goods.tsx';
import { ToShortages } from '../shortage/to-shortages.tsx';
import { sentence } from '../../lib/failure.ts';
import { ClearIcon, SearchIcon } from '../../lib/icons.tsx';
import { OrderCard } from './order-card.tsx';
import { ordersApi } from './orders-api.ts';
import { ProductCard } from './product-card.tsx';
import { useOrdersWords } from './words.ts';
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
  const asked = useDeferredValue(written).trim();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
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
      <form role="search" className="orders-bar" onSubmit={(event) => event.preventDefault()}>
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
  );
}

function Newest() {
  const say = useOrdersWords();
  const may = useMay();
  const query = useQuery({ queryKey: ['orders', 'newest'], queryFn: ordersApi.newest });
  return (
    <Answer query={query}>
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
              <OrderCard key={order.orderId} order={order} goods={<SentGoods order={order} />} />
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
    <Answer query={query}>
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
              />
            ))}
          </>
        )
      }
    </Answer>
  );
}

interface AnswerProps<T> {
  query: { data: T | undefined; error: Error | null; refetch(): unknown };
  children(data: T): ReactNode;
}

function Answer<T>({ query: { data, error, refetch }, children }: AnswerProps<T>) {
  const say = useOrdersWords();
  const { t, lang } = usePreferences();
  if (data !== undefined) return children(data);
  if (error === null) return <Skeleton paragraph={{ rows: 8 }} aria-busy aria-label={t('page.loading')} />;
  return (
    <div className="orders-nothing" role="alert">
      <h2>{say('failed')}</h2>
      <p>{sentence(error, lang)}</p>
      <Button onClick={() => void refetch()}>{t('action.tryAgain')}</Button>
    </div>
  );
}

function Nothing({ title, what }: { title: string; what: string }) {
  return (
    <div className="orders-nothing" role="status">
      <h2>{title}</h2>
      <p>{what}</p>
    </div>
  );
}
