import { Button, ConfigProvider, Modal } from 'antd';
import { useState } from 'react';
import type { OperationView } from '../../../core/commerce/operation-api.ts';
import type { OrderView } from '../../../core/commerce/order-api.ts';
import type { Reason } from '../../../core/commerce/policy/claim.ts';
import { useStatus } from '../../app/live.tsx';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { useMessage } from '../../lib/use-message.ts';
import { amount } from '../orders/amount.ts';
import type { Begin } from './chosen.ts';
import { KindFields } from './kind-fields.tsx';
import { operationsApi } from './operations-api.ts';
import { PreviewPane } from './preview-pane.tsx';
import { asksCondition, goodCondition, ReasonFields, usualReason } from './reason-fields.tsx';
import { doneKey } from './states.ts';
import { useAttempt } from './use-attempt.ts';
import { useOperated } from './use-operations.ts';
import { usePreview } from './use-preview.ts';
import { fieldsOf, noFields, wishOf, type FormKind } from './wish.ts';
import { signersWords, useOperationsWords } from './words.ts';
import './dialog.css';

/** The preview asks for words as the doing does; they change nothing of it, so that it is not asked anew with every letter. */
const unsaid = '–';

interface Props {
  kind: FormKind;
  order: OrderView;
  /** Beside which conversation it is done; null: from a list of orders. */
  conversationId: string | null;
  /** One that waits for approval and is changed. */
  edited?: OperationView;
  /** What the form holds at first. */
  begin?: Begin | null;
  onClose(): void;
}

/** One operation on an order: its fields, what would come of it, why it is done, and then it is done once. */
export function OperationDialog({ kind, order, conversationId, edited, begin, onClose }: Props) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const message = useMessage();
  const operated = useOperated();
  const offline = useStatus() === 'offline';
  const [fields, setFields] = useState(() =>
    edited ? fieldsOf(edited.details, edited.amountFen) : (begin?.fields ?? noFields),
  );
  const [code, setCode] = useState(
    (edited?.reason.code as Reason | undefined) ?? begin?.code ?? usualReason(kind),
  );
  const [words, setWords] = useState(edited?.reason.words ?? begin?.words ?? '');
  const [condition, setCondition] = useState(begin?.condition ?? goodCondition);

  const wish = wishOf(kind, fields, { currency: order.currency, conversationId });
  const request = wish &&
    code && {
      wish,
      reason: { code, words: words.trim() },
      conversationId,
      ...(asksCondition(kind) && { condition }),
    };
  const { preview, error, current, refetch } = usePreview(
    order.orderId,
    request && { ...request, reason: { code: request.reason.code, words: unsaid } },
  );
  const { state, ...attempt } = useAttempt((key, asked: NonNullable<typeof request>) =>
    edited
      ? operationsApi.edit(edited.operationId, {
          revision: edited.revision,
          wish: asked.wish,
          reason: asked.reason,
        })
      : operationsApi.begin(order.orderId, { key, ...asked }),
  );
  const name = say(`kind.${kind}`);
  const unknown = state === 'unknown';
  const ready =
    request !== null && request.reason.words !== '' && current && preview?.refusal === null && !offline;

  const act = async () => {
    if (!request) return;
    const done = await attempt.run(request);
    void operated(order.orderId);
    if (!done) return;
    message.success(say(doneKey(kind, done.state), { who: signersWords(done.needs, say) }));
    onClose();
  };
  const close = () => {
    // Whether it was done is seen in the history.
    if (unknown) void operated(order.orderId);
    onClose();
  };

  return (
    <Modal
      open
      width={880}
      centered
      className="operation-dialog"
      title={say(edited ? 'dialog.edit' : 'dialog.title', { kind: name, number: order.number })}
      mask={{ closable: false }}
      onCancel={close}
      footer={
        <div className="operation-foot">
          {offline && <p className="field-problem">{say('dialog.offline')}</p>}
          <Button onClick={close}>{say('dialog.close')}</Button>
          <Button
            type="primary"
            data-testid="operation-do"
            loading={state === 'asking'}
            disabled={!ready && !unknown}
            onClick={() => void act()}
          >
            {unknown ? say('dialog.again') : doText()}
          </Button>
        </div>
      }
    >
      <div className="operation-body" data-testid="operation-dialog" data-kind={kind}>
        <form
          className="operation-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) void act();
          }}
        >
          <ConfigProvider componentDisabled={unknown || state === 'asking'}>
            <KindFields
              kind={kind}
              order={order}
              conversationId={conversationId}
              fields={fields}
              preview={preview}
              edited={edited !== undefined}
              onChange={setFields}
            />
            <ReasonFields
              kind={kind}
              code={code}
              words={words}
              condition={condition}
              onCode={setCode}
              onWords={setWords}
              onCondition={setCondition}
            />
          </ConfigProvider>
          <button type="submit" hidden disabled={!ready} />
        </form>
        <PreviewPane
          preview={preview}
          error={error}
          current={current}
          empty={request === null}
          currency={order.currency}
          onAgain={() => void refetch()}
        />
      </div>
      {unknown ? (
        <div className="operation-problem" role="alert" data-testid="operation-unknown">
          <strong>{say('dialog.unknown')}</strong>
          <p>{say('dialog.unknown.what')}</p>
        </div>
      ) : (
        attempt.error !== null && (
          <p className="operation-problem" role="alert" data-testid="operation-refused">
            {sentence(attempt.error, lang)}
          </p>
        )
      )}
    </Modal>
  );

  function doText(): string {
    const waits = (preview?.needs.length ?? 0) > 0;
    const fen = preview?.amountFen ?? null;
    if (fen === null) return waits ? say('dialog.ask') : say('dialog.do', { kind: name });
    const sum = { kind: name, amount: amount(fen, order.currency, lang) };
    return say(waits ? 'dialog.ask.amount' : 'dialog.do.amount', sum);
  }
}
