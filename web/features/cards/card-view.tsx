import type { OrderCard, ProductCard } from '../../../core/commerce/card.ts';
import { tintOf } from '../../../core/commerce/card.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { shortDayAndTime } from '../../lib/format.ts';
import { amount } from '../orders/amount.ts';
import { OrderStatePill } from '../orders/order-state.tsx';
import { useOrdersWords } from '../orders/words.ts';
import type { Attachment } from '../../../core/attachments.ts';
import { pricesOf } from './prices.ts';
import { useCardsWords } from './words.ts';
import '../orders/orders.css';
import './cards.css';

/** A card as its message carries it: as things stood when it was sent. */
export function CardView({ attachment: { name, card } }: { attachment: Attachment }) {
  if (!card) return <span data-testid="card">{name}</span>;
  return card.kind === 'product' ? <OfProduct name={name ?? ''} card={card} /> : <OfOrder card={card} />;
}

function OfProduct({ name, card }: { name: string; card: ProductCard }) {
  const say = useCardsWords();
  const { lang } = usePreferences();
  const prices = pricesOf(card, lang);
  return (
    <section className="said-card said-product" aria-label={say('product')} data-testid="card">
      <span className="card-tile" data-tint={tintOf(card.id)} aria-hidden>
        {[...name][0]}
      </span>
      <span className="said-card-name">{name}</span>
      {prices && <span className="said-card-price figures">{prices}</span>}
      {card.sizes && (
        <span className="muted">
          {card.sizes.length > 0 ? say('sizes', { sizes: card.sizes.join(' / ') }) : say('soldOut')}
        </span>
      )}
    </section>
  );
}

function OfOrder({ card }: { card: OrderCard }) {
  const say = useCardsWords();
  const sayOrders = useOrdersWords();
  const { lang } = usePreferences();
  const { number, state, currency, paidFen, lines, moreLines, parcel } = card;
  return (
    <section className="said-card said-order" aria-label={say('order')} data-testid="card">
      <span className="said-card-head">
        <span className="said-card-name figures">{sayOrders('order.number', { number })}</span>
        <OrderStatePill state={state} />
      </span>
      {lines.map(({ title, spec, quantity }, at) => (
        <span key={at} className="said-card-line">
          <span>
            {title} {spec && <span className="muted">{spec}</span>}
          </span>
          <span className="figures muted">{say('times', { count: quantity })}</span>
        </span>
      ))}
      {moreLines > 0 && <span className="muted">{say('more.lines', { count: moreLines })}</span>}
      {paidFen !== null && (
        <span className="said-card-paid figures">
          {say('paid', { amount: amount(paidFen, currency, lang) })}
        </span>
      )}
      {parcel && (
        <span className="said-card-parcel">
          {[
            parcel.carrier,
            parcel.deliveredAt !== null
              ? say('delivered', { time: shortDayAndTime(parcel.deliveredAt, lang) })
              : parcel.scan && `${shortDayAndTime(parcel.scan.at, lang)} ${parcel.scan.said}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}
    </section>
  );
}
