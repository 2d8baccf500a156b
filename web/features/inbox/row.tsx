import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay, useMe } from '../../app/session.ts';
import { api } from '../../lib/api.ts';
import { customerName } from '../../lib/customer-name.ts';
import { shortTime } from '../../lib/format.ts';
import { AlertIcon, UrgentIcon } from '../../lib/icons.tsx';
import { useAct } from '../../lib/use-act.ts';
import { useNow } from '../../lib/use-now.ts';
import { AttachmentMark } from '../files/attachment-mark.tsx';
import { useIntent } from './use-intent.ts';
import { MoodMark } from './mood-mark.tsx';
import { WaitingRing } from './waiting-ring.tsx';
import { lazyPart } from '../../lib/lazy-part.ts';

/** Only where somebody has tags. */
const TagMarks = lazyPart(() => import('../customer/tag-marks.tsx'), 'TagMarks');

interface Props {
  conversation: Conversation;
  /** It no longer belongs to the list, and stays only until the pointer leaves. */
  gone: boolean;
  /** undefined: nobody is choosing several. */
  selected: boolean | undefined;
  /** @param range all between the last one chosen and this one */
  onSelect(range: boolean): void;
}

export function InboxRow({ conversation, gone, selected, onSelect }: Props) {
  const { t, lang } = usePreferences();
  const now = useNow();
  const intent = useIntent(conversation.conversationId);
  const { conversationId, unread, openAlerts, urgency, mood, group, state, activityAt } = conversation;
  return (
    <div className="inbox-row" data-testid="inbox-row" data-conversation={conversationId} data-gone={gone}>
      {selected !== undefined && (
        <input
          type="checkbox"
          className="inbox-row-pick"
          data-testid="inbox-pick"
          aria-label={t('inbox.pick', { name: customerName(conversation, t) })}
          checked={selected}
          onChange={(event) => onSelect((event.nativeEvent as MouseEvent).shiftKey)}
        />
      )}
      <Link
        to="/inbox/$conversationId"
        params={{ conversationId }}
        className="inbox-row-link"
        activeProps={{ 'aria-current': 'page' }}
        preload={false}
        {...intent}
      >
        <span className="inbox-row-line">
          <strong className="inbox-row-name">{customerName(conversation, t)}</strong>
          {openAlerts > 0 && (
            <span className="alert-mark" title={t('inbox.alerts', { count: openAlerts })}>
              <AlertIcon size={14} />
              <span className="visually-hidden">{t('inbox.alerts', { count: openAlerts })}</span>
            </span>
          )}
          {urgency > 0 && (
            <span className="urgent-mark" title={t(`urgency.${urgency}`)}>
              <UrgentIcon size={14} />
              <span className="visually-hidden">{t(`urgency.${urgency}`)}</span>
            </span>
          )}
          <time className="inbox-row-time figures">{shortTime(activityAt, now, lang)}</time>
        </span>
        <span className="inbox-row-line">
          <Preview conversation={conversation} />
          {unread > 0 && (
            <span className="unread-badge figures" title={t('inbox.unread', { count: unread })}>
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </span>
        <span className="inbox-row-line inbox-row-marks">
          <span className="group-tag">{t(`group.${group}`)}</span>
          <MoodMark mood={mood} />
          <WaitingRing conversation={conversation} />
          <Aside conversation={conversation} now={now} />
          {conversation.tags.length > 0 && (
            <Suspense>
              <TagMarks tagIds={conversation.tags} />
            </Suspense>
          )}
        </span>
      </Link>
      {state === 'waiting' && <ClaimOnRow conversationId={conversationId} />}
    </div>
  );
}

/** What happens to it by itself, and when. */
function Aside({
  conversation: { snoozed, closesAt, mergedInto },
  now,
}: {
  conversation: Conversation;
  now: number;
}) {
  const { t, lang } = usePreferences();
  if (mergedInto !== null) return <span className="inbox-row-aside">{t('inbox.merged')}</span>;
  if (snoozed) {
    const said =
      snoozed.until === null
        ? t('inbox.untilCustomer')
        : t('inbox.backAt', { time: shortTime(snoozed.until, now, lang) });
    return <span className="inbox-row-aside">{said}</span>;
  }
  if (closesAt === null) return null;
  return (
    <span className="inbox-row-aside" data-near>
      {t('inbox.closesAt', { time: shortTime(closesAt, now, lang) })}
    </span>
  );
}

function Preview({ conversation: { lastMessage, assigneeId, state } }: { conversation: Conversation }) {
  const { t } = usePreferences();
  const { agentId } = useMe();
  if (!lastMessage) return <span className="inbox-row-preview">{t('inbox.nothingSaid')}</span>;
  const mine = lastMessage.author === 'agent' && assigneeId === agentId;
  const who = mine
    ? t('author.me')
    : lastMessage.author === 'customer'
      ? ''
      : t(`author.${lastMessage.author}`);
  return (
    <span className="inbox-row-preview">
      {state === 'closed' && <span className="inbox-row-closed">{t('state.closed')}</span>}
      {who && <span className="inbox-row-who">{who}</span>}
      {lastMessage.attachment && <AttachmentMark kind={lastMessage.attachment.kind} />}
      {lastMessage.text === '' ? lastMessage.attachment?.name : (lastMessage.text ?? t('message.erased'))}
    </span>
  );
}

function ClaimOnRow({ conversationId }: { conversationId: string }) {
  const { t } = usePreferences();
  const may = useMay();
  const claim = useAct(() => api.claim(conversationId));
  if (!may('conversations.claim')) return null;
  return (
    <button
      type="button"
      className="inbox-row-claim"
      data-testid="claim-on-row"
      disabled={claim.busy}
      onClick={() => void claim.run()}
    >
      {t('action.claim')}
    </button>
  );
}
