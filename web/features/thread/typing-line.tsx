import { useEffect, useState } from 'react';
import { useConnection } from '../../app/live.tsx';
import { usePreferences } from '../../app/preferences.tsx';
import { useMe } from '../../app/session.ts';

/** A typing mark that nobody takes back goes out by itself, ms. */
const fadesAfter = 8000;

/** Who is writing here: the customer, or a colleague. Keeps its place when empty, so that nothing jumps. */
export function TypingLine({ conversationId }: { conversationId: string }) {
  const { t } = usePreferences();
  const me = useMe();
  const connection = useConnection();
  const [who, setWho] = useState<{ from: 'customer' | 'agent'; name: string | null } | null>(null);

  useEffect(() => {
    let fade: ReturnType<typeof setTimeout> | undefined;
    const stop = connection.onFrame((frame) => {
      const done =
        frame.type === 'events' &&
        frame.events.some(
          (event) => event.type === 'message.posted' && event.conversationId === conversationId,
        );
      if (done) return setWho(null);
      if (frame.type !== 'typing' || frame.conversationId !== conversationId) return;
      if (frame.from === 'agent' && frame.name === me.name) return;
      clearTimeout(fade);
      setWho(frame.typing ? { from: frame.from, name: frame.name } : null);
      fade = setTimeout(() => setWho(null), fadesAfter);
    });
    return () => {
      clearTimeout(fade);
      stop();
    };
  }, [connection, conversationId, me.name]);

  return (
    <div className="typing-line" role="status" data-testid="typing">
      {who && t('thread.typing', { name: who.name ?? t(`author.${who.from}`) })}
    </div>
  );
}
