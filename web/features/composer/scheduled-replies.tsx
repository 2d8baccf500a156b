import { Suspense, useState } from 'react';
import type { ThreadAnswer } from '../../../core/api.ts';
import type { Scheduled } from '../../../core/conversations/thread.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay, useMe } from '../../app/session.ts';
import { shortDayAndTime } from '../../lib/format.ts';
import { ClockIcon } from '../../lib/icons.tsx';
import { useAct } from '../../lib/use-act.ts';
import { composerApi, type Later } from './composer-api.ts';
import { LaterDialog } from './later-button.tsx';
import { useComposerWords } from './words.ts';

/** What is to leave later, for every colleague to see: nobody should promise the same thing twice. */
export function ScheduledReplies({ thread }: { thread: ThreadAnswer }) {
  if (thread.scheduled.length === 0) return null;
  return (
    <ul className="scheduled">
      {thread.scheduled.map((one) => (
        <ScheduledLine key={one.scheduledId} one={one} thread={thread} />
      ))}
    </ul>
  );
}

function ScheduledLine({ one, thread }: { one: Scheduled; thread: ThreadAnswer }) {
  const { t, lang } = usePreferences();
  const say = useComposerWords();
  const { agentId } = useMe();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const { conversationId } = thread.conversation;
  const { scheduledId, sendAt, text } = one;
  const mine = one.agentId === agentId;
  const author = thread.colleagues.find((colleague) => colleague.agentId === one.agentId)?.name;
  const change = useAct(
    (later: Later) => composerApi.reschedule(conversationId, scheduledId, later),
    say('later.done'),
  );
  const cancel = useAct(() => composerApi.unschedule(conversationId, scheduledId), say('later.cancelled'));
  return (
    <li className="scheduled-line" data-testid="scheduled">
      <ClockIcon size={14} />
      <time className="figures">{shortDayAndTime(sendAt, lang)}</time>
      {!mine && <span className="muted">{author ?? t('author.colleague')}</span>}
      <q title={text ?? undefined}>{text ?? t('message.erased')}</q>
      {mine && (
        <button type="button" className="quiet-button" onClick={() => setEditing(true)}>
          {say('later.edit')}
        </button>
      )}
      {(mine || may('conversations.assign')) && (
        <button
          type="button"
          className="quiet-button"
          data-testid="scheduled-cancel"
          disabled={cancel.busy}
          onClick={() => void cancel.run()}
        >
          {say('later.remove')}
        </button>
      )}
      {editing && (
        <Suspense>
          <LaterDialog
            initial={{ text: text ?? '', sendAt, evenIfWritten: one.evenIfWritten }}
            busy={change.busy}
            onClose={() => setEditing(false)}
            onDone={async (later) => {
              if (await change.run(later)) setEditing(false);
            }}
          />
        </Suspense>
      )}
    </li>
  );
}
