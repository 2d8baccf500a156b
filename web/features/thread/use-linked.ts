import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef, type RefObject } from 'react';
import type { ThreadAnswer } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import type { TimelineHandle } from './timeline.tsx';
import { useMessage } from '../../lib/use-message.ts';

/** Goes to the message that the address names, once for each address. */
export function useLinked(
  thread: ThreadAnswer | undefined,
  timeline: RefObject<TimelineHandle | null>,
): number | undefined {
  const { m } = useSearch({ strict: false }) as { m?: number };
  const { t } = usePreferences();
  const message = useMessage();
  const gone = useRef<number>(undefined);
  useEffect(() => {
    if (!thread || m === undefined || gone.current === m) return;
    gone.current = m;
    if (m > thread.conversation.seq) message.info(t('link.missing'));
    else void timeline.current?.jumpTo(m);
  }, [thread, m, timeline, message, t]);
  return m;
}
