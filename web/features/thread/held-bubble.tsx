import { usePreferences } from '../../app/preferences.tsx';
import { useNow } from '../../lib/use-now.ts';
import { useOutgoing } from '../composer/outgoing-provider.tsx';

/** Under a reply that has not left yet: how long it still waits, and the way back. */
export function HeldActs({ clientId, leavesAt }: { clientId: string; leavesAt: number }) {
  const { t } = usePreferences();
  const now = useNow();
  const { recall, leaveNow } = useOutgoing();
  const seconds = Math.max(1, Math.floor((leavesAt - now) / 1000));
  return (
    <div className="held-leaving" data-testid="held">
      <span className="figures" role="status">
        {t('recall.leaves', { seconds })}
      </span>
      <button type="button" className="quiet-button" data-testid="recall" onClick={() => recall(clientId)}>
        {t('recall.act')}
      </button>
      <button
        type="button"
        className="quiet-button"
        data-testid="leave-now"
        onClick={() => leaveNow(clientId)}
      >
        {t('recall.now')}
      </button>
    </div>
  );
}
