import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { dayAndTime, clockTime } from '../../lib/format.ts';
import { inboxApi } from '../../lib/inbox-api.ts';
import { useAct } from '../../lib/use-act.ts';
import { useInboxWords } from './words.ts';
import './inbox-parts.css';

/** What happens to the open conversation by itself, or has happened: one line above it. */
export function Notice({ conversation }: { conversation: Conversation }) {
  const { t, lang } = usePreferences();
  const w = useInboxWords();
  const { conversationId, snoozed, closesAt, mergedInto } = conversation;
  const wake = useAct(() => inboxApi.wake(conversationId), w('wake.done'));
  if (mergedInto !== null) {
    return (
      <p className="thread-notice" role="status" data-testid="notice-merged">
        {w('notice.merged')}
        <Link to="/inbox/$conversationId" params={{ conversationId: mergedInto }}>
          {w('notice.toMerged')}
        </Link>
      </p>
    );
  }
  if (snoozed) {
    return (
      <p className="thread-notice" role="status" data-testid="notice-snoozed">
        {snoozed.until === null
          ? w('notice.snoozed.customer')
          : w('notice.snoozed.until', { time: dayAndTime(snoozed.until, lang) })}
        <Button size="small" type="link" loading={wake.busy} onClick={() => void wake.run()}>
          {t('action.wake')}
        </Button>
      </p>
    );
  }
  if (closesAt === null) return null;
  return (
    <p className="thread-notice" data-near role="status" data-testid="notice-closes">
      {w('notice.closes', { time: clockTime(closesAt, lang) })}
    </p>
  );
}
