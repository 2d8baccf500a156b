import { Suspense, useState } from 'react';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay, useMe } from '../../app/session.ts';
import { inboxApi } from '../../lib/inbox-api.ts';
import { useAct } from '../../lib/use-act.ts';
import { useInboxWords } from './words.ts';
import { lazyPart } from '../../lib/lazy-part.ts';

const SnoozeDialog = lazyPart(() => import('./snooze-dialog.tsx'), 'SnoozeDialog');
const MergeDialog = lazyPart(() => import('./merge-dialog.tsx'), 'MergeDialog');

/** Snoozing and merging, as lines of a conversation's menu, and the dialogs they open. */
export function useAsideActs({ conversationId, state, assigneeId, snoozed, mergedInto }: Conversation) {
  const { t } = usePreferences();
  const w = useInboxWords();
  const { agentId } = useMe();
  const may = useMay();
  const [dialog, setDialog] = useState<'snooze' | 'merge' | null>(null);
  const snooze = useAct((until: number | null) => inboxApi.snooze(conversationId, until), w('snooze.done'));
  const wake = useAct(() => inboxApi.wake(conversationId), w('wake.done'));
  const atHand = state === 'assigned' && (assigneeId === agentId || may('conversations.assign'));
  const items = [
    ...(atHand && may('conversations.snooze')
      ? [snoozed ? { key: 'wake', label: t('action.wake') } : { key: 'snooze', label: t('action.snooze') }]
      : []),
    ...(mergedInto === null && (atHand || state === 'closed') && may('conversations.merge')
      ? [{ key: 'merge', label: t('action.merge') }]
      : []),
  ];
  const onClick = (key: string) => {
    if (key === 'wake') void wake.run();
    if (key === 'snooze' || key === 'merge') setDialog(key);
  };
  const dialogs = (
    <Suspense>
      {dialog === 'snooze' && <SnoozeDialog onSnooze={snooze.run} onClose={() => setDialog(null)} />}
      {dialog === 'merge' && <MergeDialog conversationId={conversationId} onClose={() => setDialog(null)} />}
    </Suspense>
  );
  return { items, onClick, dialogs };
}
