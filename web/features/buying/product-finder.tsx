import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { ProductView } from '../../../core/commerce/order-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { cardsApi } from '../cards/cards-api.ts';
import { useBuyingWords } from './words.ts';
import './buying.css';

const mostShown = 8;

/** A product by a part of its name or by a SKU: typed, chosen with the arrows and Enter. */
export function ProductFinder({ onPick }: { onPick(product: ProductView): void }) {
  const say = useBuyingWords();
  const { lang } = usePreferences();
  const [written, setWritten] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const asked = useDeferredValue(written).trim();
  const { data, error } = useQuery({
    queryKey: ['products', asked],
    queryFn: ({ signal }) => cardsApi.products(asked, signal),
    enabled: asked !== '',
    placeholderData: (before) => before,
  });
  const found = asked === '' ? [] : (data ?? []).slice(0, mostShown);
  const current = Math.min(at, found.length - 1);
  const pick = (product: ProductView) => {
    setWritten('');
    onPick(product);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((current + by + found.length) % found.length);
    } else if (event.key === 'Enter' && found[current] && asked === written.trim()) {
      event.preventDefault();
      pick(found[current]);
    } else if (event.key === 'Escape' && written !== '') {
      event.stopPropagation();
      setWritten('');
    }
  };
  return (
    <div className="product-finder">
      <input
        ref={field}
        data-testid="buying-field"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? `${listId}-${current}` : undefined}
        aria-label={say('field.label')}
        placeholder={say('field.placeholder')}
        autoComplete="off"
        maxLength={100}
        value={written}
        onChange={(event) => {
          setWritten(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={say('field.label')}>
        {found.map((product, index) => (
          <div
            key={product.productId}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === current}
            onPointerMove={() => setAt(index)}
            onClick={() => pick(product)}
          >
            {product.name}
          </div>
        ))}
      </div>
      {error && !data && <p role="alert">{sentence(error, lang)}</p>}
      {asked !== '' && data && found.length === 0 && <p className="muted">{say('field.none')}</p>}
    </div>
  );
}
