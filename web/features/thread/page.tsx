import { useParams } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useRef, useState } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { ComposerDock } from '../composer/dock.tsx';
import { Notice } from '../inbox/notice.tsx';
import { CustomerSide } from '../customer/customer-side.tsx';
import { useArrival } from '../search/use-arrival.ts';
import { ThreadHeader } from './header.tsx';
import { Timeline, type TimelineHandle } from './timeline.tsx';
import { TypingLine } from './typing-line.tsx';
import { useLinked } from './use-linked.ts';
import { QuotingProvider } from './quoting.tsx';
import { useThread } from './use-thread.ts';
import './thread.css';
import './message.css';

export function ConversationPage() {
  const { conversationId } = useParams({ strict: false });
  return conversationId === undefined ? null : <Conversation key={conversationId} id={conversationId} />;
}

function Conversation({ id }: { id: string }) {
  const { t, lang } = usePreferences();
  const { data: thread, error, refetch, loadOlder } = useThread(id);
  const timeline = useRef<TimelineHandle>(null);
  const linked = useLinked(thread, timeline);
  const [side, setSide] = useState(() => innerWidth >= 1200);
  useArrival(
    thread !== undefined,
    ({ kind, seq, afterSeq }) => void timeline.current?.jumpTo(afterSeq, kind === 'note' ? seq : undefined),
  );

  if (!thread) {
    if (!error) return <ThreadSkeleton />;
    return (
      <main className="centred" role="alert">
        <p>{sentence(error, lang)}</p>
        <Button onClick={() => void refetch()}>{t('action.tryAgain')}</Button>
      </main>
    );
  }
  return (
    <div className="conversation" data-side={side}>
      <QuotingProvider>
        <main className="thread" data-conversation={id}>
          <ThreadHeader thread={thread} side={side} onSide={() => setSide(!side)} />
          <Notice conversation={thread.conversation} />
          <Timeline ref={timeline} thread={thread} loadOlder={loadOlder} linked={linked} />
          <TypingLine conversationId={id} />
          <ComposerDock thread={thread} />
        </main>
      </QuotingProvider>
      {side && <CustomerSide thread={thread} onJump={(seq) => void timeline.current?.jumpTo(seq)} />}
    </div>
  );
}

function ThreadSkeleton() {
  return (
    <main className="thread-skeleton" aria-busy>
      <Skeleton title={{ width: '30%' }} paragraph={{ rows: 2, width: ['60%', '40%'] }} />
      <Skeleton title={false} paragraph={{ rows: 3, width: ['50%', '55%', '35%'] }} />
    </main>
  );
}
