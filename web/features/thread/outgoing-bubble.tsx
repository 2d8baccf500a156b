import { usePreferences } from '../../app/preferences.tsx';
import { refusalWords } from '../../../core/words/refusals.ts';
import type { Outgoing } from '../composer/outgoing.ts';
import { AttachmentView } from '../files/attachment-view.tsx';
import { HeldActs } from './held-bubble.tsx';
import { QuoteView } from './quote-view.tsx';
import { useOutgoing } from '../composer/outgoing-provider.tsx';

/** A reply that the server has not answered yet, or has refused. */
export function OutgoingBubble({ outgoing }: { outgoing: Outgoing }) {
  const { t, lang } = usePreferences();
  const { retry, drop } = useOutgoing();
  return (
    <article className="message" data-testid="outgoing" data-author="agent" data-state={outgoing.state}>
      <div className="message-row">
        <div className="bubble" data-carries={outgoing.attachment?.kind}>
          {outgoing.quote && <QuoteView quote={outgoing.quote} />}
          {outgoing.attachment && (
            <AttachmentView conversationId={outgoing.conversationId} attachment={outgoing.attachment} />
          )}
          {outgoing.text !== '' && <div className="said-under">{outgoing.text}</div>}
        </div>
        <span className="message-time">{t(`outgoing.${outgoing.state}`)}</span>
      </div>
      {outgoing.state === 'held' && outgoing.leavesAt !== undefined && (
        <HeldActs clientId={outgoing.clientId} leavesAt={outgoing.leavesAt} />
      )}
      {outgoing.refusal && (
        <div className="outgoing-failed" role="alert">
          <span>{refusalWords(outgoing.refusal, lang)}</span>
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
