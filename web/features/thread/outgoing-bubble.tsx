import { usePreferences } from '../../app/preferences.tsx';
import { Refused } from '../../../core/refusal.ts';
import { sentence } from '../../lib/failure.ts';
import type { Outgoing } from '../composer/outgoing.ts';
import { useOutgoing } from '../composer/outgoing-provider.tsx';

/** A reply that the server has not answered yet, or has refused. */
export function OutgoingBubble({ outgoing }: { outgoing: Outgoing }) {
  const { t, lang } = usePreferences();
  const { retry, drop } = useOutgoing();
  return (
    <article className="message" data-testid="outgoing" data-author="agent" data-state={outgoing.state}>
      <div className="message-row">
        <div className="bubble">{outgoing.text}</div>
        <span className="message-time">{t(`outgoing.${outgoing.state}`)}</span>
      </div>
      {outgoing.refusal && (
        <div className="outgoing-failed" role="alert">
          <span>{sentence(new Refused(outgoing.refusal), lang)}</span>
          <button type="button" className="quiet-button" data-testid="retry" onClick={() => retry(outgoing)}>
            {t('action.retry')}
          </button>
          <button type="button" className="quiet-button" onClick={() => drop([outgoing.clientId])}>
            {t('action.discard')}
          </button>
        </div>
      )}
    </article>
  );
}
