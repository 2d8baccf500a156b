import { Button, Input, Popconfirm, Popover } from 'antd';
import { useState } from 'react';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay, useMe } from '../../app/session.ts';
import { api } from '../../lib/api.ts';
import { useAct } from '../../lib/use-act.ts';

/** Whisper to the one who serves it, or take it over. */
export function RowActs({
  conversation: { conversationId, state, assigneeId },
}: {
  conversation: Conversation;
}) {
  const { t } = usePreferences();
  const { agentId } = useMe();
  const may = useMay();
  const takeOver = useAct(() => api.takeOver(conversationId), t('takeOver.done'));
  const others = state === 'assigned' && assigneeId !== agentId;
  return (
    <>
      {others && may('conversations.whisper') && <Whisper conversationId={conversationId} />}
      {(others || state === 'waiting') && may('conversations.take-over') && (
        <Popconfirm
          title={t('takeOver.title')}
          description={t('takeOver.what')}
          onConfirm={() => void takeOver.run()}
        >
          <Button size="small" data-testid="take-over" loading={takeOver.busy}>
            {t('action.takeOver')}
          </Button>
        </Popconfirm>
      )}
    </>
  );
}

function Whisper({ conversationId }: { conversationId: string }) {
  const { t } = usePreferences();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const whisper = useAct(() => api.whisper(conversationId, text.trim()), t('whisper.done'));
  const send = async () => {
    if (!(await whisper.run())) return;
    setText('');
    setOpen(false);
  };
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      title={t('writing.whisper')}
      content={
        <div className="whisper-box">
          <Input.TextArea
            aria-label={t('writing.whisper')}
            data-testid="whisper-input"
            value={text}
            maxLength={4000}
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder={t('composer.placeholder.whisper')}
            onChange={(event) => setText(event.target.value)}
          />
          <Button
            type="primary"
            data-testid="whisper-send"
            disabled={text.trim() === ''}
            loading={whisper.busy}
            onClick={() => void send()}
          >
            {t('action.whisper')}
          </Button>
        </div>
      }
    >
      <Button size="small" data-testid="whisper">
        {t('writing.whisper')}
      </Button>
    </Popover>
  );
}
