import { CardIcon } from '../../lib/icons.tsx';
import { addCard, useTakesCards } from './add-card.ts';
import type { Wanted } from './cards-api.ts';
import { useCardsWords } from './words.ts';

/** Beside an order or a product: puts its card into the reply. */
export function SendCard(wanted: Wanted) {
  const say = useCardsWords();
  if (!useTakesCards()) return null;
  const label =
    wanted.kind === 'order'
      ? say('send.order', { number: wanted.name })
      : say('send.product', { name: wanted.name });
  return (
    <button
      type="button"
      className="quiet-button send-card"
      data-testid="send-card"
      aria-label={`${say('send')} ${label}`}
      title={label}
      onClick={() => addCard(wanted)}
    >
      <CardIcon size={16} />
      {say('send')}
    </button>
  );
}
