import { useState } from 'react';
import type { OperationRow } from '../../../core/commerce/operation-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { Answer, Nothing } from '../orders/answer.tsx';
import { amount } from '../orders/amount.ts';
import { More } from '../operations/more.tsx';
import { operationsApi, type PayoutsShow } from '../operations/operations-api.ts';
import { usePages } from '../operations/use-pages.ts';
import { useOperationsWords } from '../operations/words.ts';
import { PayDialog } from './pay-dialog.tsx';
import { PayoutRow } from './payout-row.tsx';

export function Payouts({ show }: { show: PayoutsShow }) {
  const say = useOperationsWords();
  const [paying, setPaying] = useState<OperationRow | null>(null);
  const { query, more } = usePages(['payouts', show], (after) => operationsApi.payouts(show, after));
  return (
    <Answer query={query} failed={say('finance.failed')}>
      {(rows) =>
        rows.length === 0 ? (
          <Nothing title={say(`finance.${show}.empty`)} what="" />
        ) : (
          <>
            <Sum rows={rows} part={more !== null} />
            <div className="operations-scroll">
              <table className="operations-table">
                <thead>
                  <tr>
                    <th scope="col">{say('finance.when')}</th>
                    <th scope="col">{say('finance.kind')}</th>
                    <th scope="col">{say('finance.order')}</th>
                    <th scope="col" className="number">
                      {say('finance.amount')}
                    </th>
                    <th scope="col">{say('finance.reason')}</th>
                    <th scope="col">{say('finance.state')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <PayoutRow key={row.operationId} row={row} onPay={() => setPaying(row)} />
                  ))}
                </tbody>
              </table>
            </div>
            <More more={more} />
            {paying && <PayDialog row={paying} onClose={() => setPaying(null)} />}
          </>
        )
      }
    </Answer>
  );
}

/** What the list comes to, each currency apart. */
function Sum({ rows, part }: { rows: readonly OperationRow[]; part: boolean }) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const sums = new Map<string, number>();
  for (const { currency, amountFen } of rows)
    sums.set(currency, (sums.get(currency) ?? 0) + (amountFen ?? 0));
  return (
    <p className="payouts-sum muted figures" role="status">
      {say(part ? 'finance.sum.part' : 'finance.sum', {
        count: rows.length,
        amount: [...sums].map(([currency, fen]) => amount(fen, currency, lang)).join(' + '),
      })}
    </p>
  );
}
