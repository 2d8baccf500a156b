import type { Message } from '../../../core/conversations/thread.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { LinkIcon, QuoteIcon } from '../../lib/icons.tsx';
import { useMessage } from '../../lib/use-message.ts';
import { quoteOf, useQuoting } from './quoting.tsx';

/** What one may do with a message; seen where the pointer or the focus is. */
export function MessageActs({ conversationId, message }: { conversationId: string; message: Message }) {
  const { t } = usePreferences();
  const { quote } = useQuoting();
  const say = useMessage();
  const copy = async () => {
    const link = `${location.origin}/c/${conversationId}?m=${message.seq}`;
    try {
      await navigator.clipboard.writeText(link);
      say.success(t('link.copied'));
    } catch {
      say.info(t('link.notCopied', { link }), 12);
    }
  };
  return (
    <span className="message-acts">
      <button
        type="button"
        className="quiet-button"
        aria-label={t('quote.act')}
        title={t('quote.act')}
        data-testid="quote-message"
        onClick={() => quote(quoteOf(message))}
      >
        <QuoteIcon size={14} />
      </button>
      <button
        type="button"
        className="quiet-button"
        aria-label={t('link.copy')}
        title={t('link.copy')}
        data-testid="copy-link"
        onClick={() => void copy()}
      >
        <LinkIcon size={14} />
      </button>
    </span>
  );
}
