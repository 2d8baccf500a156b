/** A till that moves no money and says so: it pays at once, into a book of its own, for whoever tries the desk. */
import type { Pool } from '../../../platform/database/pool.ts';
import { inShop } from '../../../platform/database/pool.ts';
import type { Till, TillPayment } from './till.ts';

export function demoTill(pool: Pool, now: () => number): Till {
  const ask: Till['ask'] = ({ shopId, paymentId }: TillPayment) =>
    inShop(pool, shopId, async (tx) => {
      const [row] = await tx.query<{ reference: string }>(
        'select reference from demo_till where shop_id = $1 and payment_id = $2',
        [shopId, paymentId],
      );
      return row ? { said: 'paid', reference: row.reference } : { said: 'unheard' };
    });
  return {
    ask,
    async pay(payment) {
      const { shopId, paymentId, amountFen, currency } = payment;
      const reference = `DEMO-${paymentId.slice(-12).toUpperCase()}`;
      await inShop(pool, shopId, async (tx) => {
        tx.send(
          `insert into demo_till (shop_id, payment_id, amount_fen, currency, reference, at) values ($1, $2, $3, $4, $5, $6)
          on conflict do nothing`,
          [shopId, paymentId, amountFen, currency, reference, new Date(now())],
        );
      });
      return { said: 'paid', reference };
    },
  };
}
