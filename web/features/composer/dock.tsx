import { useRef, useState } from 'react';
import type { ThreadAnswer } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay, useMe } from '../../app/session.ts';
import type { Writing } from './draft-store.ts';
import { AsideComposer } from './aside-composer.tsx';
import { ReplyComposer } from './reply-composer.tsx';
import { Onlookers } from './onlookers.tsx';
import { ScheduledReplies } from './scheduled-replies.tsx';
import './composer.css';

/** Where one writes: to the customer when the conversation is one's own, to colleagues by note or whisper. */
export function ComposerDock({ thread }: { thread: ThreadAnswer }) {
  const { t } = usePreferences();
  const { agentId } = useMe();
  const may = useMay();
  const { state, assigneeId } = thread.conversation;
  const mine = state === 'assigned' && assigneeId === agentId && may('conversations.reply');
  const choices: Writing[] = [
    'reply',
    ...(may('conversations.note') ? (['note'] as const) : []),
    ...(may('conversations.whisper') && state === 'assigned' && !mine ? (['whisper'] as const) : []),
  ];
  const dock = useRef<HTMLElement>(null);
  const [wanted, setWanted] = useState<Writing>('reply');
  const writing = choices.includes(wanted) ? wanted : 'reply';

  return (
    <section ref={dock} className="dock" data-writing={writing} aria-label={t(`writing.${writing}`)}>
      <div className="dock-choices" role="group" aria-label={t('writing.choose')}>
        {choices.map((choice) => (
          <button
            key={choice}
            type="button"
            className="quiet-button"
            aria-pressed={writing === choice}
            data-command={choice}
            data-testid={
              choice === 'note' ? 'note-toggle' : choice === 'whisper' ? 'whisper' : 'reply-toggle'
            }
            onClick={() => {
              if (choice === 'reply') dock.current?.querySelector('textarea')?.focus();
              setWanted(writing === choice ? 'reply' : choice);
            }}
          >
            {t(`writing.${choice}`)}
          </button>
        ))}
        <Onlookers conversationId={thread.conversation.conversationId} />
      </div>
      <ScheduledReplies thread={thread} />
      {writing !== 'reply' ? (
        <AsideComposer key={writing} conversationId={thread.conversation.conversationId} writing={writing} />
      ) : mine ? (
        <ReplyComposer thread={thread} />
      ) : (
        <p className="dock-closed">
          {t(state === 'closed' ? 'dock.closed' : state === 'waiting' ? 'dock.waiting' : 'dock.others')}
        </p>
      )}
    </section>
  );
}
