import type { Overtaking } from '../../../core/refusal.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { QuotedWords } from '../thread/quote-view.tsx';
import { useComposerWords } from './words.ts';

/** The reply waits for one more key: somebody wrote while it was being written. */
export function Overtaken({ messages, onSend }: { messages: readonly Overtaking[]; onSend(): void }) {
  const { t } = usePreferences();
  const say = useComposerWords();
  return (
    <div className="composer-strip" data-testid="overtaken" role="alert">
      <strong>{say('overtaken.title')}</strong>
      {messages.slice(-3).map((message) => (
        <q key={message.seq}>
          {message.author === 'agent' && `${message.authorName ?? t('author.colleague')}：`}
          <QuotedWords quote={message} />
        </q>
      ))}
      <button type="button" className="quiet-button" data-testid="send-anyway" onClick={onSend}>
        <kbd>Enter</kbd> {say('overtaken.send')}
      </button>
    </div>
  );
}
