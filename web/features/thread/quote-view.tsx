import type { Quote } from '../../../core/attachments.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { AttachmentMark } from '../files/attachment-mark.tsx';

/** What a message answers, above it; leads there. */
export function QuoteView({ quote, onJump }: { quote: Quote; onJump?(seq: number): void }) {
  const { t } = usePreferences();
  return (
    <button
      type="button"
      className="quote"
      title={t('quote.jump')}
      data-testid="quote"
      onClick={() => onJump?.(quote.seq)}
    >
      <strong>{t(`author.${quote.author}`)}</strong>
      <QuotedWords quote={quote} />
    </button>
  );
}

export function QuotedWords({ quote: { text, attachment } }: { quote: Quote }) {
  const { t } = usePreferences();
  return (
    <span className="quote-words">
      {attachment && <AttachmentMark kind={attachment.kind} />}
      {text === '' ? attachment?.name : (text ?? t('message.erased'))}
    </span>
  );
}
