import { useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import type { Event } from '../../../core/events.ts';
import { useConnection } from '../../app/live.tsx';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay, useMe } from '../../app/session.ts';
import { customerName } from '../../lib/customer-name.ts';
import { useRows } from '../inbox/rows-provider.tsx';
import { useKeysWords } from '../keys/words.ts';
import { bodyOf, noticeOf, type Notice } from './notices.ts';

/** The same event comes on several topics: remembered for this many. */
const remembered = 200;

/** The system's own notifications, while nobody looks at the desk. */
export function Notifier() {
  const { t, privateNotifications } = usePreferences();
  const say = useKeysWords();
  const { agentId } = useMe();
  const may = useMay();
  const { byId } = useRows();
  const connection = useConnection();
  const router = useRouter();

  const show = (notice: Notice) => {
    const { conversationId, kind } = notice;
    const name = customerName(byId.get(conversationId) ?? { customerName: null, conversationId }, t);
    const key = `notify.${kind}` as const;
    try {
      const shown = new Notification(say(key, { name }), {
        body: bodyOf(notice, privateNotifications, say('notify.private')),
        tag: `${kind} ${conversationId}`,
        icon: '/favicon.svg',
      });
      shown.onclick = () => {
        window.focus();
        shown.close();
        void router.navigate(
          kind === 'approval'
            ? { to: '/approvals' }
            : { to: '/inbox/$conversationId', params: { conversationId } },
        );
      };
    } catch {
      // Some phones have the name but let only a service worker show one.
    }
  };

  const heed = useEffectEvent((events: readonly Event[], seen: Set<string>) => {
    const hidden = document.visibilityState === 'hidden' && Notification.permission === 'granted';
    for (const event of events) {
      const key = keyOf(event);
      if (seen.has(key)) continue;
      seen.add(key);
      if (seen.size > remembered) seen.delete(seen.values().next().value!);
      const reader = { agentId, watchesWall: may('wall.watch'), approves: may('operations.approve') };
      const notice = hidden ? noticeOf(event, byId.get(event.conversationId), reader) : null;
      if (notice) show(notice);
    }
  });

  useEffect(() => {
    const seen = new Set<string>();
    return connection.onFrame((frame) => {
      if (frame.type === 'events') heed(frame.events, seen);
    });
  }, [connection]);
  return null;
}

const keyOf = (event: Event) =>
  `${event.conversationId} ${'staffSeq' in event ? `staff ${event.staffSeq}` : 'seq' in event ? event.seq : event.at}`;
