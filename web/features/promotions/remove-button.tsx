import { CloseIcon } from '../../lib/icons.tsx';
import { useBuyingWords } from '../buying/words.ts';

/** Takes one of several out of a form. */
export function RemoveButton({ onClick }: { onClick(): void }) {
  const say = useBuyingWords();
  return (
    <button type="button" className="quiet-button" aria-label={say('promo.tier.remove')} onClick={onClick}>
      <CloseIcon size={14} />
    </button>
  );
}
