import { useEffect, useState } from 'react';
import type { Onlooker } from '../../../core/wire.ts';
import { useConnection, useStatus } from '../../app/live.tsx';
import { useMe } from '../../app/session.ts';
import { useComposerWords } from './words.ts';

/** Which colleagues have this conversation before them too, those who write first. */
export function Onlookers({ conversationId }: { conversationId: string }) {
  const say = useComposerWords();
  const others = useOnlookers(conversationId);
  const names = (state: Onlooker['state']) =>
    others.filter((one) => one.state === state).map((one) => one.name);
  const [writing, viewing] = [names('writing'), names('viewing')];
  return (
    <span className="onlookers" role="status" data-testid="onlookers">
      {writing.length > 0 && (
        <span className="onlookers-writing">{say('onlookers.writing', { names: listed(writing) })}</span>
      )}
      {viewing.length > 0 && <span>{say('onlookers.viewing', { names: listed(viewing) })}</span>}
    </span>
  );
}

const listed = (names: string[]) => names.join(' · ');

/** A page that nobody looks at is nobody who looks. */
function useOnlookers(conversationId: string): Onlooker[] {
  const { agentId } = useMe();
  const connection = useConnection();
  const online = useStatus() === 'online';
  const [onlookers, setOnlookers] = useState<Onlooker[]>([]);

  useEffect(
    () =>
      connection.onFrame((frame) => {
        if (frame.type === 'onlookers' && frame.conversationId === conversationId)
          setOnlookers(frame.onlookers);
      }),
    [connection, conversationId],
  );

  useEffect(() => {
    if (!online) return setOnlookers([]);
    const look = () =>
      connection.look(conversationId, document.visibilityState === 'visible' ? 'viewing' : 'gone');
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      connection.look(conversationId, 'gone');
    };
  }, [connection, conversationId, online]);

  return onlookers.filter((one) => one.agentId !== agentId);
}
