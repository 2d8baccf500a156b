import { usePreferences } from '../../app/preferences.tsx';
import { CloseIcon } from '../../lib/icons.tsx';
import { QuotedWords } from '../thread/quote-view.tsx';
import { useQuoting } from '../thread/quoting.tsx';

/** The message that the reply will answer. */
export function Quoted() {
  const { t } = usePreferences();
  const { quoted, quote } = useQuoting();
  if (!quoted) return null;
  return (
    <div className="composer-quote" data-testid="composer-quote">
      <strong>{t('quote.writing', { who: t(`author.${quoted.author}`) })}</strong>
      <QuotedWords quote={quoted} />
      <button
        type="button"
        className="quiet-button"
        aria-label={t('quote.drop')}
        title={t('quote.drop')}
        onClick={() => quote(null)}
      >
        <CloseIcon size={14} />
      </button>
    </div>
  );
}
