import { useBuyingWords } from './words.ts';

/** A ready sentence into the reply; what it says stands in its title. */
export function PutButton({
  text,
  testId,
  onPut,
}: {
  text: string;
  testId: string;
  onPut(text: string): void;
}) {
  const say = useBuyingWords();
  return (
    <button
      type="button"
      className="quiet-button buying-put"
      data-testid={testId}
      title={say('put.what', { text })}
      onClick={() => onPut(text)}
    >
      {say('put')} ↵
    </button>
  );
}
