import { Button } from 'antd';
import type { OperationRow } from '../../../core/commerce/operation-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { shortDayAndTime } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { useMessage } from '../../lib/use-message.ts';
import { amount } from '../orders/amount.ts';
import { itemsWords } from '../operations/items-words.ts';
import { operationsApi } from '../operations/operations-api.ts';
import { StateMark } from '../operations/state-mark.tsx';
import { stateKey } from '../operations/states.ts';
import { useOperated } from '../operations/use-operations.ts';
import { useOperationsWords, type OperationsKey } from '../operations/words.ts';

export function PayoutRow({ row, onPay }: { row: OperationRow; onPay(): void }) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const message = useMessage();
  const operated = useOperated();
  const ask = useAct(async () => {
    const { kind, state } = await operationsApi.askTill(row.operationId);
    message.info(say('finance.ask.done', { state: say(stateKey(kind, state)) }));
    await operated();
  });
  const { kind, state, order, amountFen, currency, reason, requester, may, dueAt, stateAt, reference } = row;
  return (
    <tr data-testid="payout" data-operation={row.operationId} data-state={state}>
      <td className={row.isOverdue ? 'figures late' : 'figures'}>
        {state === 'done'
          ? say('finance.paidAt', { time: shortDayAndTime(stateAt, lang) })
          : dueAt === null
            ? '–'
            : shortDayAndTime(dueAt, lang)}
      </td>
      <th scope="row">{say(`kind.${kind}`)}</th>
      <td>
        <span className="figures">{order.number}</span>
        <p className="muted">{itemsWords(row)}</p>
      </td>
      <td className="number figures">
        <strong>{amountFen !== null && amount(amountFen, currency, lang)}</strong>
      </td>
      <td>
        {say(`reason.${reason.code}` as OperationsKey)} <span className="muted">· {requester.name}</span>
        {reason.words && <p className="muted">{reason.words}</p>}
      </td>
      <td>
        <div className="payout-acts">
          <StateMark kind={kind} state={state} />
          {may.pay === true && (
            <Button size="small" data-testid="pay" onClick={onPay}>
              {say('finance.pay')}
            </Button>
          )}
          {may.ask === true && (
            <Button size="small" data-testid="ask-till" loading={ask.busy} onClick={() => void ask.run()}>
              {say('finance.ask')}
            </Button>
          )}
        </div>
        {reference !== null && <p className="muted figures">{say('history.reference', { reference })}</p>}
      </td>
    </tr>
  );
}
