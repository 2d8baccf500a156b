import { Link, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { customerName } from '../../lib/customer-name.ts';
import { AlertIcon, UrgentIcon } from '../../lib/icons.tsx';
import { ruleWords } from '../../lib/rule-words.ts';
import { usePlace } from '../../lib/use-place.ts';
import { useColleagues } from '../account/presence.tsx';
import { MoodMark } from '../inbox/mood-mark.tsx';
import { useRows } from '../inbox/rows-provider.tsx';
import { WaitingRing } from '../inbox/waiting-ring.tsx';
import { RowActs } from './row-acts.tsx';
import { WallHead } from './wall-head.tsx';
import { isOpen, orderOf } from './wall-order.ts';
import type { FindingsSoFar } from './wall.ts';
import { useWall } from './wall-provider.tsx';
import { useWallWords } from './words.ts';

/** More at once nobody can watch; the count tells of the rest. */
const most = 200;

export function WallTable() {
  const { t } = usePreferences();
  const { byId } = useRows();
  const wall = useWall();
  const w = useWallWords();
  const { group, order = 'concern' } = useSearch({ from: '/desk/wall' });
  const open = useMemo(
    () =>
      Array.from(byId.values())
        .filter((one) => isOpen(one) && (group === undefined || one.group === group))
        .toSorted(orderOf[order]),
    [byId, group, order],
  );
  const { ids, hold, settle } = usePlace(open.slice(0, most).map((row) => row.conversationId));
  // What was chosen by hand is shown at once, though the pointer stands over the list.
  const chosen = `${group} ${order}`;
  const settled = useRef(chosen);
  useEffect(() => {
    if (settled.current === chosen) return;
    settled.current = chosen;
    settle();
  });
  return (
    <section className="wall-conversations" aria-label={t('wall.conversations')}>
      <WallHead open={open} />
      {open.length === 0 && (
        <p className="wall-empty muted">{group === undefined ? t('wall.empty') : w('empty.group')}</p>
      )}
      <div
        role="table"
        className="wall-table"
        onPointerEnter={() => hold('pointer', true)}
        onPointerLeave={() => hold('pointer', false)}
      >
        {ids.map((id) => {
          const conversation = byId.get(id);
          return (
            conversation && <Row key={id} conversation={conversation} findings={wall?.findings.get(id)} />
          );
        })}
      </div>
    </section>
  );
}

function Row({
  conversation,
  findings,
}: {
  conversation: Conversation;
  findings: FindingsSoFar | undefined;
}) {
  const { t } = usePreferences();
  const { conversationId, mood, openAlerts, urgency, heldReplies, group, state, lastMessage } = conversation;
  return (
    <div
      role="row"
      className="wall-row"
      data-testid="wall-row"
      data-conversation={conversationId}
      data-alert={openAlerts > 0}
      data-gone={!isOpen(conversation)}
    >
      <div role="cell" className="wall-who">
        <Link to="/inbox/$conversationId" params={{ conversationId }} preload={false}>
          {customerName(conversation, t)}
        </Link>
        {openAlerts > 0 && (
          <span className="alert-mark">
            <AlertIcon size={14} />
            {openAlerts}
          </span>
        )}
        {urgency > 0 && (
          <span className="urgent-mark" title={t(`urgency.${urgency}`)}>
            <UrgentIcon size={14} />
          </span>
        )}
        <span className="wall-words">{lastMessage?.text ?? ''}</span>
      </div>
      <div role="cell">
        <MoodMark mood={mood} />
      </div>
      <div role="cell" className="wall-wait">
        <WaitingRing conversation={conversation} />
      </div>
      <div role="cell" className="wall-owner">
        {state === 'waiting' ? (
          <span className="muted">{t('state.waiting')}</span>
        ) : (
          <Owner id={conversation.assigneeId} />
        )}
        <span className="group-tag">{t(`group.${group}`)}</span>
      </div>
      <div role="cell" className="wall-findings">
        {heldReplies > 0 && <span className="held-mark">{t('wall.held', { count: heldReplies })}</span>}
        {findings && <Findings findings={findings} />}
      </div>
      <div role="cell" className="wall-acts">
        <RowActs conversation={conversation} />
      </div>
    </div>
  );
}

function Owner({ id }: { id: string | null }) {
  const { t } = usePreferences();
  const owner = useColleagues().find((colleague) => colleague.agentId === id);
  return <span>{owner?.name ?? t('author.colleague')}</span>;
}

function Findings({ findings: { count, last } }: { findings: FindingsSoFar }) {
  const { t, lang } = usePreferences();
  return (
    <span className="figures" title={ruleWords(last, lang).reason}>
      {t('wall.findings', { count, last: ruleWords(last, lang).title })}
    </span>
  );
}
