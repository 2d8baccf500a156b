import { usePreferences } from '../../app/preferences.tsx';
import { tintOf, productCard } from '../../../core/commerce/card.ts';
import { shortDayAndTime } from '../../lib/format.ts';
import { OrderStatePill } from '../orders/order-state.tsx';
import { useOrdersWords } from '../orders/words.ts';
import type { Choice as Offered } from './choices.ts';
import { pricesOf } from './prices.ts';
import { useCardsWords } from './words.ts';

interface Props {
  id: string;
  choice: Offered;
  selected: boolean;
  onPoint(): void;
  onPick(): void;
}

export function Choice({ id, choice, selected, onPoint, onPick }: Props) {
  return (
    <div
      id={id}
      className="card-choice"
      role="option"
      aria-selected={selected}
      onPointerMove={onPoint}
      onClick={onPick}
    >
      {choice.order ? <OfOrder order={choice.order} /> : <OfProduct product={choice.product} />}
    </div>
  );
}

function OfOrder({ order }: { order: NonNullable<Offered['order']> }) {
  const say = useOrdersWords();
  const { lang } = usePreferences();
  const [first, ...more] = order.lines;
  return (
    <>
      <span className="card-choice-head">
        <span className="figures">{order.number}</span>
        <OrderStatePill state={order.state} />
        <span className="card-choice-end">{say(`by.${order.by}`)}</span>
      </span>
      <span className="card-choice-what">
        {[
          first && [first.title ?? first.skuCode, first.spec].filter(Boolean).join(' '),
          more.length > 0 && `+${more.length}`,
          order.placedAt !== null && shortDayAndTime(order.placedAt, lang),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}

function OfProduct({ product }: { product: NonNullable<Offered['product']> }) {
  const say = useCardsWords();
  const { lang } = usePreferences();
  const { card } = productCard(product);
  return (
    <span className="card-choice-product">
      <span className="card-tile" data-tint={tintOf(card.id)} aria-hidden>
        {[...product.name][0]}
      </span>
      <span className="card-choice-head">
        <span className="card-choice-name">{product.name}</span>
        <span className="card-choice-end figures">{pricesOf(card, lang)}</span>
      </span>
      <span className="card-choice-what">
        {card.sizes &&
          (card.sizes.length > 0 ? say('sizes', { sizes: card.sizes.join(' / ') }) : say('soldOut'))}
      </span>
    </span>
  );
}
