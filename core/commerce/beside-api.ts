/** What stands beside a conversation of the customer's orders. */
import type { InQuestion } from './in-question/order-in-question.ts';
import type { WishGuess } from './in-question/wish-guess.ts';
import type { CustomerOrders } from './order-api.ts';

/** Beside a conversation: with which of them it is about, and what the customer may want; both read from the messages. */
export interface OrdersBeside extends CustomerOrders {
  inQuestion: InQuestion | null;
  guess: WishGuess | null;
}
