import type { OperationRow } from '../../../core/commerce/operation-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { shortDayAndTime } from '../../lib/format.ts';
import { Answer, Nothing } from '../orders/answer.tsx';
import { Comparison } from '../operations/comparison.tsx';
import { itemsWords } from '../operations/items-words.ts';
import { More } from '../operations/more.tsx';
import { operationsApi } from '../operations/operations-api.ts';
import { StateMark } from '../operations/state-mark.tsx';
import { usePages } from '../operations/use-pages.ts';
import { useOperationsWords, type OperationsKey } from '../operations/words.ts';

/** What is on its way back, or came. */
export function Parcels({ show }: { show: 'expected' | 'arrived' }) {
  const say = useOperationsWords();
  const { query, more } = usePages(['parcels', show], (after) => operationsApi.parcels(show, after));
  return (
    <Answer query={query} failed={say('warehouse.failed')}>
      {(rows) =>
        rows.length === 0 ? (
          <Nothing title={say(`warehouse.${show}.empty`)} what="" />
        ) : (
          <>
            <ul className="parcel-rows">
              {rows.map((row) => (
                <ParcelRow key={row.operationId} row={row} />
              ))}
            </ul>
            <More more={more} />
          </>
        )
      }
    </Answer>
  );
}

function ParcelRow({ row }: { row: OperationRow }) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const { kind, state, trackingNo, order, createdAt, comparison, requester, reason } = row;
  return (
    <li className="parcel-row" data-testid="parcel-row">
      <strong className="figures">{trackingNo ?? '–'}</strong>
      <div>
        <p>{itemsWords(row)}</p>
        <p className="muted figures">
          {say('approvals.order', { number: order.number })} · {say(`reason.${reason.code}` as OperationsKey)}{' '}
          · {requester.name} · {shortDayAndTime(createdAt, lang)}
        </p>
        {comparison && <Comparison comparison={comparison} />}
      </div>
      <StateMark kind={kind} state={state} />
    </li>
  );
}
