import { Suspense } from 'react';
import type { CustomerCard, ThreadAnswer } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { customerName } from '../../lib/customer-name.ts';
import { dayAndTime } from '../../lib/format.ts';
import type { WordKey } from '../../words/index.ts';
import { Episodes } from './episodes.tsx';
import { Masked } from './masked.tsx';
import { ScorePanel } from './score-panel.tsx';
import { lazyPart } from '../../lib/lazy-part.ts';
import './customer.css';

const CustomerDetails = lazyPart(() => import('./details/details.tsx'), 'CustomerDetails');
const OrdersBeside = lazyPart(() => import('../orders/beside.tsx'), 'OrdersBeside');

interface Props {
  thread: ThreadAnswer;
  /** Shows a message in the thread. */
  onJump(seq: number): void;
}

export function CustomerSide({ thread, onJump }: Props) {
  const { t, lang } = usePreferences();
  const { customer, conversation, scores } = thread;
  const may = useMay();
  return (
    <aside className="customer-side" aria-label={t('customer.side')}>
      <section className="side-section">
        <h2>{customer.name ?? customerName(conversation, t)}</h2>
        <p className="muted">
          {t(customer.signedIn ? 'customer.signedIn' : 'customer.anonymous')}
          <br />
          {t('customer.since', { time: dayAndTime(customer.since, lang) })}
        </p>
        <Contacts id={conversation.conversationId} customer={customer} />
      </section>
      {may('orders.read') && (
        <Suspense>
          <OrdersBeside conversationId={conversation.conversationId} upTo={conversation.seq} />
        </Suspense>
      )}
      <Suspense fallback={<section className="side-section" aria-busy />}>
        <CustomerDetails thread={thread} />
      </Suspense>
      {scores.map((score, at) => (
        <ScorePanel key={score.episodeId} thread={thread} score={score} open={at === 0} onJump={onJump} />
      ))}
      <Episodes episodes={customer.episodes} onJump={onJump} />
    </aside>
  );
}

function Contacts({ id, customer }: { id: string; customer: CustomerCard }) {
  const { t } = usePreferences();
  return (
    <dl className="contacts">
      <Masked conversationId={id} field="order" label={t('customer.orders')} masked={customer.orders} />
      {customer.orderState !== null && (
        <div className="contact">
          <dt>{t('customer.orderState')}</dt>
          <dd>{orderState(customer.orderState, t)}</dd>
        </div>
      )}
      <Masked conversationId={id} field="phone" label={t('customer.phones')} masked={customer.phones} />
      <Masked
        conversationId={id}
        field="address"
        label={t('customer.addresses')}
        masked={customer.addresses}
      />
    </dl>
  );
}

/** The shop's system may know states that the desk has no word for: those are shown as they are. */
function orderState(state: string, t: (key: WordKey) => string): string {
  const known: Record<string, WordKey> = {
    unpaid: 'order.unpaid',
    paid: 'order.paid',
    dispatched: 'order.dispatched',
    received: 'order.received',
    returning: 'order.returning',
  };
  const key = known[state];
  return key ? t(key) : state;
}
