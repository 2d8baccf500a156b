import { useState, type ReactNode } from 'react';
import type { OrderPersonal, OrderView } from '../../../core/commerce/order-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { dayAndTime } from '../../lib/format.ts';
import { amount } from './amount.ts';
import { SourceAgeLine } from './source-age-line.tsx';
import { OrderStatePill } from './order-state.tsx';
import { ParcelView } from './parcel-view.tsx';
import { PersonalEye } from './personal-eye.tsx';
import type { PutFact } from './put-fact.ts';
import { sourceName, useOrdersWords } from './words.ts';
import './orders.css';

interface Props {
  order: OrderView;
  /** How it was found. */
  found?: ReactNode;
  /** What may be done to it and was done. */
  operations?: ReactNode;
  /** Where there is a reply to put facts into. */
  onPut?: PutFact;
  /** What else is to be said of its goods. */
  goods?: ReactNode;
}

/** An order with its lines, parcels and what the shop changed in it. */
export function OrderCard({ order, found, operations, onPut, goods }: Props) {
  const say = useOrdersWords();
  const { lang } = usePreferences();
  const [personal, setPersonal] = useState<OrderPersonal | null>(null);
  const money = (fen: number) => amount(fen, order.currency, lang);
  const { receiver, phone, address } = personal ?? order;
  return (
    <article className="order" data-testid="order">
      <header className="order-head">
        <h3 className="figures">{say('order.number', { number: personal?.number ?? order.number })}</h3>
        <OrderStatePill state={order.state} said={order.stateSaid} />
        {found && <span className="order-found">{found}</span>}
        <PersonalEye
          orderId={order.orderId}
          personal={personal}
          testId="order-unmask"
          onChange={setPersonal}
        />
      </header>
      <p className="order-facts muted figures">
        {[
          sourceName(say, order.source),
          order.placedAt !== null && say('order.placed', { time: dayAndTime(order.placedAt, lang) }),
          order.paidFen !== null && say('order.paid', { amount: money(order.paidFen) }),
          !!order.refundedFen && say('order.refunded', { amount: money(order.refundedFen) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <SourceAgeLine standing={order.standing} />
      {(receiver ?? phone ?? address) !== null && (
        <p className="order-facts muted figures">{[receiver, phone, address].filter(Boolean).join(' · ')}</p>
      )}
      {personal?.atDesk && (
        <Note
          title={say('order.atDesk')}
          text={[personal.atDesk.receiver, personal.atDesk.phone, personal.atDesk.address]
            .filter(Boolean)
            .join(' · ')}
        />
      )}
      {personal?.buyerNote && <Note title={say('order.buyerNote')} text={personal.buyerNote} />}
      {personal?.sellerNote && <Note title={say('order.sellerNote')} text={personal.sellerNote} />}
      {order.lines.length > 0 && (
        <ul className="order-lines">
          {order.lines.map((line, at) => (
            <li key={at}>
              <span>
                {line.title ?? line.skuCode}
                {line.spec && <span className="muted"> {line.spec}</span>}
                {line.swappedBy && <span className="line-swapped">{say('line.swapped')}</span>}
              </span>
              <span className="figures muted">{say('line.times', { count: line.quantity })}</span>
              <span className="figures">{line.priceFen !== null && money(line.priceFen)}</span>
            </li>
          ))}
        </ul>
      )}
      {order.changes.map((change) => (
        <p key={`${change.kind} ${change.skuCode} ${change.at}`} className="order-change">
          {say(`change.${change.kind}`, { sku: change.skuCode, to: change.toSkuCode ?? '–' })} ·{' '}
          {say(change.agreedAt === null ? 'change.notAgreed' : 'change.agreed')}
        </p>
      ))}
      {order.parcels.map((parcel) => (
        <ParcelView key={parcel.trackingNo} parcel={parcel} onPut={onPut} />
      ))}
      {goods}
      {operations}
    </article>
  );
}

function Note({ title, text }: { title: string; text: string }) {
  return (
    <p className="order-facts">
      <span className="muted">{title}</span> {text}
    </p>
  );
}
