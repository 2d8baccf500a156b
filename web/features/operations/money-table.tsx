import { leftOf, type OrderMoney } from '../../../core/commerce/operations/sums.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { amount } from '../orders/amount.ts';
import { useOperationsWords } from './words.ts';
import './looks.css';

interface Props {
  before: OrderMoney;
  afterLeftFen: number;
  amountFen: number | null;
}

/** An order's money as a sum: what was paid, less what went and goes back, less this one. */
export function MoneyTable({ before, afterLeftFen, amountFen }: Props) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const shown = (fen: number) => amount(fen, before.currency, lang);
  const less = (fen: number) => (fen === 0 ? shown(0) : `−${shown(fen)}`);
  const left = leftOf(before);
  return (
    <table className="money-table figures" aria-label={say('preview.money')}>
      <tbody>
        {before.paidFen !== null && <Row name={say('money.paid')} value={shown(before.paidFen)} />}
        <Row name={say('money.refunded')} value={less(before.refundedFen)} />
        {before.pendingFen > 0 && <Row name={say('money.pending')} value={less(before.pendingFen)} />}
        {amountFen !== null && left !== afterLeftFen && (
          <Row name={say('money.this')} value={less(amountFen)} />
        )}
      </tbody>
      <tfoot>
        <Row
          name={say('money.left')}
          value={left === afterLeftFen ? shown(left) : `${shown(left)} → ${shown(afterLeftFen)}`}
        />
      </tfoot>
    </table>
  );
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{value}</td>
    </tr>
  );
}
