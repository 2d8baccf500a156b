import { Button, Skeleton } from 'antd';
import { useEffect, useRef } from 'react';
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import { belongs, matches } from '../../../core/conversations/inbox.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMe } from '../../app/session.ts';
import { sentence } from '../../lib/failure.ts';
import { ArrowUpIcon } from '../../lib/icons.tsx';
import { usePlace } from '../../lib/use-place.ts';
import { isFiltered, type Choice } from './choice.ts';
import { InboxRow } from './row.tsx';
import { picked } from './selection.ts';
import { useRows } from './rows-provider.tsx';
import { useInbox } from './use-inbox.ts';

/** The part of the desk that the next click needs; where it does not come, the click asks again. */
const loadConversationPage = () => import('../thread/page.tsx').catch(() => {});

interface Props {
  choice: Choice;
  /** null: nobody is choosing several. */
  selected: ReadonlySet<string> | null;
  onSelect(selected: ReadonlySet<string>): void;
  onUnfiltered(): void;
}

export function InboxList({ choice, selected, onSelect, onUnfiltered }: Props) {
  const { view, filter } = choice;
  const { t, lang } = usePreferences();
  const me = useMe();
  const { byId } = useRows();
  const { conversations, pages } = useInbox(choice);
  const scroller = useRef<VirtuosoHandle>(null);
  const { ids, above, hold, settle } = usePlace(conversations.map((row) => row.conversationId));

  const lastPicked = useRef<string | null>(null);
  useEffect(() => {
    // After what is looked at now; Safari has no idle time to tell of.
    const soon = window.requestIdleCallback ?? setTimeout;
    if (!pages.isPending) soon(() => void loadConversationPage());
  }, [pages.isPending]);

  const toTop = () => {
    settle();
    scroller.current?.scrollToIndex({ index: 0 });
  };

  if (pages.isPending) return <ListSkeleton />;
  if (pages.isError && ids.length === 0) {
    return (
      <div className="centred" role="alert">
        <p>{sentence(pages.error, lang)}</p>
        <Button onClick={() => void pages.refetch()}>{t('action.tryAgain')}</Button>
      </div>
    );
  }
  if (ids.length === 0) {
    return (
      <div className="centred">
        <p>{t(isFiltered(filter) ? 'inbox.empty.filtered' : `inbox.empty.${view}`)}</p>
        {isFiltered(filter) && <Button onClick={onUnfiltered}>{t('inbox.unfiltered')}</Button>}
      </div>
    );
  }
  return (
    <div
      className="inbox-list"
      onPointerEnter={() => hold('pointer', true)}
      onPointerLeave={() => hold('pointer', false)}
    >
      <div className="inbox-above" role="status">
        {above > 0 && (
          <button type="button" className="quiet-button" data-testid="inbox-above" onClick={toTop}>
            <ArrowUpIcon size={14} />
            {t('inbox.above', { count: above })}
          </button>
        )}
      </div>
      <Virtuoso
        ref={scroller}
        data={ids}
        computeItemKey={(_, id) => id}
        fixedItemHeight={82}
        increaseViewportBy={240}
        atTopStateChange={(atTop) => hold('scrolled', !atTop)}
        endReached={() => {
          if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage();
        }}
        itemContent={(_, id) => {
          const conversation = byId.get(id);
          return conversation ? (
            <InboxRow
              conversation={conversation}
              gone={!belongs(view, conversation, me) || !matches(filter, conversation)}
              selected={selected?.has(id)}
              onSelect={(range) => {
                onSelect(picked(selected ?? new Set(), ids, id, range ? lastPicked.current : null));
                lastPicked.current = id;
              }}
            />
          ) : null;
        }}
      />
    </div>
  );
}

function ListSkeleton() {
  return (
    <div className="inbox-skeleton" aria-busy>
      {[1, 2, 3, 4, 5].map((row) => (
        <Skeleton key={row} active={false} title={{ width: '45%' }} paragraph={{ rows: 1, width: '85%' }} />
      ))}
    </div>
  );
}
