import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import type { HoldAnswer } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { api } from '../../lib/api.ts';
import { elapsed } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { useNow } from '../../lib/use-now.ts';
import { AttachmentView } from '../files/attachment-view.tsx';

/** The words that wait, and how far it is. */
export function HeldReply({ hold, onDone }: { hold: HoldAnswer; onDone(): void }) {
  const { t } = usePreferences();
  const withdraw = useAct(() => api.withdrawHold(hold.conversationId, hold.holdId));
  return (
    <div className="held-reply" data-outcome={hold.outcome ?? 'open'} data-testid="held-reply" role="status">
      <strong>{t(`hold.state.${hold.outcome ?? 'open'}`)}</strong>
      {hold.text !== '' && <q>{hold.text}</q>}
      {hold.attachment && (
        <AttachmentView conversationId={hold.conversationId} attachment={hold.attachment} />
      )}
      {hold.outcome === 'refused' && hold.reason !== null && (
        <p className="held-reason">{t('hold.refusedBecause', { reason: hold.reason })}</p>
      )}
      {hold.outcome === null ? (
        <span className="held-acts">
          <OwnReason hold={hold} />
          <Button size="small" loading={withdraw.busy} onClick={() => void withdraw.run()}>
            {t('hold.withdraw')}
          </Button>
        </span>
      ) : (
        <button type="button" className="quiet-button" onClick={onDone}>
          {t('action.gotIt')}
        </button>
      )}
    </div>
  );
}

/** With no supervisor at hand the agent's own reason opens the lesser blocks, after a while. */
function OwnReason({ hold }: { hold: HoldAnswer }) {
  const { t, lang } = usePreferences();
  const now = useNow();
  const [reason, setReason] = useState('');
  const open = useAct(() => api.release(hold.conversationId, hold.holdId, 'own-reason', reason.trim()));
  if (hold.ownReasonFrom === null) return <span className="muted">{t('hold.never')}</span>;
  const left = hold.ownReasonFrom - now;
  if (left > 0)
    return (
      <span className="muted figures">{t('hold.ownReasonIn', { time: elapsed(left + 999, lang) })}</span>
    );
  return (
    <Popover
      trigger="click"
      title={t('hold.ownReason')}
      content={
        <div className="own-reason">
          <p className="muted">{t('hold.ownReason.what')}</p>
          <Input.TextArea
            aria-label={t('hold.ownReason')}
            data-testid="own-reason"
            value={reason}
            autoSize={{ minRows: 2 }}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button
            type="primary"
            disabled={reason.trim() === ''}
            loading={open.busy}
            onClick={() => void open.run()}
          >
            {t('hold.ownReason.send')}
          </Button>
        </div>
      }
    >
      <Button size="small">{t('hold.ownReason')}</Button>
    </Popover>
  );
}
