import { Modal } from 'antd';
import { useState } from 'react';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import { inboxApi } from '../../lib/inbox-api.ts';
import { useAct } from '../../lib/use-act.ts';
import { MergeChoice } from './merge-choice.tsx';
import { useInboxWords } from './words.ts';

interface Props {
  two: readonly Conversation[];
  onMerged(): void;
  onClose(): void;
}

/** Of two that were selected in the list one stays. */
export function MergeTwo({ two, onMerged, onClose }: Props) {
  const w = useInboxWords();
  const latest = two.toSorted((a, b) => b.activityAt - a.activityAt)[0]?.conversationId ?? null;
  const [kept, setKept] = useState(latest);
  const merge = useAct(async () => {
    const other = two.find(({ conversationId }) => conversationId !== kept)!;
    await inboxApi.merge(other.conversationId, kept!);
  }, w('merge.done'));
  return (
    <Modal
      open
      title={w('merge.title')}
      okText={w('merge.do')}
      okButtonProps={{ disabled: kept === null, 'data-testid': 'merge-do' }}
      confirmLoading={merge.busy}
      onCancel={onClose}
      onOk={async () => {
        if (!(await merge.run())) return;
        onMerged();
        onClose();
      }}
    >
      <p>{w('merge.two')}</p>
      <MergeChoice
        conversations={two.map((conversation) => ({ conversation }))}
        chosen={kept}
        onChoose={setKept}
      />
    </Modal>
  );
}
