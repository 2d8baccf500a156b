import { useEffect, useRef, useState } from 'react';
import type { HoldAnswer, ThreadAnswer } from '../../../core/api.ts';
import { newId } from '../../../live/ids.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { api } from '../../lib/api.ts';
import { browserShelf } from '../../lib/storage.ts';
import { useAct } from '../../lib/use-act.ts';

/**
 * A blocked reply that waits for the supervisor. The words are kept by this browser until they were decided on;
 * refused or taken back, they return to the composer.
 */
export function useHold(thread: ThreadAnswer, putBack: (held: HoldAnswer) => void) {
  const { t } = usePreferences();
  const { conversationId } = thread.conversation;
  const [held, setHeld] = useState(() => remembered(thread));
  const givenBack = useRef<string | null>(null);
  const decided = thread.holds.find((hold) => hold.holdId === held?.holdId);
  const outcome = decided?.outcome ?? null;

  useEffect(() => {
    if (!held || outcome === null || givenBack.current === held.holdId) return;
    givenBack.current = held.holdId;
    browserShelf.remove(keyOf(conversationId));
    if (outcome !== 'released') putBack(held);
    if (outcome === 'withdrawn') setHeld(null);
  }, [held, outcome, putBack, conversationId]);

  const ask = useAct(async (text: string, carried: { attachmentId?: string; quotes?: number }) => {
    const answer = await api.hold(conversationId, newId(), { text, ...carried });
    browserShelf.set(keyOf(conversationId), JSON.stringify(answer));
    setHeld(answer);
  }, t('hold.asked'));

  return {
    held: held && { ...held, outcome: outcome ?? held.outcome, reason: decided?.reason ?? held.reason },
    forget: () => setHeld(null),
    ask: ask.run,
    asking: ask.busy,
  };
}

const keyOf = (conversationId: string) => `yinuo.hold.${conversationId}`;

function remembered({ conversation, holds }: ThreadAnswer): HoldAnswer | null {
  const held = JSON.parse(
    browserShelf.get(keyOf(conversation.conversationId)) ?? 'null',
  ) as HoldAnswer | null;
  return holds.some((hold) => hold.holdId === held?.holdId) ? held : null;
}
