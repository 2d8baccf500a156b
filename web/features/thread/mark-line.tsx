import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { ThreadAnswer } from '../../../core/api.ts';
import type { Mark } from '../../../core/conversations/thread.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMe } from '../../app/session.ts';
import { clockTime, dayAndTime } from '../../lib/format.ts';
import { lazyPart } from '../../lib/lazy-part.ts';
import type { Params, WordKey } from '../../words/index.ts';

const OperatedMark = lazyPart(() => import('../operations/operated-mark.tsx'), 'OperatedMark');

/** One line that only states: opened, assigned, queued, closed, scored. */
export function MarkLine({ mark, thread }: { mark: Mark; thread: ThreadAnswer }) {
  const { t, lang } = usePreferences();
  const { agentId: me } = useMe();
  const nameOf = (id: string | null) => {
    if (id === me) return t('mark.me');
    return thread.colleagues.find((colleague) => colleague.agentId === id)?.name ?? t('author.colleague');
  };
  const [key, params] = stated(
    mark,
    nameOf,
    (group) => t(`group.${group}`),
    (at) => dayAndTime(at, lang),
  );
  return (
    <div className="mark-line" data-mark={mark.event.type}>
      <span>
        {mark.event.type === 'order.operated' ? (
          <Suspense fallback={t(key, params)}>
            <OperatedMark
              event={mark.event}
              by={mark.event.byId === null ? null : nameOf(mark.event.byId)}
              isLatest={isLatestOf(mark.event, thread.marks)}
            />
          </Suspense>
        ) : (
          t(key, params)
        )}
      </span>
      {mark.event.type === 'conversation.joined' && (
        <Link to="/inbox/$conversationId" params={{ conversationId: mark.event.from }}>
          {t('action.open')}
        </Link>
      )}
      <time className="figures">{clockTime(mark.at, lang)}</time>
    </div>
  );
}

type Event = Mark['event'];

/** Nothing happened to the operation since. */
function isLatestOf({ operationId, staffSeq }: Extract<Event, { type: 'order.operated' }>, marks: Mark[]) {
  return !marks.some(
    ({ event }) =>
      event.type === 'order.operated' && event.operationId === operationId && event.staffSeq > staffSeq,
  );
}

type Group = Extract<Event, { type: 'episode.opened' }>['group'];

function stated(
  { event }: Mark,
  nameOf: (id: string | null) => string,
  groupOf: (group: Group) => string,
  timeOf: (at: number) => string,
): [WordKey, Params] {
  switch (event.type) {
    case 'episode.opened':
      return ['mark.opened', { number: event.number, group: groupOf(event.group) }];
    case 'episode.assigned':
      return [`mark.assigned.${event.by}`, { to: nameOf(event.agentId), by: nameOf(event.byId) }];
    case 'episode.queued':
      return ['mark.queued', { group: groupOf(event.group) }];
    case 'episode.closed':
      return [`mark.closed.${event.by}`, { by: nameOf(event.byId) }];
    case 'episode.snoozed':
      return event.until === null
        ? ['mark.snoozed.customer', { by: nameOf(event.byId) }]
        : ['mark.snoozed.until', { by: nameOf(event.byId), time: timeOf(event.until) }];
    case 'episode.woken':
      return [`mark.woken.${event.by}`, { by: nameOf(event.byId) }];
    case 'silence.noticed':
      return event.closesAt === null
        ? ['mark.silence.off', {}]
        : ['mark.silence', { time: timeOf(event.closesAt) }];
    case 'conversation.merged':
      return ['mark.merged', { by: nameOf(event.byId) }];
    case 'conversation.joined':
      return ['mark.joined', { by: nameOf(event.byId) }];
    case 'order.operated':
      return ['mark.operated', { by: nameOf(event.byId) }];
    case 'episode.scored':
      return [event.veto ? 'mark.scored.pending' : 'mark.scored', { points: event.points }];
  }
}
