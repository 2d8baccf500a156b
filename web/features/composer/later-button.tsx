import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { newId } from '../../../live/ids.ts';
import { ClockIcon } from '../../lib/icons.tsx';
import { useAct } from '../../lib/use-act.ts';
import { composerApi, type Later } from './composer-api.ts';
import { useComposerWords } from './words.ts';
import { lazyPart } from '../../lib/lazy-part.ts';

export const LaterDialog = lazyPart(() => import('./later-dialog.tsx'), 'LaterDialog');

interface Props {
  conversationId: string;
  text: string;
  disabled: boolean;
  onScheduled(): void;
}

export function LaterButton({ conversationId, text, disabled, onScheduled }: Props) {
  const say = useComposerWords();
  /** The wish's own id: pressed twice, or repeated after a lost answer, it is one. */
  const [wish, setWish] = useState<string | null>(null);
  const schedule = useAct(
    (later: Later) => composerApi.schedule(conversationId, wish!, later),
    say('later.done'),
  );
  return (
    <>
      <Button
        icon={<ClockIcon />}
        data-testid="send-later"
        aria-label={say('later.open')}
        title={say('later.open')}
        disabled={disabled}
        onClick={() => setWish(newId())}
      />
      {wish !== null && (
        <Suspense>
          <LaterDialog
            initial={{ text, sendAt: null, evenIfWritten: false }}
            busy={schedule.busy}
            onClose={() => setWish(null)}
            onDone={async (later) => {
              if (!(await schedule.run(later))) return;
              setWish(null);
              onScheduled();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
