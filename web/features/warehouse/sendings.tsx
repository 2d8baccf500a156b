import { Button, Input } from 'antd';
import { useState } from 'react';
import type { OperationRow } from '../../../core/commerce/operation-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { shortDayAndTime } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { Answer, Nothing } from '../orders/answer.tsx';
import { ShowPersonal } from '../orders/show-personal.tsx';
import { itemsWords } from '../operations/items-words.ts';
import { More } from '../operations/more.tsx';
import { operationsApi } from '../operations/operations-api.ts';
import { StateMark } from '../operations/state-mark.tsx';
import { useOperated } from '../operations/use-operations.ts';
import { usePages } from '../operations/use-pages.ts';
import { useOperationsWords } from '../operations/words.ts';

/** Exchanges, gifts and changed sizes: to pack, with the number they leave under. */
export function Sendings({ show }: { show: 'due' | 'sent' }) {
  const say = useOperationsWords();
  const { query, more } = usePages(['sendings', show], (after) => operationsApi.sendings(show, after));
  return (
    <Answer query={query} failed={say('warehouse.failed')}>
      {(rows) =>
        rows.length === 0 ? (
          <Nothing title={say(show === 'due' ? 'warehouse.send.empty' : 'warehouse.sent.empty')} what="" />
        ) : (
          <>
            <ul className="parcel-rows">
              {rows.map((row) => (
                <SendingRow key={row.operationId} row={row} />
              ))}
            </ul>
            <More more={more} />
          </>
        )
      }
    </Answer>
  );
}

function SendingRow({ row }: { row: OperationRow }) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const may = useMay();
  const { kind, state, order, createdAt, trackingNo, requester } = row;
  return (
    <li className="parcel-row" data-testid="sending" data-operation={row.operationId}>
      <strong>{say(`kind.${kind}`)}</strong>
      <div>
        <p>{say('warehouse.toSend', { items: itemsWords(row) })}</p>
        <p className="muted figures">
          {[
            say('approvals.order', { number: order.number }),
            requester.name,
            shortDayAndTime(createdAt, lang),
            trackingNo !== null && say('history.tracking', { number: trackingNo }),
          ]
            .filter(Boolean)
            .join(' · ')}{' '}
          {row.may.send === true && (
            <ShowPersonal orderId={row.orderId} parts={['number', 'receiver', 'phone', 'address']} />
          )}
        </p>
      </div>
      {row.may.send === true && may('parcels.send') ? (
        <Send row={row} />
      ) : (
        <StateMark kind={kind} state={state} />
      )}
    </li>
  );
}

/** Its number scanned and Enter; a gift or another size may go with the order itself. */
function Send({ row: { operationId, orderId, kind } }: { row: OperationRow }) {
  const say = useOperationsWords();
  const operated = useOperated();
  const [written, setWritten] = useState('');
  const trackingNo = written.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  const send = useAct(async (number: string | null) => {
    await operationsApi.send(operationId, number);
    await operated(orderId);
  }, say('warehouse.send.done'));
  return (
    <form
      className="sending-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (trackingNo !== '' && !send.busy) void send.run(trackingNo);
      }}
    >
      <Input
        data-testid="sent-tracking"
        aria-label={say('warehouse.send.tracking', { kind: say(`kind.${kind}`) })}
        placeholder={say('warehouse.send.hint')}
        autoComplete="off"
        maxLength={60}
        value={written}
        onChange={({ target }) => setWritten(target.value)}
      />
      <Button
        htmlType="submit"
        type="primary"
        disabled={trackingNo === ''}
        loading={send.busy}
        data-testid="send"
      >
        {say('warehouse.send')}
      </Button>
      {kind !== 'exchange' && (
        <button
          type="button"
          className="fact-put"
          disabled={send.busy}
          data-testid="send-with"
          onClick={() => void send.run(null)}
        >
          {say('warehouse.send.with')}
        </button>
      )}
    </form>
  );
}
