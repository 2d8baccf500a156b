import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Modal, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { inboxApi } from '../../lib/inbox-api.ts';
import { useAct } from '../../lib/use-act.ts';
import { MergeChoice } from './merge-choice.tsx';
import { useInboxWords } from './words.ts';

/** Into which other thread of the same customer; then there one goes on. */
export function MergeDialog({ conversationId, onClose }: { conversationId: string; onClose(): void }) {
  const { t, lang } = usePreferences();
  const w = useInboxWords();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['same-customer', conversationId],
    queryFn: () => inboxApi.sameCustomer(conversationId),
    gcTime: 0,
  });
  const merge = useAct(() => inboxApi.merge(conversationId, chosen!), w('merge.done'));
  return (
    <Modal
      open
      title={w('merge.title')}
      okText={w('merge.do')}
      okButtonProps={{ disabled: chosen === null, 'data-testid': 'merge-do' }}
      confirmLoading={merge.busy}
      onCancel={onClose}
      onOk={async () => {
        if (!(await merge.run())) return;
        onClose();
        await navigate({ to: '/inbox/$conversationId', params: { conversationId: chosen! } });
      }}
    >
      {error ? (
        <div role="alert">
          <p>{sentence(error, lang)}</p>
          <Button onClick={() => void refetch()}>{t('action.tryAgain')}</Button>
        </div>
      ) : !data ? (
        <Skeleton title={false} paragraph={{ rows: 3 }} />
      ) : data.length === 0 ? (
        <p>{w('merge.none')}</p>
      ) : (
        <MergeChoice
          conversations={data.map(({ conversation, by }) => ({
            conversation,
            note: <Tag>{w(`merge.by.${by}`)}</Tag>,
          }))}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
    </Modal>
  );
}
