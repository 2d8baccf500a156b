/** What an offer is made on. */
import type { InQuestion } from '../../../../core/commerce/in-question/order-in-question.ts';
import type { WishGuess } from '../../../../core/commerce/in-question/wish-guess.ts';
import type { OrderView } from '../../../../core/commerce/order-api.ts';

export interface OfferProps {
  conversationId: string;
  order: OrderView;
  /** Set where the conversation is about this order. */
  inQuestion: InQuestion | null;
  guess: WishGuess | null;
}
