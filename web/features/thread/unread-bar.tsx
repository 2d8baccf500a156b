import { useState } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { clockTime, dayAndTime } from '../../lib/format.ts';
import { ArrowUpIcon, ClearIcon } from '../../lib/icons.tsx';

interface Props {
  count: number;
  /** When the first of them was said; null where it is not loaded, or no time is known. */
  since: number | null;
  onJump(): void;
}

/** Above the thread, while what was new when it was opened lies out of sight. */
export function UnreadBar({ count, since, onJump }: Props) {
  const { t, lang } = usePreferences();
  const [hidden, setHidden] = useState(false);
  if (hidden || count === 0) return null;
  const today = since !== null && new Date(since).toDateString() === new Date().toDateString();
  const time = since === null ? null : (today ? clockTime : dayAndTime)(since, lang);
  return (
    <div className="to-unread figures">
      <button type="button" data-testid="to-unread" data-command="unread" onClick={onJump}>
        <ArrowUpIcon size={14} />
        {time === null ? t('thread.toUnread', { count }) : t('thread.toUnreadSince', { count, time })}
      </button>
      <button type="button" aria-label={t('thread.unreadDone')} onClick={() => setHidden(true)}>
        <ClearIcon size={12} />
      </button>
    </div>
  );
}
