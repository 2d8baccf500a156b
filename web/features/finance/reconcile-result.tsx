import type { ReconcileAnswer } from '../../../core/commerce/operation-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { shortDayAndTime } from '../../lib/format.ts';
import { Pill, type Tone } from '../../lib/pill.tsx';
import { amount } from '../orders/amount.ts';
import { useOperationsWords } from '../operations/words.ts';

const tones: Record<ReconcileAnswer['lines'][number]['found'], Tone> = {
  'amount-differs': 'amber',
  ambiguous: 'amber',
  'not-ours': 'amber',
  settles: 'accent',
  agrees: 'green',
};

/** Line by line what the comparison found, what needs a look first; then what is in our book alone. */
export function ReconcileResult({ answer: { lines, absent } }: { answer: ReconcileAnswer }) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const rank = ['amount-differs', 'ambiguous', 'not-ours', 'settles', 'agrees'];
  const ordered = lines.toSorted((a, b) => rank.indexOf(a.found) - rank.indexOf(b.found));
  return (
    <>
      {!lines.some(({ found }) => found === 'settles') && (
        <p className="muted" role="status">
          {say('reconcile.none')}
        </p>
      )}
      <div className="operations-scroll">
        <table className="operations-table" data-testid="reconciled">
          <thead>
            <tr>
              <th scope="col">{say('reconcile.line.reference')}</th>
              <th scope="col" className="number">
                {say('reconcile.line.amount')}
              </th>
              <th scope="col">{say('reconcile.line.found')}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map(({ reference, amountFen, found }, at) => (
              <tr key={`${reference} ${at}`} data-found={found}>
                <td className="figures">{reference}</td>
                <td className="number figures">{amount(amountFen, 'CNY', lang)}</td>
                <td>
                  <Pill tone={tones[found]}>{say(`reconcile.found.${found}`)}</Pill>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {absent.length > 0 && (
        <>
          <h2 className="operations-group">{say('reconcile.absent', { count: absent.length })}</h2>
          <p className="muted">{say('reconcile.absent.what')}</p>
          <ul className="reconcile-absent figures">
            {absent.map(({ operationId, kind, amountFen, currency, stateAt, reference }) => (
              <li key={operationId}>
                {[
                  shortDayAndTime(stateAt, lang),
                  say(`kind.${kind}`),
                  amountFen !== null && amount(amountFen, currency, lang),
                  reference,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
