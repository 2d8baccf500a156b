import { useState } from 'react';
import type { OperationView, OrderOperations, PastOperation } from '../../../core/commerce/operation-api.ts';
import { leftOf } from '../../../core/commerce/operations/sums.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { shortDayAndTime } from '../../lib/format.ts';
import { amount } from '../orders/amount.ts';
import type { PutFact } from '../orders/put-fact.ts';
import { ChainLook } from './chain-look.tsx';
import { OperationLine } from './operation-line.tsx';
import { stateKey } from './states.ts';
import { useOperationsWords } from './words.ts';

const shownFirst = 3;

interface Props {
  answer: OrderOperations;
  /** Nothing is said where there is nothing: there is little room. */
  quiet: boolean;
  onPut?: PutFact;
  onEdit(operation: OperationView): void;
}

/** What was done to the order, the newest first; what is left of its money; and that nobody changed the book. */
export function OperationsHistory({ answer, quiet, onPut, onEdit }: Props) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const [all, setAll] = useState(false);
  const { operations, money, chain, past, overtaken } = answer;
  const isOvertaken = (one: OperationView) =>
    overtaken.some(({ operationId }) => operationId === one.operationId);
  const shown = all ? operations : operations.filter((one, at) => at < shownFirst || isOvertaken(one));
  if (operations.length === 0 && past.length === 0 && !chain.broken)
    return quiet ? null : <p className="muted">{say('history.none')}</p>;
  return (
    <section className="operations-history" aria-label={say('history.title')} data-testid="history">
      <ul className="operation-lines">
        {shown.map((operation) => (
          <OperationLine
            key={operation.operationId}
            operation={operation}
            overtaken={overtaken.find(({ operationId }) => operationId === operation.operationId)}
            onPut={onPut}
            onEdit={() => onEdit(operation)}
          />
        ))}
      </ul>
      {operations.length > 0 && (
        <p className="history-foot">
          {money.paidFen !== null && (
            <span className="muted figures">
              {say('history.left', { amount: amount(leftOf(money), money.currency, lang) })}
            </span>
          )}
          {operations.length > shownFirst && (
            <button type="button" className="fact-put" onClick={() => setAll(!all)}>
              {all ? say('history.fewer') : say('history.all', { count: operations.length })}
            </button>
          )}
        </p>
      )}
      {(all || chain.broken) && <ChainLook chain={chain} currency={money.currency} />}
      {past.length > 0 && <Past past={past} />}
    </section>
  );
}

function Past({ past }: { past: readonly PastOperation[] }) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  return (
    <details className="operations-past">
      <summary>
        {say('history.past')} <span className="figures">{past.length}</span>
      </summary>
      <ul>
        {past.map(({ operationId, kind, state, amountFen, currency, createdAt }) => (
          <li key={operationId} className="figures">
            {say('history.past.line', {
              kind: say(`kind.${kind}`),
              amount: amountFen === null ? '' : amount(amountFen, currency, lang),
              state: say(stateKey(kind, state)),
              time: shortDayAndTime(createdAt, lang),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
