import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import type { ThreadAnswer } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { longDay } from '../../lib/format.ts';
import { ArrowDownIcon } from '../../lib/icons.tsx';
import { useAct } from '../../lib/use-act.ts';
import { dayNames } from './day-names.ts';
import { itemsOf, type Item } from './items.ts';
import { OutgoingBubble } from './outgoing-bubble.tsx';
import { MarkLine } from './mark-line.tsx';
import { MessageLine } from './message-line.tsx';
import { NoteLine } from './note-line.tsx';
import { useFirstIndex } from './use-first-index.ts';
import { useHere } from './use-here.ts';
import { UnreadBar } from './unread-bar.tsx';
import { useLanding } from './use-landing.ts';

export interface TimelineHandle {
  /** Scrolls to a message, or to the note with this staffSeq behind it, and washes it softly, once; loads what lies between. */
  jumpTo(seq: number, note?: number): Promise<void>;
}

interface Props {
  thread: ThreadAnswer;
  loadOlder(until?: number): Promise<void>;
  /** The message that the address names: where it opens. */
  linked?: number;
  ref: Ref<TimelineHandle>;
}

export function Timeline({ thread, loadOlder: load, linked, ref }: Props) {
  const { run: loadOlder } = useAct(load);
  const { t, lang } = usePreferences();
  const scroller = useRef<VirtuosoHandle>(null);
  const [atBottom, setAtBottom] = useState(true);
  const keepsToEnd = useRef(true);
  const { readUpTo, unreadCount, outgoing } = useHere(thread, atBottom);
  const { hasOlder, conversation } = thread;

  const items = useMemo(
    () => itemsOf(thread, { readUpTo, outgoing, hasOlder, dayOf: dayNames() }),
    [thread, readUpTo, outgoing, hasOlder],
  );
  const firstIndex = useFirstIndex(items);
  const range = useRef({ startIndex: 0, endIndex: 0 });
  const { landed, jumpTo } = useLanding({
    items,
    scroller,
    isShown: (index) => {
      const { startIndex, endIndex } = range.current;
      return firstIndex + index >= startIndex && firstIndex + index <= endIndex;
    },
    loadOlder,
  });
  useImperativeHandle(ref, () => ({ jumpTo }));
  // The same function for as long as the page stands, so that no line is drawn again for it.
  const jumping = useRef(jumpTo);
  useEffect(() => void (jumping.current = jumpTo));
  const jump = useCallback((seq: number) => void jumping.current(seq), []);
  const unreadAt = items.findIndex((item) => item.kind === 'unread');
  const [scrolledPast, setScrolledPast] = useState(false);
  const unloaded =
    unreadAt < 0 && readUpTo !== null && hasOlder && (thread.messages[0]?.seq ?? 0) > readUpTo + 1;

  const lastRead = items.findLast(
    (item) =>
      item.kind === 'message' &&
      item.message.author === 'agent' &&
      item.message.seq <= conversation.readByCustomer,
  )?.key;

  return (
    <section className="timeline" aria-label={t('thread.label')}>
      <Virtuoso
        ref={scroller}
        data={items}
        firstItemIndex={firstIndex}
        initialTopMostItemIndex={startOf(items, linked)}
        computeItemKey={(_, item) => item.key}
        increaseViewportBy={{ top: 600, bottom: 300 }}
        alignToBottom
        defaultItemHeight={usualHeight}
        atBottomThreshold={48}
        atBottomStateChange={(isAtBottom) => {
          keepsToEnd.current = isAtBottom;
          setAtBottom(isAtBottom);
        }}
        // A line may grow by what comes later, such as the buttons of a verdict.
        totalListHeightChanged={() => {
          if (keepsToEnd.current) scroller.current?.scrollTo({ top: Number.MAX_SAFE_INTEGER });
        }}
        followOutput={(isAtBottom) => (isAtBottom || items.at(-1)?.kind === 'outgoing' ? 'auto' : false)}
        startReached={() => void loadOlder()}
        rangeChanged={(drawn) => {
          range.current = drawn;
          setScrolledPast(unreadAt >= 0 && drawn.startIndex > firstIndex + unreadAt);
        }}
        components={{ Header: hasOlder ? Older : Edge, Footer: Edge }}
        itemContent={(_, item) => (
          <Line
            item={item}
            thread={thread}
            landed={landed === item.key}
            read={lastRead === item.key}
            dayName={(at) => longDay(at, lang)}
            onJump={jump}
          />
        )}
      />
      {(scrolledPast || unloaded) && readUpTo !== null && (
        <UnreadBar
          count={unreadCount}
          since={unloaded ? null : firstUnread(items, unreadAt)}
          onJump={() => jump(readUpTo + 1)}
        />
      )}
      {!atBottom && (
        <button
          type="button"
          className="to-bottom"
          onClick={() => scroller.current?.scrollToIndex({ index: 'LAST', align: 'end' })}
        >
          <ArrowDownIcon size={14} />
          {conversation.unread > 0
            ? t('thread.newBelow', { count: conversation.unread })
            : t('thread.toBottom')}
        </button>
      )}
    </section>
  );
}

/** Of a line, in pixels: told beforehand, two frames are not spent on drawing one to see. */
const usualHeight = 64;

interface LineProps {
  item: Item;
  thread: ThreadAnswer;
  landed: boolean;
  read: boolean;
  dayName(at: number): string;
  onJump(seq: number): void;
}

function Line({ item, thread, landed, read, dayName, onJump }: LineProps) {
  const { t } = usePreferences();
  switch (item.kind) {
    case 'day':
      return <div className="day-line">{item.at === null ? t('time.unknown') : dayName(item.at)}</div>;
    case 'unread':
      return <div className="unread-line">{t('thread.unread')}</div>;
    case 'mark':
      return <MarkLine mark={item.mark} thread={thread} />;
    case 'note':
      return <NoteLine note={item.note} landed={landed} />;
    case 'message':
      return (
        <MessageLine
          item={item}
          landed={landed}
          read={read}
          colleagues={thread.colleagues}
          conversationId={thread.conversation.conversationId}
          onJump={onJump}
        />
      );
    case 'outgoing':
      return <OutgoingBubble outgoing={item.outgoing} />;
  }
}

/** Opens at what is asked for, else at what is new, else at the end. */
function startOf(items: readonly Item[], linked: number | undefined) {
  const asked = items.findIndex((item) => item.key === `message ${linked}`);
  const unread = asked < 0 ? items.findIndex((item) => item.kind === 'unread') : asked;
  return unread < 0
    ? { index: Math.max(0, items.length - 1), align: 'end' as const }
    : { index: unread, align: 'center' as const };
}

/** When the first one under the line was said; null where that is not known. */
function firstUnread(items: readonly Item[], unreadAt: number): number | null {
  const first = items[unreadAt + 1];
  return first?.kind === 'message' ? first.message.saidAt : null;
}

function Older() {
  const { t } = usePreferences();
  return <div className="day-line">{t('thread.loadingOlder')}</div>;
}

function Edge() {
  return <div className="timeline-edge" />;
}
