import { Button, ConfigProvider, Input, Modal } from 'antd';
import { useState } from 'react';
import type { OperationRow, Payment } from '../../../core/commerce/operation-api.ts';
import { useStatus } from '../../app/live.tsx';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { useAct } from '../../lib/use-act.ts';
import { useMessage } from '../../lib/use-message.ts';
import { amount } from '../orders/amount.ts';
import { ShowPersonal } from '../orders/show-personal.tsx';
import { Field } from '../operations/field.tsx';
import { operationsApi } from '../operations/operations-api.ts';
import { useAttempt } from '../operations/use-attempt.ts';
import { useOperated } from '../operations/use-operations.ts';
import { useOperationsWords } from '../operations/words.ts';
import '../operations/dialog.css';

/** Paid by hand, on the platform: its reference is recorded, once. */
export function PayDialog({ row, onClose }: { row: OperationRow; onClose(): void }) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const message = useMessage();
  const operated = useOperated();
  const offline = useStatus() === 'offline';
  const [reference, setReference] = useState('');
  const { kind, operationId, currency, order } = row;
  const amountFen = row.amountFen!;
  const sum = amount(amountFen, currency, lang);
  const attempt = useAttempt((_, payment: Payment) => operationsApi.pay(operationId, payment));
  const unknown = attempt.state === 'unknown';
  const ready = reference.trim() !== '' && !offline;
  const pay = async () => {
    const paid = await attempt.run({ amountFen, currency, reference: reference.trim() });
    void operated(row.orderId);
    if (!paid) return;
    message.success(say('finance.paid', { amount: sum }));
    onClose();
  };
  return (
    <Modal
      open
      width={480}
      title={say('finance.pay.title', { kind: say(`kind.${kind}`), amount: sum, number: order.number })}
      okText={unknown ? say('dialog.again') : say('finance.pay.do', { amount: sum })}
      okButtonProps={{ disabled: !ready, 'data-testid': 'pay-do' }}
      confirmLoading={attempt.state === 'asking'}
      mask={{ closable: false }}
      onOk={() => void pay()}
      onCancel={onClose}
    >
      <form
        className="operation-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void pay();
        }}
      >
        <p className="muted">{say('finance.pay.what')}</p>
        <p>
          <span className="muted figures">{say('approvals.order', { number: order.number })}</span>{' '}
          <ShowPersonal orderId={row.orderId} parts={['number']} />
        </p>
        {kind === 'payout' && <Payee operationId={operationId} />}
        <ConfigProvider componentDisabled={unknown || attempt.state === 'asking'}>
          <Field label={say('finance.pay.reference')}>
            {(control) => (
              <Input
                {...control}
                autoFocus
                data-testid="reference"
                autoComplete="off"
                maxLength={100}
                value={reference}
                onChange={({ target }) => setReference(target.value)}
              />
            )}
          </Field>
        </ConfigProvider>
        {offline && <p className="field-problem">{say('dialog.offline')}</p>}
      </form>
      {attempt.error !== null && (
        <p className="operation-problem" role="alert">
          {unknown ? `${say('dialog.unknown')}${say('dialog.unknown.what')}` : sentence(attempt.error, lang)}
        </p>
      )}
    </Modal>
  );
}

/** Personal: shown to whoever asks, and that they asked is written down. */
function Payee({ operationId }: { operationId: string }) {
  const say = useOperationsWords();
  const [payee, setPayee] = useState<string | null>(null);
  const show = useAct(async () => setPayee((await operationsApi.payee(operationId)).payee));
  return payee === null ? (
    <p>
      <Button size="small" loading={show.busy} data-testid="show-payee" onClick={() => void show.run()}>
        {say('finance.pay.payee.show')}
      </Button>
    </p>
  ) : (
    <p>
      <span className="muted">{say('finance.pay.payee')}</span> <strong className="figures">{payee}</strong>
    </p>
  );
}
