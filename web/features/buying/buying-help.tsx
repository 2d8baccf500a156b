import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ProductView } from '../../../core/commerce/order-api.ts';
import type { Body } from '../../../core/commerce/size/advise-size.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { CloseIcon } from '../../lib/icons.tsx';
import { amount } from '../orders/amount.ts';
import { buyingApi } from './buying-api.ts';
import { BasketSum } from './basket-sum.tsx';
import { lookAt, useLooking, usePutInto } from './basket.ts';
import { CompanionList } from './companions.tsx';
import { ProductFinder } from './product-finder.tsx';
import { SizeHelp } from './size-help.tsx';
import { useBuyingWords } from './words.ts';
import './buying.css';

interface Props {
  conversationId: string;
  /** The goods of the customer's orders, which need not be looked for. */
  known: readonly ProductView[];
  said: Body;
  onPut(text: string): void;
}

/** Sizes, what goes together, and the best price of a basket, beside the conversation. */
export function BuyingHelp({ conversationId, known, said, onPut }: Props) {
  const say = useBuyingWords();
  const section = useRef<HTMLElement>(null);
  const { productId } = useLooking(conversationId);
  return (
    <section ref={section} className="side-section buying" data-testid="buying">
      <h3>
        <button
          type="button"
          className="buying-head"
          data-command="buying"
          onClick={() => section.current?.querySelector<HTMLInputElement>('input')?.focus()}
        >
          {say('title')}
        </button>
      </h3>
      <ProductFinder onPick={(product) => lookAt(conversationId, product.productId)} />
      {productId === null ? (
        <p className="muted">{say('what')}</p>
      ) : (
        <Looked
          key={productId}
          conversationId={conversationId}
          productId={productId}
          known={known}
          said={said}
          onPut={onPut}
        />
      )}
      <h4>{say('basket.title')}</h4>
      <BasketSum conversationId={conversationId} onPut={onPut} />
    </section>
  );
}

function Looked({ conversationId, productId, known, said, onPut }: Props & { productId: string }) {
  const say = useBuyingWords();
  const { lang } = usePreferences();
  const put = usePutInto(conversationId);
  const { data } = useQuery({
    queryKey: ['product', productId],
    queryFn: () => buyingApi.product(productId),
    initialData: known.find((product) => product.productId === productId),
  });
  if (!data) return null;
  const { name, skus } = data;
  return (
    <article className="buying-product" data-testid="buying-product">
      <header>
        <strong>{name}</strong>
        <button
          type="button"
          className="quiet-button"
          aria-label={say('close')}
          title={say('close')}
          onClick={() => lookAt(conversationId, null)}
        >
          <CloseIcon size={14} />
        </button>
      </header>
      <SizeHelp productId={productId} said={said} onPut={onPut} />
      <div className="buying-skus" role="group" aria-label={say('basket.add')}>
        {skus.map(({ code, size, spec, priceFen, currency, stock }) => {
          const what = size ?? spec ?? code;
          return (
            <button
              key={code}
              type="button"
              className="buying-sku figures"
              data-testid="buying-sku"
              disabled={priceFen === null}
              data-gone={stock === 0}
              title={say('basket.add.of', { name: `${name} ${what}` })}
              onClick={() => put(productId, code, 1)}
            >
              <span>{what}</span>
              {priceFen !== null && <small>{amount(priceFen, currency, lang)}</small>}
            </button>
          );
        })}
      </div>
      <CompanionList productId={productId} onLook={(other) => lookAt(conversationId, other)} onPut={onPut} />
    </article>
  );
}
