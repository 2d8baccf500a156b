import type { ReactNode } from 'react';
import type { ProductView, SkuView } from '../../../core/commerce/order-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { shortDayAndTime } from '../../lib/format.ts';
import { amount } from './amount.ts';
import type { PutFact } from './put-fact.ts';
import { useOrdersWords } from './words.ts';
import './orders.css';

const texts = ['safetyClass', 'material', 'care', 'sizeTable', 'excluded', 'description'] as const;

/** What may be told of a product, and what is in stock by size. Each goes into the reply with one key. */
export function ProductCard({
  product,
  send,
  onPut,
}: {
  product: ProductView;
  /** Where there is a reply for its card to go with. */
  send?: ReactNode;
  onPut?: PutFact;
}) {
  const say = useOrdersWords();
  const { name, facts, skus } = product;
  const { guaranteeDays } = facts;
  return (
    <article className="product" data-testid="product">
      <h3>{name}</h3>
      <dl className="product-facts">
        {texts.map((fact) => {
          const value = facts[fact];
          if (value === undefined) return null;
          const label = say(`fact.${fact}`);
          return (
            <Fact
              key={fact}
              label={label}
              sentence={say('put.fact', { name, fact: label, value })}
              onPut={onPut}
            >
              {value}
            </Fact>
          );
        })}
        {guaranteeDays !== undefined && (
          <Fact
            label={say('fact.guaranteeDays')}
            sentence={say('put.guarantee', { name, count: guaranteeDays })}
            onPut={onPut}
          >
            {say('fact.days', { count: guaranteeDays })}
          </Fact>
        )}
      </dl>
      {skus.length > 0 && (
        <ul className="skus" aria-label={say('stock')}>
          {skus.map((sku) => (
            <Sku key={sku.code} sku={sku} name={name} onPut={onPut} />
          ))}
        </ul>
      )}
      {send}
    </article>
  );
}

interface FactProps {
  label: string;
  sentence: string;
  onPut?: PutFact;
  children: string;
}

function Fact({ label, sentence, onPut, children }: FactProps) {
  const say = useOrdersWords();
  return (
    <div className="product-fact">
      <dt>{label}</dt>
      <dd>
        {onPut ? (
          <button
            type="button"
            className="fact-put"
            data-testid="put-fact"
            title={say('beside.put', { fact: sentence })}
            onClick={() => onPut(sentence)}
          >
            {children}
          </button>
        ) : (
          children
        )}
      </dd>
    </div>
  );
}

function Sku({ sku, name, onPut }: { sku: SkuView; name: string; onPut?: PutFact }) {
  const say = useOrdersWords();
  const { lang } = usePreferences();
  const { code, spec, size, stock, priceFen, currency, countedAt } = sku;
  const what = [spec, size !== spec && size].filter(Boolean).join(' ') || code;
  const left =
    stock === null
      ? say('stock.unknown')
      : stock === 0
        ? say('stock.none')
        : say('stock.left', { count: stock });
  const counted =
    countedAt === null ? undefined : say('stock.counted', { time: shortDayAndTime(countedAt, lang) });
  const sentence = say('put.stock', { name, spec: what });
  return (
    <li>
      <span title={code}>{what}</span>
      <span className="figures muted">{priceFen !== null && amount(priceFen, currency, lang)}</span>
      {onPut && stock ? (
        <button
          type="button"
          className="fact-put figures"
          title={say('beside.put', { fact: sentence })}
          onClick={() => onPut(sentence)}
        >
          {left}
        </button>
      ) : (
        <span className={stock === 0 ? 'figures stock-none' : 'figures muted'} title={counted}>
          {left}
        </span>
      )}
    </li>
  );
}
