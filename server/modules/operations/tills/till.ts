/**
 * Whoever moves money. A payment's id is its key: told again with the same one, a till pays nothing again. An answer may
 * be lost on the way; what then became of it is asked, never guessed.
 */
export interface Till {
  pay(payment: TillPayment): Promise<TillAnswer>;
  ask(payment: TillPayment): Promise<TillAnswer | { said: 'unheard' }>;
}

export interface TillPayment {
  shopId: string;
  paymentId: string;
  amountFen: number;
  currency: string;
}

/** `not-paid`: declined, and never will be paid under this key. `unheard`: nothing has come in under it so far. */
export type TillAnswer = { said: 'paid'; reference: string } | { said: 'not-paid' } | { said: 'nothing' };
