import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { ordersApi } from '../orders/orders-api.ts';
import { cardsApi, type Wanted } from './cards-api.ts';
import { choicesOf } from './choices.ts';
import { Choice } from './choice.tsx';
import { useCardsWords } from './words.ts';
import './cards.css';

interface Props {
  conversationId: string;
  onPick(card: Wanted): void;
  onClose(): void;
}

/** The customer's own orders first, then the shop's goods by what is written. */
export function CardPicker({ conversationId, onPick, onClose }: Props) {
  const say = useCardsWords();
  const { lang } = usePreferences();
  const [written, setWritten] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  // Once: while it closes, the reply has the focus already.
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const asked = useDeferredValue(written).trim();
  const beside = useQuery({
    queryKey: ['conversation-orders', conversationId],
    queryFn: () => ordersApi.beside(conversationId),
  });
  const goods = useQuery({
    queryKey: ['products', asked],
    queryFn: ({ signal }) => cardsApi.products(asked, signal),
    placeholderData: (before) => before,
  });
  // Until the orders are there, nothing that would move under a finger.
  const groups = beside.isPending ? [] : choicesOf(beside.data, goods.data, asked);
  const settled = !goods.isPlaceholderData && asked === written.trim();
  const all = groups.flatMap(({ choices }) => choices);
  const current = Math.min(at, all.length - 1);
  const chosen = all[current];

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.nativeEvent.isComposing) return;
    if (by !== undefined) {
      event.preventDefault();
      const next = (current + by + all.length) % Math.max(1, all.length);
      setAt(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (chosen && settled) onPick(chosen.wanted);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
  };

  return (
    <div className="card-picker" data-testid="card-picker">
      <input
        ref={field}
        className="card-field"
        data-testid="card-field"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={chosen && `${listId}-${current}`}
        aria-label={say('field')}
        placeholder={say('field')}
        maxLength={100}
        value={written}
        onChange={(event) => {
          setWritten(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} className="card-list" role="listbox" aria-label={say('title')}>
        {groups.map(({ group, choices }) => (
          <div key={group} role="group" aria-label={say(group)}>
            <p className="card-group" aria-hidden>
              {say(group)}
            </p>
            {choices.map((choice) => {
              const index = all.indexOf(choice);
              return (
                <Choice
                  key={choice.key}
                  id={`${listId}-${index}`}
                  choice={choice}
                  selected={index === current}
                  onPoint={() => setAt(index)}
                  onPick={() => onPick(choice.wanted)}
                />
              );
            })}
          </div>
        ))}
      </div>
      {[
        { query: beside, failed: say('orders.failed') },
        { query: goods, failed: say('goods.failed') },
      ].map(
        ({ query, failed }) =>
          query.error && (
            <p key={failed} className="card-failed" role="alert">
              <strong>{failed}</strong> {sentence(query.error, lang)}{' '}
              <button type="button" className="quiet-button" onClick={() => void query.refetch()}>
                {say('again')}
              </button>
            </p>
          ),
      )}
      {all.length === 0 && !beside.error && !goods.error && (
        <p className="card-none" role="status">
          {beside.data && goods.data ? (
            asked === '' ? (
              say('none.goods')
            ) : (
              <>
                <strong>{say('none.title')}</strong>
                <br />
                {say('none.what')}
              </>
            )
          ) : (
            say('loading')
          )}
        </p>
      )}
      <p className="card-keys">{say('keys')}</p>
    </div>
  );
}
