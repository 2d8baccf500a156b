import { usePreferences } from '../../app/preferences.tsx';
import { copied } from '../../lib/copy.ts';
import { useMessage } from '../../lib/use-message.ts';
import type { PutFact } from '../orders/put-fact.ts';
import { useOperationsWords } from './words.ts';

/** What to ask the customer where the parcel is not theirs: into the reply with one key, or copied where there is none. */
export function ReadySentence({
  sentence,
  onPut,
}: {
  sentence: { zh: string; en: string };
  onPut?: PutFact;
}) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const message = useMessage();
  const copy = async () => {
    if (await copied(sentence[lang])) message.success(say('sentence.copied'));
    else message.warning(say('sentence.copyByHand'));
  };
  return (
    <blockquote className="ready-sentence" aria-label={say('sentence.title')}>
      <p>{sentence[lang]}</p>
      <button
        type="button"
        className="quiet-button"
        data-testid="put-sentence"
        onClick={() => (onPut ? onPut(sentence[lang]) : void copy())}
      >
        {onPut ? `↵ ${say('sentence.put')}` : say('sentence.copy')}
      </button>
    </blockquote>
  );
}
