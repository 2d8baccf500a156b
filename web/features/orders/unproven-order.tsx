import type { CustomerOrders } from '../../../core/commerce/order-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { translatorOf } from '../../words/index.ts';
import { proofEn } from '../../words/proof.en.ts';
import { proofZh } from '../../words/proof.zh-CN.ts';
import type { PutFact } from './put-fact.ts';
import { OrderStatePill } from './order-state.tsx';
import { useOrdersWords } from './words.ts';

interface Props {
  order: CustomerOrders['orders'][number];
  onPut: PutFact;
}

const translators = { zh: translatorOf(proofZh), en: translatorOf(proofEn) };

/** An order that a written number alone led to: its state, and how to find out whether it is this customer's. */
export function UnprovenOrder({ order, onPut }: Props) {
  const say = useOrdersWords();
  const proof = translators[usePreferences().lang];
  const sentence = proof('sentence');
  const label = proof('ask.put', { sentence });
  return (
    <article className="order" data-testid="order-unproven">
      <header className="order-head">
        <h3 className="figures">{say('order.number', { number: order.number })}</h3>
        <OrderStatePill state={order.state} />
        <span className="order-found">{say(`by.${order.by}`)}</span>
      </header>
      <p className="order-change">{proof('why')}</p>
      <button
        type="button"
        className="quiet-button order-proof"
        data-testid="ask-proof"
        aria-label={label}
        title={label}
        onClick={() => onPut(sentence)}
      >
        {proof('ask')} ↵
      </button>
    </article>
  );
}
