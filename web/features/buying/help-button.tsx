import { lookAt } from './basket.ts';
import { useBuyingWords } from './words.ts';

/** On a product of the customer's orders: its size and price below. */
export function HelpButton({
  conversationId,
  productId,
  name,
}: {
  conversationId: string;
  productId: string;
  name: string;
}) {
  const say = useBuyingWords();
  return (
    <button
      type="button"
      className="quiet-button"
      data-testid="buying-look"
      aria-label={say('help.of', { name })}
      onClick={() => {
        lookAt(conversationId, productId);
        document.querySelector('[data-testid=buying]')?.scrollIntoView({ block: 'nearest' });
      }}
    >
      {say('help')}
    </button>
  );
}
